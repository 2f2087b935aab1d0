package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Test;

class DerivationSumTest {
  private final DerivationSum sum = new DerivationSum();

  @Test
  void twoThousandKeysOfKeytoolBeforeJava16AreNotTooMany() throws Exception {
    for (int i = 0; i < 2000; i++) {
      sum.add(ofPkcs12(50_000));
    }
    assertTooMuch(ofPkcs12(1));
  }

  @Test
  void theMacCountsAsTheKeysDo() throws Exception {
    sum.addIterations(BigInteger.valueOf(10_000_000));
    for (int i = 0; i < 9; i++) {
      sum.add(ofPkcs12(10_000_000));
    }
    assertTooMuch(ofPkcs12(1));
  }

  @Test
  void whatIsDerivedOnceIsCountedOnce() throws Exception {
    for (int i = 0; i < 1000; i++) {
      sum.add(pbkdf2(new byte[16], 10_000_000));
    }
    for (byte i = 1; i < 10; i++) {
      sum.add(pbkdf2(new byte[] {i}, 10_000_000));
    }
    assertTooMuch(pbkdf2(new byte[] {10}, 1));
  }

  @Test
  void rfc7914_scryptCountsByItsBlocks() throws Exception {
    AlgorithmIdentifier largest =
        pbes2(
            new KeyDerivationFunc(
                MiscObjectIdentifiers.id_scrypt, new ScryptParams(new byte[16], 1 << 18, 8, 1)));
    for (int i = 0; i < 47; i++) {
      sum.add(largest);
    }
    assertTooMuch(largest);
  }

  private void assertTooMuch(AlgorithmIdentifier encryption) {
    assertThatThrownBy(() -> sum.add(encryption))
        .isInstanceOf(OperatorCreationException.class)
        .hasMessageStartingWith("expected at most 100000000 iterations")
        .hasMessageContaining("divide it into several files");
  }

  private static AlgorithmIdentifier ofPkcs12(int iterations) {
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
        new PKCS12PBEParams(new byte[8], iterations));
  }

  private static AlgorithmIdentifier pbkdf2(byte[] salt, int iterations) {
    AlgorithmIdentifier hmac =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
    return pbes2(
        new KeyDerivationFunc(
            PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, iterations, 32, hmac)));
  }

  private static AlgorithmIdentifier pbes2(KeyDerivationFunc derivation) {
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_PBES2,
        new PBES2Parameters(
            derivation,
            new EncryptionScheme(
                NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]))));
  }
}
