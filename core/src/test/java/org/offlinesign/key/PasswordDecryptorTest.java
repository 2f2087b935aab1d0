package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.wire.Hex;

class PasswordDecryptorTest {
  private static final CryptoProviders ALL = CryptoProviders.detect();
  private static final CryptoProviders PORTABLE = CryptoProviders.withoutNative();

  /** The digests of HMACs. */
  enum Prf {
    SHA1(PKCSObjectIdentifiers.id_hmacWithSHA1),
    SHA224(PKCSObjectIdentifiers.id_hmacWithSHA224),
    SHA256(PKCSObjectIdentifiers.id_hmacWithSHA256),
    SHA384(PKCSObjectIdentifiers.id_hmacWithSHA384),
    SHA512(PKCSObjectIdentifiers.id_hmacWithSHA512);

    @SuppressWarnings("ImmutableEnumChecker") // which it is, without saying so
    private final ASN1ObjectIdentifier identifier;

    Prf(ASN1ObjectIdentifier identifier) {
      this.identifier = identifier;
    }

    PBKDF2Params parameters(byte[] salt, int iterations) {
      AlgorithmIdentifier hmac = new AlgorithmIdentifier(identifier, DERNull.INSTANCE);
      return new PBKDF2Params(salt, iterations, hmac);
    }
  }

  /** The digests that {@link SecretKeyFactory} knows in newer versions of Java only. */
  enum CutPrf {
    SHA512_224(PKCSObjectIdentifiers.id_hmacWithSHA512_224),
    SHA512_256(PKCSObjectIdentifiers.id_hmacWithSHA512_256);

    @SuppressWarnings("ImmutableEnumChecker") // which it is, without saying so
    private final ASN1ObjectIdentifier identifier;

    CutPrf(ASN1ObjectIdentifier identifier) {
      this.identifier = identifier;
    }
  }

  private static byte[] derived(
      CryptoProviders providers, String password, PBKDF2Params parameters, int octets) {
    return new PasswordDecryptor(password.toCharArray(), providers)
        .derive(parameters, octets)
        .getKey();
  }

