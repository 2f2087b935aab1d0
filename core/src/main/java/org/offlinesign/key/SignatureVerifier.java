package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.SignatureEngine.VerifyingOperation;
import org.offlinesign.p256.P256Key;
import org.offlinesign.rdata.Dnskey;

/** Checks signatures with one DNSKEY. For one thread at a time. */
public final class SignatureVerifier {
  private final VerifyingOperation verifying;
  private final int signatureLength;
  private final CheckedSignatures checked;
  private final boolean remembers;
  private final Supplier<CheckedSignatures.Digest> newDigest;
  private CheckedSignatures.@Nullable Digest digest;

  private SignatureVerifier(
      VerifyingOperation verifying, int signatureLength, Dnskey key, CryptoProviders providers) {
    this.verifying = verifying;
    this.signatureLength = signatureLength;
    this.checked = providers.checked();
    // Those of P-256 are checked side by side in the finished file, which is as fast.
    this.remembers = key.algorithm() != Algorithm.ECDSAP256SHA256.number();
    this.newDigest = () -> new CheckedSignatures.Digest(key.toRdata().toByteArray(), providers);
  }

  /** Starts verifying; neither flags nor protocol of the record are looked at. */
  public static SignatureVerifier of(Dnskey dnskey, CryptoProviders providers)
      throws UnusableKeyException {
    int number = dnskey.algorithm();
    Algorithm algorithm =
        Algorithm.of(number)
            .orElseThrow(
                () -> new UnusableKeyException("algorithm " + number + " is not supported"));
    KeyFamily family = algorithm.family();
    SubjectPublicKeyInfo publicKey = family.publicKey(dnskey.publicKey());
    int bits = family.bits(publicKey);
    if (!algorithm.keyLengths().canUse(bits)) {
      throw new UnusableKeyException(
          "expected " + algorithm.keyLengths() + " for " + algorithm + " but found " + bits);
    }
    return new SignatureVerifier(
        providers.verifying(algorithm, publicKey),
        family.signatureLength(publicKey),
        dnskey,
        providers);
  }

  /** Says whether a signature belongs to some octets; a malformed one does not. */
  public boolean verify(byte[] data, int offset, int length, byte[] signature) {
    if (signature.length != signatureLength) {
      return false;
    }
    if (!checked.isEmpty() && checked.contains(digest(), data, offset, length, signature)) {
      return true;
    }
    try {
      return verifying.verify(data, offset, length, signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("a provider that took the key no longer verifies", e);
    }
  }

  /**
   * Says the same of a signature that will be looked at again, in the finished file: one that is
   * right is remembered.
   */
  public boolean verifyToKeep(byte[] data, int offset, int length, byte[] signature) {
    boolean right = verify(data, offset, length, signature);
    if (right && remembers) {
      checked.add(digest(), data, offset, length, signature);
    }
    return right;
  }

  private CheckedSignatures.Digest digest() {
    CheckedSignatures.Digest known = digest;
    if (known == null) {
      known = newDigest.get();
      digest = known;
    }
    return known;
  }

  /**
   * Notes that a signature of the key will be checked, and says whether a {@link SignatureBatch} is
   * faster with it.
   */
  public boolean foresee() {
    return tableForCheck() != null;
  }

  @Nullable P256Key tableForCheck() {
    return verifying.tableForCheck();
  }
}
