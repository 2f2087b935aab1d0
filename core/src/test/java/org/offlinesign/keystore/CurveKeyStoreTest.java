package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.keystore.StoreFixture.FIVE_YEARS;
import static org.offlinesign.keystore.StoreFixture.PROVIDERS;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;
import static org.offlinesign.keystore.StoreFixture.ZONE;
import static org.offlinesign.keystore.StoreFixture.password;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.SigningKey;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** Keys on curves in key stores: for others, from others, and without native libraries. */
class CurveKeyStoreTest extends StoreFileFixture {
  private static final String PASSWORD = new String(password());

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSAP256SHA256", "ECDSAP384SHA384", "ED25519", "ED448"})
  void keysOfCurvesAreReadAndTheirCertificatesFoundSoundByOthers(Algorithm algorithm)
      throws Exception {
    KeySpec spec = KeySpec.of(algorithm, KeyRole.KSK);
    StoredKey made;
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      made = store.generate(KeyRequest.of(ZONE, spec, FIVE_YEARS).withFriendlyName("curve"));
    }
    Program openssl = Peers.require("openssl");
    String from = "pass:" + PASSWORD;
    String[] export = {"pkcs12", "-in", "keys.p12", "-nodes", "-out", "all.pem", "-passin", from};
    openssl.run(folder, export).orFail();
    assertThat(
            openssl
                .run(
                    folder,
                    "verify",
                    "-attime",
                    "1780000000",
                    "-check_ss_sig",
                    "-CAfile",
                    "all.pem",
                    "all.pem")
                .orFail()
                .stdout())
        .contains("all.pem: OK");
    assertThat(openssl.run(folder, "x509", "-in", "all.pem", "-pubkey", "-noout").orFail().stdout())
        .isEqualTo(openssl.run(folder, "pkey", "-in", "all.pem", "-pubout").orFail().stdout());
    assertThat(
            keytool()
                .run(folder, "-list", "-v", "-keystore", "keys.p12", "-storepass", PASSWORD)
                .orFail()
                .stdout())
        .contains("Alias name: curve", "Entry type: PrivateKeyEntry")
        .contains("Owner: CN=example.com ");
    assertThat(reopened(CryptoProviders.withoutNative()).facts().orElseThrow().dnskey())
        .isEqualTo(made.facts().orElseThrow().dnskey());
    java.security.KeyStore byJava = java.security.KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      byJava.load(in, password());
    }
    assertThat(byJava.getKey("curve", password())).isNotNull();
    Certificate certificate = byJava.getCertificate("curve");
    certificate.verify(certificate.getPublicKey());
  }

  private StoredKey reopened(CryptoProviders providers) throws Exception {
    KeyStoreSettings settings =
        KeyStoreSettings.of(providers, Clock.fixed(StoreFixture.NOW, ZoneOffset.UTC));
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), settings)) {
      StoredKey key = store.keys().get(0);
      SigningKey signing = key.signingKey().orElseThrow();
      assertThat(signing.newSigner(providers).sign(new byte[3], 0, 3))
          .hasSize(signing.facts().signatureLength());
      return key;
    }
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void aStoreIsMadeAndUsedWhereNothingButBouncyCastleIs(Algorithm algorithm) throws Exception {
    int bits = algorithm.keyLengths().isFixed() ? algorithm.keyLengths().usual() : 1024;
    KeySpec spec = new KeySpec(algorithm, bits, KeyRole.ZSK);
    for (CryptoProviders providers :
        List.of(CryptoProviders.bouncyCastle(), CryptoProviders.withoutNative())) {
      KeyStoreSettings settings =
          KeyStoreSettings.of(providers, Clock.fixed(StoreFixture.NOW, ZoneOffset.UTC));
      try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), settings)) {
        store.generate(KeyRequest.of(ZONE, spec, FIVE_YEARS));
      }
      reopened(providers);
      reopened(PROVIDERS);
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EC, ec_paramgen_curve:P-256, ECDSAP256SHA256",
    "EC, ec_paramgen_curve:P-384, ECDSAP384SHA384",
    "ED25519, , ED25519",
    "ED448, , ED448"
  })
  void ofAKeyOfOpensslOnACurveTheAlgorithmNeedsNotBeTold(
      String kind, String option, Algorithm algorithm) throws Exception {
    Program openssl = Peers.require("openssl");
    List<String> genpkey = new ArrayList<>(List.of("genpkey", "-algorithm", kind));
    if (option != null) {
      genpkey.addAll(List.of("-pkeyopt", option));
    }
    genpkey.addAll(List.of("-out", "key.pem"));
    openssl.run(folder, new byte[0], genpkey).orFail();
    String[] certify = {
      "req", "-x509", "-key", "key.pem", "-subj", "/CN=someone", "-out", "cert.pem"
    };
    openssl.run(folder, certify).orFail();
    String[] pack = {
      "pkcs12",
      "-export",
      "-inkey",
      "key.pem",
      "-in",
      "cert.pem",
      "-out",
      "keys.p12",
      "-passout",
      "pass:" + PASSWORD
    };
    openssl.run(folder, pack).orFail();
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      SigningKey key = store.keys().get(0).signingKey(new KeyParameters(null, 256, ZONE));
      assertThat(key.facts().algorithm()).isEqualTo(algorithm);
      for (CryptoProviders provider : PROVIDERS.each(algorithm)) {
        assertThat(key.newSigner(provider).sign(new byte[3], 0, 3))
            .hasSize(key.facts().signatureLength());
      }
      store.add(key, FIVE_YEARS);
      assertThat(store.keys()).hasSize(2);
    }
  }

  private static Program keytool() {
    return new Program(Path.of(System.getProperty("java.home"), "bin", "keytool"));
  }
}
