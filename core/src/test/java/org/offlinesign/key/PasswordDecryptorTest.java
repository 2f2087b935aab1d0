package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
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
  void aKeyDerivedAheadIsTheOneDerivedWhenAskedFor(boolean ahead) {
    PBKDF2Params parameters = Prf.SHA256.parameters(new byte[16], 1000);
    PasswordDecryptor decryptor = new PasswordDecryptor("bench".toCharArray(), ALL);
    if (ahead) {
      decryptor.deriveAhead(aes256(parameters));
    }
    assertThat(decryptor.derive(parameters, 32).getKey())
        .isEqualTo(derived(PORTABLE, "bench", parameters, 32));
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
