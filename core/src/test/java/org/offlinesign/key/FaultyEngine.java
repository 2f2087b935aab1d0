package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** An implementation of cryptography that is broken in some way. */
public final class FaultyEngine implements SignatureEngine {
  private final SignatureEngine right = new BouncyCastleEngine(Nonces.RANDOM);
  private final Fault fault;
  private final int soundSignatures;

  /** What is broken. */
  public enum Fault {
    /** Signatures are not those of the octets, and it finds its own right. */
    SIGNS_SOMETHING_ELSE,
    /** Each signature is right. */
    BELIEVES_EVERYTHING,
    /** No signature is right. */
    BELIEVES_NOTHING,
    /** The last octet of a signature is not looked at. */
    OVERLOOKS_THE_END,
    /** It ends in an exception where nobody expects one. */
    THROWS,
    /** After some right signatures a bit of each is wrong. */
    GOES_WRONG
  }

  private FaultyEngine(Fault fault, int soundSignatures) {
    this.fault = fault;
    this.soundSignatures = soundSignatures;
  }

  /** Returns cryptography of which there is nothing else. */
  public static CryptoProviders providers(Fault fault) {
    return CryptoProviders.of(new FaultyEngine(fault, 0));
  }

  /**
   * Returns cryptography of a machine that goes wrong.
   *
   * @param signatures how many come out right of each that signs with a key
   */
  public static CryptoProviders failingAfter(int signatures) {
    return CryptoProviders.of(new FaultyEngine(Fault.GOES_WRONG, signatures));
  }

  @Override
  public String description() {
    return "Faulty 1.0";
  }

  @Override
  public boolean supports(Algorithm algorithm) {
    return right.supports(algorithm);
  }

  @Override
  public SigningOperation signing(Algorithm algorithm, PrivateKeyInfo key)
      throws GeneralSecurityException {
    SigningOperation signing = right.signing(algorithm, key);
    return switch (fault) {
      case SIGNS_SOMETHING_ELSE -> (data, offset, length) -> signing.sign(new byte[] {1}, 0, 1);
      case GOES_WRONG -> goingWrong(signing);
      default -> signing;
    };
  }

  private SigningOperation goingWrong(SigningOperation signing) {
    int[] made = {0};
    return (data, offset, length) -> {
      byte[] signature = signing.sign(data, offset, length);
      if (made[0]++ >= soundSignatures) {
        signature[signature.length / 2] ^= 1;
      }
      return signature;
    };
  }

  @Override
  public VerifyingOperation verifying(Algorithm algorithm, SubjectPublicKeyInfo key)
      throws GeneralSecurityException {
    VerifyingOperation verifying = right.verifying(algorithm, key);
    return (data, offset, length, signature) ->
        switch (fault) {
          case SIGNS_SOMETHING_ELSE ->
              verifying.verify(data, offset, length, signature)
                  || verifying.verify(new byte[] {1}, 0, 1, signature);
          case BELIEVES_EVERYTHING -> true;
          case BELIEVES_NOTHING -> false;
          case OVERLOOKS_THE_END -> overlooksTheEnd(verifying, data, signature);
          case THROWS -> throw new IllegalStateException("broken");
          case GOES_WRONG -> verifying.verify(data, offset, length, signature);
        };
  }

  private static boolean overlooksTheEnd(
      VerifyingOperation verifying, byte[] data, byte[] signature) throws GeneralSecurityException {
    byte[] other = signature.clone();
    other[other.length - 1] ^= 1;
    return verifying.verify(data, 0, data.length, signature)
        || verifying.verify(data, 0, data.length, other);
  }

  @Override
  public PrivateKeyInfo generate(KeySpec spec, SecureRandom random)
      throws GeneralSecurityException {
    return right.generate(spec, random);
  }
}