  @Property(tries = 100)
  void whoeverComputesTheHmacsTheKeyIsThatOfTheJavaPlatform(
      @ForAll Prf prf,
      @ForAll @StringLength(max = 200) String password,
      @ForAll @Size(min = 1, max = 200) byte[] salt,
      @ForAll @IntRange(min = 1, max = 40) int iterations,
      @ForAll @IntRange(min = 1, max = 140) int octets)
      throws Exception {
    Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(password));
    byte[] expected =
        SecretKeyFactory.getInstance("PBKDF2WithHmac" + prf)
            .generateSecret(
                new PBEKeySpec(password.toCharArray(), salt, iterations, octets * Byte.SIZE))
            .getEncoded();
    PBKDF2Params parameters = prf.parameters(salt, iterations);
    assertThat(derived(ALL, password, parameters, octets)).isEqualTo(expected);
    assertThat(derived(PORTABLE, password, parameters, octets)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "passwd, salt, 1, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc",
    "Password, NaCl, 80000, 4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
  })
  void rfc7914_11_derivesTheKeysOfTheExamples(
      String password, String salt, int iterations, String key) {
    PBKDF2Params parameters =
        Prf.SHA256.parameters(salt.getBytes(StandardCharsets.US_ASCII), iterations);
    assertThat(Hex.encode(derived(ALL, password, parameters, 32))).isEqualToIgnoringCase(key);
    assertThat(Hex.encode(derived(PORTABLE, password, parameters, 32))).isEqualToIgnoringCase(key);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aKeyDerivedAheadIsTheOneDerivedWhenAskedFor(boolean ahead) throws Exception {
    PBKDF2Params parameters = Prf.SHA256.parameters(new byte[16], 1000);
    PasswordDecryptor decryptor = new PasswordDecryptor("bench".toCharArray(), ALL);
    if (ahead) {
      decryptor.deriveAhead(aes256(parameters));
    }
    assertThat(decryptor.derive(parameters, 32).getKey())
        .isEqualTo(derived(PORTABLE, "bench", parameters, 32));
  }

  /** Computed with Python's hashlib, from the digests of OpenSSL. */
  @ParameterizedTest
  @CsvSource({
    "SHA512_224, passwd, 1000, 52ab84e4b92a5e8fc623e98a8724685dff73a0011a28675a52317c901c1bf96728f155cc026c13f0",
    "SHA512_256, passwd, 1000, 12d54166bb989fc2ba67f17e052f619687ad358b3830856f3a5205b8ae30c31136c639eefd140b60"
  })
  void rfc8018_B_1_2_derivesWithTheCutFormsOfSha512Too(
      CutPrf prf, String password, int iterations, String key) {
    PBKDF2Params parameters =
        new PBKDF2Params(
            "salt".getBytes(StandardCharsets.US_ASCII),
            iterations,
            new AlgorithmIdentifier(prf.identifier, DERNull.INSTANCE));
    int octets = key.length() / 2;
    for (CryptoProviders providers : List.of(ALL, PORTABLE, CryptoProviders.bouncyCastle())) {
      assertThat(Hex.encode(derived(providers, password, parameters, octets)))
          .isEqualToIgnoringCase(key);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 32", "10000000, -1"})
  void whatIsWithinTheLimitsIsDerived(int iterations, int keyOctets) throws Exception {
    DerivationLimits.check(aes256(parameters(iterations, keyOctets)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 32, expected 1 to 10000000 iterations to derive a key from a password but found 0",
    "-1, 32, expected 1 to 10000000 iterations to derive a key from a password but found -1",
    "10000001, 32, but found 10000001",
    "2147483647, 32, but found 2147483647",
    "1000, 16, expected a key of 32 octets for the cipher but found 16",
    "1000, 33, expected a key of 32 octets for the cipher but found 33"
  })
  void nothingIsDerivedForWhatAsksForTooMuch(int iterations, int keyOctets, String message) {
    AlgorithmIdentifier encryption = aes256(parameters(iterations, keyOctets));
    PasswordDecryptor decryptor = new PasswordDecryptor("bench".toCharArray(), ALL);
    assertThatThrownBy(() -> decryptor.get(encryption))
        .isInstanceOf(OperatorCreationException.class)
        .hasMessageEndingWith(message);
    assertThatThrownBy(() -> decryptor.deriveAhead(encryption))
        .isInstanceOf(OperatorCreationException.class)
        .hasMessageEndingWith(message);
  }

  /** A negative length stands for none, which may be left out (RFC 8018 A.2). */
  private static PBKDF2Params parameters(int iterations, int keyOctets) {
    ASN1EncodableVector fields = new ASN1EncodableVector();
    fields.add(new DEROctetString(new byte[16]));
    fields.add(new ASN1Integer(iterations));
    if (keyOctets >= 0) {
      fields.add(new ASN1Integer(keyOctets));
    }
    return PBKDF2Params.getInstance(new DERSequence(fields));
  }

  @ParameterizedTest
  @CsvSource({
    "16384, 8, 1, true", // as OpenSSL writes
    "262144, 8, 1, true",
    "524288, 8, 1, false",
    "16384, 8, 17, false",
    "16384, 8, 0, false"
  })
  void rfc7914_2_scryptMayNotTakeMoreMemoryThanAMachineHas(
      int cost, int blocks, int times, boolean allowed) {
    AlgorithmIdentifier encryption =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_PBES2,
            new PBES2Parameters(
                new KeyDerivationFunc(
                    MiscObjectIdentifiers.id_scrypt,
                    new ScryptParams(new byte[16], cost, blocks, times)),
                new EncryptionScheme(
                    NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]))));
    ThrowingCallable check = () -> DerivationLimits.check(encryption);
    if (allowed) {
      assertThatCode(check).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(check)
          .hasMessage(
              "expected scrypt parameters whose product is 1 to 2097152 but found N %d, r %d, p %d",
              cost, blocks, times);
    }
  }

  @Test
  void rfc7292_C_theEncryptionsOfPkcs12HaveTheSameLimit() {
    AlgorithmIdentifier encryption =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
            new PKCS12PBEParams(new byte[8], Integer.MAX_VALUE));
    assertThatThrownBy(() -> new PasswordDecryptor("bench".toCharArray(), ALL).get(encryption))
        .isInstanceOf(OperatorCreationException.class)
        .hasMessageEndingWith("but found 2147483647");
  }

  private static AlgorithmIdentifier aes256(PBKDF2Params parameters) {
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_PBES2,
        new PBES2Parameters(
            new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, parameters),
            new EncryptionScheme(
                NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]))));
  }
}
