package org.offlinesign.key;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * What one file may ask of all derivations from its password together, whose number is limited by
 * the length of the file alone. Not thread safe.
 */
public final class DerivationSum {
  /**
   * A minute or two. The most that honest files ask for is 50,000 for each key, by keytool before
   * Java 16: two thousand of them.
   */
  static final long MAX_ITERATIONS = 100_000_000;

  /** Derivations that a {@link PasswordDecryptor} does once, however many pieces share them. */
  private final Set<KeyDerivationFunc> shared = new HashSet<>();

  private long sum;

  /**
   * Checks an encryption by password, alone and together with those before it.
   *
   * @throws OperatorCreationException saying what was expected and what was found
   */
  public void add(AlgorithmIdentifier encryption) throws OperatorCreationException {
    long cost = DerivationLimits.costOf(encryption);
    if (!PasswordDecryptor.isPbes2WithAes(encryption) || shared.add(derivation(encryption))) {
      add(cost);
    }
  }

  private static KeyDerivationFunc derivation(AlgorithmIdentifier encryption) {
    return PBES2Parameters.getInstance(encryption.getParameters()).getKeyDerivationFunc();
  }

  /**
   * Checks how often a function is to be repeated, alone and together with those before it.
   *
   * @throws OperatorCreationException saying what was expected and what was found
   */
  public void addIterations(BigInteger iterations) throws OperatorCreationException {
    DerivationLimits.checkIterations(iterations);
    add(iterations.longValueExact());
  }

  private void add(long cost) throws OperatorCreationException {
    sum += cost;
    if (sum > MAX_ITERATIONS) {
      throw new OperatorCreationException(
          "expected at most "
              + MAX_ITERATIONS
              + " iterations for all keys that are derived from its password but found more;"
              + " divide it into several files, or have each key derived with fewer");
    }
  }
}
