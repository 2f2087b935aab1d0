package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.SignatureEngine.VerifyingOperation;
import org.offlinesign.p256.P256Key;
import org.offlinesign.p256.P256Verifier;

/**
 * A key of ECDSA P-256 that may make many signatures, as that of a zone does. Thread safe; holds
 * 580 KB once it has.
 *
 * <p>A provider takes each signature as if it were the first by its key; with a table of the key a
 * check takes half as long. Only a yes is taken from the table: before a signature is refused, the
 * provider is asked.
 */
final class FrequentKey {
  /** In so many checks a table saves what it costs, while the JVM is cold. */
  static final int CHECKS_BEFORE_TABLE = 1000;

  private final byte[] point;
  private final AtomicInteger checks = new AtomicInteger();
  private volatile @Nullable P256Key table;

  /** Creates a key from the x and y of a point of the curve. */
  FrequentKey(byte[] point) {
    this.point = point;
  }

  /** Returns an operation with the same verdicts. */
  VerifyingOperation hasten(VerifyingOperation provider) {
    return new Checks(provider);
  }

  /** Counts a check. The one that makes the number full makes the table; others do not wait. */
  private @Nullable P256Key tableAfterCheck() {
    P256Key known = table;
    if (known == null && checks.incrementAndGet() == CHECKS_BEFORE_TABLE) {
      known = P256Key.of(point);
      table = known;
    }
    return known;
  }

  private final class Checks implements VerifyingOperation {
    private final VerifyingOperation provider;
    private final MessageDigest digest = DigestType.SHA256.newDigest();
    private @Nullable P256Verifier own;

    Checks(VerifyingOperation provider) {
      this.provider = provider;
    }

    @Override
    public boolean verify(byte[] data, int offset, int length, byte[] signature)
        throws GeneralSecurityException {
      return isGoodByTable(data, offset, length, signature)
          || provider.verify(data, offset, length, signature);
    }

    private boolean isGoodByTable(byte[] data, int offset, int length, byte[] signature) {
      if (own == null) {
        P256Key known = tableAfterCheck();
        if (known == null) {
          return false;
        }
        own = new P256Verifier(known);
      }
      digest.update(data, offset, length);
      return own.verify(digest.digest(), signature);
    }
  }
}
