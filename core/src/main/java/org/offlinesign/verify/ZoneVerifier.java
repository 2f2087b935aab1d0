package org.offlinesign.verify;

import java.io.IOException;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.progress.Stage;
import org.offlinesign.zone.NameTooLargeException;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSummary;

/**
 * Checks a signed zone from the octets of its file.
 *
 * <p>Holds a window of names besides what sorting may take. Signatures are checked on several
 * threads; the report does not depend on how many. Thread safe.
 */
public final class ZoneVerifier {
  /** A zone may need a second sorter: NSEC3 records stand in the order of hashes. */
  static final int SORTERS = 2;

  private final CryptoProviders crypto;

  /** Creates a verifier. */
  public ZoneVerifier(CryptoProviders crypto) {
    this.crypto = crypto;
  }

  /**
   * Reads a zone file and returns what is wrong with the zone.
   *
   * @throws ZoneFileException if the file is no zone file; nothing is verified then
   * @throws IOException if the file cannot be read, or temporary files not be written
   */
  public VerificationReport verify(VerificationRequest request)
      throws IOException, ZoneFileException {
    try {
      return run(request);
    } finally {
      request.source().progress().leave();
    }
  }

  private VerificationReport run(VerificationRequest request)
      throws IOException, ZoneFileException {
    try (ZoneSorter sorter = new ZoneSorter(request.budget().sharedBy(SORTERS))) {
      ZoneFileSummary summary =
          new ZoneFileReader(request.reading()).read(request.source(), sorter);
      request.source().progress().enter(Stage.SORT);
      try (SortedZone zone = sorter.finish()) {
        return new Verification(request, crypto, summary).verify(zone);
      } catch (NameTooLargeException e) {
        throw e.in(summary.files());
      }
    }
  }
}
