package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.name.DnsName;

class SignerTest {
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final SigningKey KEY =
      new KeyGenerator(PROVIDERS)
          .generate(
              DnsName.of("example.com."),
              new KeySpec(Algorithm.RSASHA256, 1024, KeyRole.ZSK),
              List.of());

  @TempDir Path folder;

  @Test
  void aWrongSignatureIsWithheld() {
    Signer faulty =
        new Signer(
            KEY.facts(),
            "a broken machine",
            (data, offset, length) -> new byte[128],
            (data, offset, length, signature) -> false);
    assertThatThrownBy(() -> faulty.sign(new byte[1], 0, 1))
        .isInstanceOf(SigningException.class)
        .hasMessageContaining("a broken machine")
        .hasMessageContaining("withheld");
  }

  @Test
  void withoutACheckASignatureIsReleasedAsItIs() throws Exception {
    Signer faulty =
        new Signer(
            KEY.facts(),
            "a broken machine",
            (data, offset, length) -> new byte[128],
            (data, offset, length, signature) -> false);
    assertThat(faulty.withoutCheck().sign(new byte[1], 0, 1)).hasSize(128);
  }

  @ParameterizedTest
  @CsvSource({
    "RSASHA256, ALWAYS WHERE_A_FAULT_REVEALS_THE_KEY LATER, ''",
    "ED25519, ALWAYS WHERE_A_FAULT_REVEALS_THE_KEY, ''",
    "ECDSAP256SHA256, ALWAYS, WHERE_A_FAULT_REVEALS_THE_KEY"
  })
  void aFaultThatCouldTellTheKeyIsCheckedForUnlessThatIsDoneLater(
      Algorithm algorithm, String always, String whenDeterministic) {
    KeyFamily family = algorithm.family();
    for (ReleaseCheck check : ReleaseCheck.values()) {
      boolean checked = always.contains(check.name());
      assertThat(check.includes(family.faultEffect(Nonces.RANDOM))).isEqualTo(checked);
      assertThat(check.includes(family.faultEffect(Nonces.DETERMINISTIC)))
          .isEqualTo(checked || whenDeterministic.contains(check.name()));
    }
  }

  @ParameterizedTest
  @EnumSource(ReleaseCheck.class)
  void aKeyProvesThatItSignsWhateverIsCheckedLater(ReleaseCheck check) throws Exception {
    CryptoProviders providers = PROVIDERS.checking(check);
    for (Algorithm algorithm : Algorithm.values()) {
      int bits = algorithm.keyLengths().isFixed() ? algorithm.keyLengths().usual() : 1024;
      SigningKey key =
          new KeyGenerator(providers)
              .generate(
                  DnsName.of("example.com."), new KeySpec(algorithm, bits, KeyRole.ZSK), List.of());
      byte[] signature = key.newSigner(providers).sign(new byte[9], 0, 9);
      assertThat(
              SignatureVerifier.of(key.facts().dnskey(), providers)
                  .verify(new byte[9], 0, 9, signature))
          .isTrue();
    }
  }

  @Test
  void aKeyWithADamagedPrimeSignsNothingWithAnyProvider() throws Exception {
    PrivateKeyInfo whole = KEY.export((facts, secret) -> secret);
    RSAPrivateKey good = RsaFamily.parse(whole);
    RSAPrivateKey bad =
        new RSAPrivateKey(
            good.getModulus(),
            good.getPublicExponent(),
            good.getPrivateExponent(),
            good.getPrime1(),
            good.getPrime2(),
            good.getExponent1().flipBit(100),
            good.getExponent2(),
            good.getCoefficient());
    PrivateKeyInfo encoded = new PrivateKeyInfo(whole.getPrivateKeyAlgorithm(), bad);
    SigningKey damaged = SigningKey.of(KEY.facts(), encoded);
    for (CryptoProviders provider : PROVIDERS.each(Algorithm.RSASHA256)) {
      assertThatThrownBy(() -> damaged.newSigner(provider))
          .as(provider.names().toString())
          .isInstanceOf(SigningException.class)
          .hasMessageContaining("no provider here signs");
    }
  }

  @Test
  void allProvidersMakeTheSameSignature() throws Exception {
    byte[] data = new byte[1000];
    byte[] first = KEY.newSigner(PROVIDERS).sign(data, 17, 900);
    for (CryptoProviders provider : PROVIDERS.each(Algorithm.RSASHA256)) {
      assertThat(KEY.newSigner(provider).sign(data, 17, 900)).isEqualTo(first);
    }
    assertThat(KEY.newSigner(CryptoProviders.withoutNative()).sign(data, 17, 900)).isEqualTo(first);
  }

  @Test
  void sha1SignsWithEveryProvider() throws Exception {
    SigningKey sha1 = KEY.withParameters(new KeyParameters(Algorithm.NSEC3RSASHA1, null, null));
    for (CryptoProviders provider : PROVIDERS.each(Algorithm.RSASHA256)) {
      assertThat(sha1.newSigner(provider).sign(new byte[4], 0, 4)).hasSize(128);
    }
  }

  @Test
  void sha1SignsWhereThePlatformForbidsIt() throws Exception {
    Path policy =
        Files.writeString(
            folder.resolve("policy"),
            """
            security.provider.2=SunJCE
            jdk.certpath.disabledAlgorithms=SHA1
            jdk.jar.disabledAlgorithms=SHA1
            jdk.crypto.disabledAlgorithms=Signature.SHA1withRSA
            """);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.security.properties=" + policy,
                "-cp",
                System.getProperty("java.class.path"),
                Sha1.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.inputReader().readLine()).startsWith("signed by BouncyCastle");
    assertThat(process.waitFor()).isZero();
  }

  /** Signs with SHA-1 and without native libraries. */
  static final class Sha1 {
    public static void main(String[] arguments) throws Exception {
      CryptoProviders providers = CryptoProviders.withoutNative();
      KeySpec spec = new KeySpec(Algorithm.RSASHA1, 512, KeyRole.ZSK);
      Signer signer =
          new KeyGenerator(providers)
              .generate(DnsName.of("example.com."), spec, List.of())
              .newSigner(providers);
      signer.sign(new byte[1], 0, 1);
      System.out.println("signed by " + signer.provider());
    }
  }

  @Test
  void theNamesOfTheProvidersTellVersions() {
    assertThat(CryptoProviders.withoutNative().names())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("JDK SunRsaSign"),
            second -> assertThat(second).startsWith("BouncyCastle"),
            third -> assertThat(third).startsWith("JDK SunEC"));
    assertThat(PROVIDERS.names().size() + PROVIDERS.notices().size()).isEqualTo(4);
  }
}
