package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.SignatureEngine.VerifyingOperation;
import org.offlinesign.p256.P256Key;
import org.offlinesign.p256.P256Verifier;

/**
 * A key of ECDSA P-256 that may have made many signatures, as that of a zone has. Thread safe;
 * holds 580 KB while it has a table.
 *
 * <p>A provider takes each signature as if it were the first by its key; with a table of the key a
 * check takes half as long. Only a yes is taken from the table: before a signature is refused, the
 * provider is asked.
 */
final class FrequentKey {
  /**
   * In so many checks a table saves what it costs, while the JVM is cold. One that was foreseen
   * counts when it is foreseen and when it is done.
   */
  static final int CHECKS_BEFORE_TABLE = 1000;

  /**
   * So many checks are done without a table while no provider is loaded, each of which takes as
   * long as six with one: a key that signs keys alone does not need more.
   */
  static final int FEW_CHECKS = 8;

  private final byte[] point;
  private final FrequentKeys all;
  private final AtomicInteger checks = new AtomicInteger();
  private volatile @Nullable P256Key table;

  /** Creates a key from the x and y of a point of the curve. */
  FrequentKey(byte[] point, FrequentKeys all) {
    this.point = point;
    this.all = all;
  }

  /** Returns an operation with the verdicts of a provider's, which does the first checks. */
  VerifyingOperation hasten(VerifyingOperation provider) {
    return new Checks(provider, false);
  }

  /**
   * Returns an operation with the verdicts of a provider's, which may not be loaded yet: that takes
   * longer than to make a table, or to do a few checks without one.
   */
  VerifyingOperation hastenAtOnce(VerifyingOperation provider) {
    return new Checks(provider, true);
  }

  /** Takes the table away; enough checks bring it back. */
  void dropTable() {
    table = null;
  }

  private @Nullable P256Key tableForCheck(boolean atOnce) {
    P256Key known = table;
    if (known == null) {
      int count = checks.incrementAndGet();
      boolean due = count % CHECKS_BEFORE_TABLE == 0;
      known = due || (atOnce && count > FEW_CHECKS && all.haveRoom()) ? makeTable() : null;
    }
    return known;
  }

  private synchronized P256Key makeTable() {
    P256Key known = table;
    if (known == null) {
      known = P256Key.of(point);
      table = known;
      all.noteTableOf(this);
    }
    return known;
  }

  /** The checks of one thread. Holds no table, so that none outlives its loss. */
  private final class Checks implements VerifyingOperation {
    private final VerifyingOperation provider;
    private final boolean atOnce;
    private final MessageDigest digest = DigestType.SHA256.newDigest();
    private @Nullable P256Verifier verifier;

    Checks(VerifyingOperation provider, boolean atOnce) {
      this.provider = provider;
      this.atOnce = atOnce;
    }

    @Override
    public boolean verify(byte[] data, int offset, int length, byte[] signature)
        throws GeneralSecurityException {
      P256Key known = tableForCheck();
      if (known == null && (!atOnce || checks.get() > FEW_CHECKS)) {
        return provider.verify(data, offset, length, signature);
      }
      digest.update(data, offset, length);
      return verify(known, digest.digest(), signature)
          || provider.verify(data, offset, length, signature);
    }

    private boolean verify(@Nullable P256Key known, byte[] hash, byte[] signature) {
      return known == null
          ? verifier().verify(point, hash, signature)
          : verifier().verify(known, hash, signature);
    }

    @Override
    public @Nullable P256Key tableForCheck() {
      return FrequentKey.this.tableForCheck(atOnce);
    }

    private P256Verifier verifier() {
      P256Verifier own = verifier;
      if (own == null) {
        own = new P256Verifier();
        verifier = own;
      }
      return own;
    }
  }
}
