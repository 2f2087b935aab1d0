package org.offlinesign.sign;

import java.io.IOException;
import java.time.Clock;
import org.offlinesign.delegation.ChildKeyFiles;
import org.offlinesign.delegation.ChildKeySource;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.zonefile.ZoneFileException;

/**
 * Signs zone files.
 *
 * <p>Memory holds what the request allows for sorting, a window of batches and one name; it does
 * not grow with the zone. The same input, keys and times give the same octets with any number of
 * threads. Thread safe.
 */
public final class ZoneSigner {
  private final CryptoProviders providers;
  private final Clock clock;
  private final ChildKeySource childKeys;

  /** Creates a signer. */
  public ZoneSigner(CryptoProviders providers, Clock clock) {
    this(providers, clock, ChildKeyFiles::in);
  }

  private ZoneSigner(CryptoProviders providers, Clock clock, ChildKeySource childKeys) {
    this.providers = providers;
    this.clock = clock;
    this.childKeys = childKeys;
  }

  /** Returns one that finds the files of children in another way. */
  public ZoneSigner with(ChildKeySource source) {
    return new ZoneSigner(providers, clock, source);
  }

  CryptoProviders providers() {
    return providers;
  }

  Clock clock() {
    return clock;
  }

  ChildKeySource childKeys() {
    return childKeys;
  }

  /**
   * Signs a zone and writes it, and its keyset- and dsset- files; on a failure none of them
   * changes, unless a finished file cannot be moved into place.
   *
   * <p>The keyset- and dsset- files are moved one by one, then the zone: where a move fails, those
   * before it stay, so they may be newer than the zone, but a new zone is never without them.
   *
   * @throws ZoneFileException if the zone is at fault, with all that is wrong
   * @throws KeyPlanException if the keys cannot sign the zone as asked
   * @throws OutputRefusedException if the check of the finished file found something
   * @throws IOException if a file cannot be read or written, or a key fails ({@link
   *     SignatureFailureException})
   */
  public SigningReport sign(SigningRequest request)
      throws IOException, ZoneFileException, KeyPlanException, OutputRefusedException {
    return sign(request, ZoneIntake.of(request));
  }

  /**
   * Does the same with a zone that is being read, and closes it.
   *
   * @param intake of a request that differs from this one in nothing that reading goes by
   */
  public SigningReport sign(SigningRequest request, ZoneIntake intake)
      throws IOException, ZoneFileException, KeyPlanException, OutputRefusedException {
    if (!intake.isOf(request)) {
      throw new IllegalArgumentException("a zone that was not read as the request says");
    }
    try (intake) {
      return new SigningRun(request, this).run(intake);
    } finally {
      request.input().progress().leave();
    }
  }
}
