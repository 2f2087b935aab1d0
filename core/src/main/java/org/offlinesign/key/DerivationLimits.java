package org.offlinesign.key;

import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * What a file may ask of the derivation of a key from a password. It is checked before anything is
 * derived, because nobody has proved yet that the file is sound.
 */
public final class DerivationLimits {
  /** Some ten seconds of work; programs that write such files ask for a fiftieth at most. */
  private static final BigInteger MAX_ITERATIONS = BigInteger.valueOf(10_000_000);

  /** RFC 7914 §2: scrypt takes 128·N·r octets of memory p times, here 256 MiB in all. */
  private static final BigInteger MAX_SCRYPT_BLOCKS = BigInteger.ONE.shiftLeft(21);

  private static final Map<ASN1ObjectIdentifier, Integer> KEY_OCTETS =
      Map.of(
          NISTObjectIdentifiers.id_aes128_CBC, 16,
          NISTObjectIdentifiers.id_aes192_CBC, 24,
          NISTObjectIdentifiers.id_aes256_CBC, 32,
          PKCSObjectIdentifiers.des_EDE3_CBC, 24);

  private DerivationLimits() {}

  /**
   * Checks an encryption by password.
   *
   * @throws OperatorCreationException saying what was expected and what was found
   */
  public static void check(AlgorithmIdentifier encryption) throws OperatorCreationException {
    costOf(encryption);
  }

  /**
   * Checks an encryption by password and returns how many iterations it asks for; a block of
   * scrypt, which takes as long, is one.
   *
   * @throws OperatorCreationException saying what was expected and what was found
   */
  static long costOf(AlgorithmIdentifier encryption) throws OperatorCreationException {
    try {
      if (encryption.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
        return costOf(PBES2Parameters.getInstance(encryption.getParameters()));
      }
      if (encryption.getParameters() != null
          && encryption.getParameters().toASN1Primitive() instanceof ASN1Sequence parameters
          && parameters.size() > 1
          && parameters.getObjectAt(1) instanceof ASN1Integer iterations) {
        // RFC 7292 appendix C, RFC 8018 A.3: salt and iterations.
        checkIterations(iterations.getValue());
        return iterations.longValueExact();
      }
      return 0;
    } catch (RuntimeException e) {
      throw new OperatorCreationException("the parameters of the encryption are damaged", e);
    }
  }

  private static long costOf(PBES2Parameters scheme) throws OperatorCreationException {
    KeyDerivationFunc derivation = scheme.getKeyDerivationFunc();
    BigInteger keyOctets = null;
    BigInteger cost = BigInteger.ZERO;
    if (derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
      PBKDF2Params pbkdf2 = PBKDF2Params.getInstance(derivation.getParameters());
      cost = pbkdf2.getIterationCount();
      checkIterations(cost);
      keyOctets = pbkdf2.getKeyLength();
    } else if (derivation.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
      ScryptParams scrypt = ScryptParams.getInstance(derivation.getParameters());
      cost = blocksOf(scrypt);
      keyOctets = scrypt.getKeyLength();
    }
    Integer needed = KEY_OCTETS.get(scheme.getEncryptionScheme().getAlgorithm());
    if (keyOctets != null && needed != null && !keyOctets.equals(BigInteger.valueOf(needed))) {
      throw new OperatorCreationException(
          "expected a key of " + needed + " octets for the cipher but found " + keyOctets);
    }
    return cost.longValueExact();
  }

  private static BigInteger blocksOf(ScryptParams scrypt) throws OperatorCreationException {
    BigInteger cost = scrypt.getCostParameter();
    BigInteger size = scrypt.getBlockSize();
    BigInteger times = scrypt.getParallelizationParameter();
    boolean allPositive = cost.signum() > 0 && size.signum() > 0 && times.signum() > 0;
    BigInteger blocks = cost.multiply(size).multiply(times);
    if (!allPositive || blocks.compareTo(MAX_SCRYPT_BLOCKS) > 0) {
      throw new OperatorCreationException(
          "expected scrypt parameters whose product is 1 to "
              + MAX_SCRYPT_BLOCKS
              + " but found N "
              + cost
              + ", r "
              + size
              + ", p "
              + times);
    }
    return blocks;
  }

  /**
   * Checks how often a function is to be repeated.
   *
   * @throws OperatorCreationException saying what was expected and what was found
   */
  public static void checkIterations(BigInteger iterations) throws OperatorCreationException {
    if (iterations.signum() <= 0 || iterations.compareTo(MAX_ITERATIONS) > 0) {
      throw new OperatorCreationException(
          "expected 1 to "
              + MAX_ITERATIONS
              + " iterations to derive a key from a password but found "
              + iterations);
    }
  }
}
