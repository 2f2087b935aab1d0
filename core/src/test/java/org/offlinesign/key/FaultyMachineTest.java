package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.operator.ContentSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.keystore.KeyRequest;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreSettings;
import org.offlinesign.name.DnsName;

/** A machine whose arithmetic goes wrong once the trial of a key is over. */
class FaultyMachineTest {
  private static final DnsName ZONE = DnsName.of("example.com.");

  @TempDir Path folder;

  private static KeySpec spec(Algorithm algorithm) {
    int bits = algorithm.keyLengths().isFixed() ? algorithm.keyLengths().usual() : 1024;
    return new KeySpec(algorithm, bits, KeyRole.ZSK);
  }

  private static SigningKey key(Algorithm algorithm) {
    return new KeyGenerator(CryptoProviders.bouncyCastle())
        .generate(ZONE, spec(algorithm), List.of());
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void noWrongSignatureIsReleased(Algorithm algorithm) throws Exception {
    Signer signer = key(algorithm).newSigner(FaultyEngine.failingAfter(2));
    assertThat(signer.sign(new byte[5], 0, 5)).isNotEmpty();
    assertThatThrownBy(() -> signer.sign(new byte[5], 0, 5))
        .isInstanceOf(SigningException.class)
        .hasMessageContaining("Faulty 1.0 made a wrong signature", "withheld");
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void noCertificateWithAWrongSignatureIsMade(Algorithm algorithm) throws Exception {
    ContentSigner signer = key(algorithm).certificateSigner(FaultyEngine.failingAfter(1));
    signer.getOutputStream().write(new byte[9]);
    assertThatThrownBy(signer::getSignature).hasMessageContaining("withheld");
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void noKeyWhoseCertificateCameOutWrongEntersAStore(Algorithm algorithm) throws Exception {
    Path file = folder.resolve("keys.p12");
    KeyStoreSettings settings =
        KeyStoreSettings.of(FaultyEngine.failingAfter(1), Clock.systemUTC());
    try (KeyStoreFile store =
        KeyStoreFile.openOrCreate(file, "correct horse".toCharArray(), settings)) {
      CertificateValidity validity = CertificateValidity.startingBefore(Instant.now());
      assertThatThrownBy(() -> store.generate(KeyRequest.of(ZONE, spec(algorithm), validity)))
          .hasMessageContaining("withheld");
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void aKeyThatFailsItsTrialSignsNothing() {
    assertThatThrownBy(() -> key(Algorithm.ED25519).newSigner(FaultyEngine.failingAfter(0)))
        .isInstanceOf(SigningException.class)
        .hasMessageContaining("no provider here signs");
  }
}
