package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
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
  private static final SignatureEngine WHOLE = new BouncyCastleEngine(Nonces.RANDOM);

  @TempDir Path folder;

  /**
   * Makes wrong signatures after some right ones.
   *
   * @param right how many signatures of a key come out right
   */
  private record FaultyEngine(int right) implements SignatureEngine {
    @Override
    public String description() {
      return "a broken machine";
    }

    @Override
    public boolean supports(Algorithm algorithm) {
      return WHOLE.supports(algorithm);
    }

    @Override
    public SigningOperation signing(Algorithm algorithm, PrivateKeyInfo key)
        throws GeneralSecurityException {
      SigningOperation sound = WHOLE.signing(algorithm, key);
      int[] made = {0};
      return (data, offset, length) -> {
        byte[] signature = sound.sign(data, offset, length);
        if (made[0]++ >= right) {
          signature[signature.length / 2] ^= 1;
        }
        return signature;
      };
    }

    @Override
    public VerifyingOperation verifying(Algorithm algorithm, SubjectPublicKeyInfo key)
        throws GeneralSecurityException {
      return WHOLE.verifying(algorithm, key);
    }

    @Override
    public PrivateKeyInfo generate(KeySpec spec, SecureRandom random)
        throws GeneralSecurityException {
      return WHOLE.generate(spec, random);
    }
  }

  private static CryptoProviders failingAfter(int right) {
    return CryptoProviders.of(new FaultyEngine(right));
  }

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
    Signer signer = key(algorithm).newSigner(failingAfter(2));
    assertThat(signer.sign(new byte[5], 0, 5)).isNotEmpty();
    assertThatThrownBy(() -> signer.sign(new byte[5], 0, 5))
        .isInstanceOf(SigningException.class)
        .hasMessageContaining("a broken machine made a wrong signature", "withheld");
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void noCertificateWithAWrongSignatureIsMade(Algorithm algorithm) throws Exception {
    ContentSigner signer = key(algorithm).certificateSigner(failingAfter(1));
    signer.getOutputStream().write(new byte[9]);
    assertThatThrownBy(signer::getSignature).hasMessageContaining("withheld");
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void noKeyWhoseCertificateCameOutWrongEntersAStore(Algorithm algorithm) throws Exception {
    Path file = folder.resolve("keys.p12");
    KeyStoreSettings settings = KeyStoreSettings.of(failingAfter(1), Clock.systemUTC());
    try (KeyStoreFile store =
        KeyStoreFile.openOrCreate(file, "correct horse".toCharArray(), settings)) {
      byte[] before = Files.readAllBytes(file);
      CertificateValidity validity = CertificateValidity.startingBefore(Instant.now());
      assertThatThrownBy(() -> store.generate(KeyRequest.of(ZONE, spec(algorithm), validity)))
          .hasMessageContaining("withheld");
      assertThat(file).hasBinaryContent(before);
    }
  }

  @Test
  void aKeyThatFailsItsTrialSignsNothing() {
    assertThatThrownBy(() -> key(Algorithm.ED25519).newSigner(failingAfter(0)))
        .isInstanceOf(SigningException.class)
        .hasMessageContaining("no provider here signs");
  }
}
