package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

class PemKeyFileTest {
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final DnsName ZONE = DnsName.of("example.com.");
  private static final KeyParameters PARAMETERS = new KeyParameters(Algorithm.RSASHA256, 257, ZONE);

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadByUsAndByOpenssl() throws Exception {
    SigningKey key =
        new KeyGenerator(PROVIDERS)
            .generate(ZONE, new KeySpec(Algorithm.RSASHA256, 1024, KeyRole.KSK), List.of());
    assertReadByUsAndByOpenssl(key, PARAMETERS);
    Path secret = folder.resolve("key.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
  }

  private void assertReadByUsAndByOpenssl(SigningKey key, KeyParameters parameters)
      throws Exception {
    Path secret = folder.resolve("key.pem");
    PemKeyFile.write(key, secret);
    writePublic(key);
    assertThat(PemKeyFile.read(secret, parameters, null).facts().dnskey())
        .isEqualTo(key.facts().dnskey());
    Program openssl = Peers.require("openssl");
    assertThat(openssl.run(folder, "pkey", "-in", "key.pem", "-check", "-noout").orFail().stdout())
        .contains("Key is valid");
    assertThat(openssl.run(folder, "pkey", "-in", "key.pem", "-pubout").orFail().stdout())
        .isEqualTo(Files.readString(folder.resolve("public.pem")));
  }

  @Test
  void keysOfOpensslAreReadInAllTheirForms() throws Exception {
    Program openssl = Peers.require("openssl");
    openssl.run(folder, "genrsa", "-out", "pkcs8.pem", "1024").orFail();
    openssl.run(folder, "rsa", "-in", "pkcs8.pem", "-traditional", "-out", "pkcs1.pem").orFail();
    openssl
        .run(
            folder,
            "pkcs8",
            "-topk8",
            "-in",
            "pkcs8.pem",
            "-passout",
            "pass:secret",
            "-out",
            "encrypted.pem")
        .orFail();
    SigningKey plain = PemKeyFile.read(folder.resolve("pkcs8.pem"), PARAMETERS, null);
    assertThat(plain.facts().zone()).isEqualTo(ZONE);
    assertThat(plain.facts().role()).isEqualTo(KeyRole.KSK);
    assertThat(PemKeyFile.read(folder.resolve("pkcs1.pem"), PARAMETERS, null).facts().dnskey())
        .isEqualTo(plain.facts().dnskey());
    Path encrypted = folder.resolve("encrypted.pem");
    assertThat(PemKeyFile.read(encrypted, PARAMETERS, "secret".toCharArray()).facts().dnskey())
        .isEqualTo(plain.facts().dnskey());
    assertThatThrownBy(() -> PemKeyFile.read(encrypted, PARAMETERS, null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("expected a password");
    assertThatThrownBy(() -> PemKeyFile.read(encrypted, PARAMETERS, "wrong".toCharArray()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("wrong password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-v2 aes128",
        "-v2 aes256 -v2prf hmacWithSHA512",
        "-v2 aes256 -v2prf hmacWithSHA512-224",
        "-v2 aes256 -v2prf hmacWithSHA512-256",
        "-v2 des3",
        "-scrypt",
        "-v1 PBE-SHA1-3DES",
        "-v1 PBE-SHA1-2DES",
        "-v1 PBE-MD5-DES -provider legacy -provider default",
        "-v1 PBE-SHA1-RC2-40 -provider legacy -provider default",
        "-v1 PBE-SHA1-RC2-64 -provider legacy -provider default",
        "-v1 PBE-SHA1-RC4-128 -provider legacy -provider default"
      })
  void whateverOpensslEncryptsWithIsRead(String encryption) throws Exception {
    Program openssl = Peers.require("openssl");
    openssl.run(folder, "genrsa", "-out", "plain.pem", "1024").orFail();
    List<String> command = new ArrayList<>(List.of("pkcs8", "-topk8", "-in", "plain.pem"));
    command.addAll(List.of("-passout", "pass:secret", "-out", "encrypted.pem"));
    command.addAll(List.of(encryption.split(" ")));
    openssl.run(folder, command.toArray(new String[0])).orFail();
    assertThat(
            PemKeyFile.read(folder.resolve("encrypted.pem"), PARAMETERS, "secret".toCharArray())
                .facts()
                .dnskey())
        .isEqualTo(PemKeyFile.read(folder.resolve("plain.pem"), PARAMETERS, null).facts().dnskey());
  }

  @ParameterizedTest
  @CsvSource({
    "2147483647, 1.2.840.113549.2.9, 2.16.840.1.101.3.4.1.42, but found 2147483647",
    "0, 1.2.840.113549.2.9, 1.2.840.113549.3.7, but found 0",
    "1000, 1.2.840.113549.2.99, 2.16.840.1.101.3.4.1.42, ",
    "1000, 1.2.840.113549.2.9, 1.2.3.4, "
  })
  void anEncryptionThatIsNotKnownOrTakesForeverIsNotTakenForAWrongPassword(
      int iterations, String hmac, String cipher, String found) throws Exception {
    PBKDF2Params parameters =
        new PBKDF2Params(
            new byte[8],
            iterations,
            new AlgorithmIdentifier(new ASN1ObjectIdentifier(hmac), DERNull.INSTANCE));
    PBES2Parameters scheme =
        new PBES2Parameters(
            new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, parameters),
            new EncryptionScheme(
                new ASN1ObjectIdentifier(cipher), new DEROctetString(new byte[16])));
    EncryptedPrivateKeyInfo key =
        new EncryptedPrivateKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, scheme), new byte[64]);
    Path file =
        Files.writeString(
            folder.resolve("odd.pem"),
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END ENCRYPTED PRIVATE KEY-----\n");
    assertThatThrownBy(() -> PemKeyFile.read(file, PARAMETERS, "secret".toCharArray()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("the private key cannot be decrypted: ")
        .hasMessageContaining(found == null ? "" : found);
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSAP256SHA256", "ECDSAP384SHA384", "ED25519", "ED448"})
  void keysOfCurvesAreReadByUsAndByOpenssl(Algorithm algorithm) throws Exception {
    SigningKey key =
        new KeyGenerator(PROVIDERS).generate(ZONE, KeySpec.of(algorithm, KeyRole.KSK), List.of());
    assertReadByUsAndByOpenssl(key, new KeyParameters(null, 257, ZONE));
  }

  @ParameterizedTest
  @CsvSource({
    "ECDSAP256SHA256, EC, ec_paramgen_curve:P-256",
    "ECDSAP384SHA384, EC, ec_paramgen_curve:P-384",
    "ED25519, ED25519,",
    "ED448, ED448,"
  })
  void keysOfCurvesThatOpensslMadeAreRead(Algorithm algorithm, String kind, String option)
      throws Exception {
    Program openssl = Peers.require("openssl");
    List<String> line = new ArrayList<>(List.of("genpkey", "-algorithm", kind, "-out", "key.pem"));
    if (option != null) {
      line.addAll(List.of("-pkeyopt", option));
    }
    openssl.run(folder, new byte[0], line).orFail();
    KeyParameters parameters = new KeyParameters(null, 257, ZONE);
    SigningKey key = PemKeyFile.read(folder.resolve("key.pem"), parameters, null);
    assertThat(key.facts().algorithm()).isEqualTo(algorithm);
    writePublic(key);
    assertThat(openssl.run(folder, "pkey", "-in", "key.pem", "-pubout").orFail().stdout())
        .isEqualTo(Files.readString(folder.resolve("public.pem")));
    for (CryptoProviders provider : PROVIDERS.each(algorithm)) {
      assertThat(key.newSigner(provider).sign(new byte[2], 0, 2))
          .hasSize(key.facts().signatureLength());
    }
  }

  @Test
  void theOlderFormOfEcKeysIsReadButNoCurveThatIsSpelledOut() throws Exception {
    Program openssl = Peers.require("openssl");
    String[] named = {"ecparam", "-name", "prime256v1", "-genkey", "-out", "named.pem"};
    openssl.run(folder, named).orFail();
    assertThat(folder.resolve("named.pem"))
        .content()
        .contains("BEGIN EC PARAMETERS", "BEGIN EC PRIVATE KEY");
    KeyParameters parameters = new KeyParameters(null, 256, ZONE);
    SigningKey key = PemKeyFile.read(folder.resolve("named.pem"), parameters, null);
    assertThat(key.facts().algorithm()).isEqualTo(Algorithm.ECDSAP256SHA256);
    KeyParameters other = new KeyParameters(Algorithm.ECDSAP384SHA384, 256, ZONE);
    assertThatThrownBy(() -> PemKeyFile.read(folder.resolve("named.pem"), other, null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining(
            "expected a key on the named curve P-384 but found an elliptic curve key on P-256");
    String[] explicit = {
      "ecparam",
      "-name",
      "prime256v1",
      "-param_enc",
      "explicit",
      "-genkey",
      "-noout",
      "-out",
      "e.pem"
    };
    openssl.run(folder, explicit).orFail();
    KeyParameters p256 = new KeyParameters(Algorithm.ECDSAP256SHA256, 256, ZONE);
    assertThatThrownBy(() -> PemKeyFile.read(folder.resolve("e.pem"), p256, null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("expected a key on the named curve P-256");
  }

  @Test
  void aFileWithoutAPrivateKeyIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("a.pem"), "nothing\n");
    assertThatThrownBy(() -> PemKeyFile.read(file, PARAMETERS, null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(file + ": expected 'BEGIN PRIVATE KEY' but found no private key");
    Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertThatThrownBy(() -> PemKeyFile.read(file, PARAMETERS, null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("damaged");
  }

  @ParameterizedTest
  @EnumSource(names = {"RSASHA256", "ECDSAP256SHA256", "ED25519"})
  void aPrivateKeyWhosePartsAreOfTheWrongKindIsDamaged(Algorithm algorithm) throws Exception {
    KeyParameters parameters = new KeyParameters(algorithm, 257, ZONE);
    SigningKey key =
        new KeyGenerator(PROVIDERS)
            .generate(
                ZONE,
                new KeySpec(algorithm, algorithm.keyLengths().shortest(), KeyRole.KSK),
                List.of());
    ASN1EncodableVector parts = new ASN1EncodableVector();
    IntStream.range(0, 9).forEach(i -> parts.add(new DERTaggedObject(1, new ASN1Integer(i))));
    PrivateKeyInfo damaged =
        new PrivateKeyInfo(key.facts().publicKey().getAlgorithm(), new DERSequence(parts));
    Path file = folder.resolve("damaged.pem");
    Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(damaged.getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    assertThatThrownBy(() -> PemKeyFile.read(file, parameters, null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("private key is damaged");
  }

  @Test
  void whatTheFileDoesNotSayMustBeGiven() throws Exception {
    Program openssl = Peers.require("openssl");
    openssl.run(folder, "genrsa", "-out", "key.pem", "1024").orFail();
    assertThatThrownBy(() -> PemKeyFile.read(folder.resolve("key.pem"), KeyParameters.NONE, null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("which algorithm");
  }

  private void writePublic(SigningKey key) throws IOException {
    String octets =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(key.facts().publicKey().getEncoded());
    Files.writeString(
        folder.resolve("public.pem"),
        "-----BEGIN PUBLIC KEY-----\n" + octets + "\n-----END PUBLIC KEY-----\n");
  }
}
