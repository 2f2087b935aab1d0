package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.FIVE_YEARS;
import static org.offlinesign.keystore.StoreFixture.NOW;
import static org.offlinesign.keystore.StoreFixture.PROVIDERS;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Security;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.SignatureVerifier;
import org.offlinesign.key.Signer;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyStoreFileException.Reason;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.SoftToken;

/** Keys in a token of SoftHSM. */
class KeyTokenTest {
  private static final byte[] DATA = "octets to sign".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private TokenSlot slot;

  @BeforeEach
  void findTheToken() throws Exception {
    slot = new Tokens().slot(SoftToken.require().configure(folder.resolve("hsm.cfg")));
  }

  private KeyToken open() throws Exception {
    return KeyToken.open(slot, SoftToken.PIN.toCharArray(), SETTINGS);
  }

  private static KeyRequest request(String zone, Algorithm algorithm, KeyRole role)
      throws Exception {
    KeySpec spec = new KeySpec(algorithm, algorithm.keyLengths().usual(), role);
    return KeyRequest.of(DnsName.parse(zone), spec, FIVE_YEARS);
  }

  @ParameterizedTest
  @CsvSource({
    "RSASHA256, KSK, 2048",
    "RSASHA512, ZSK, 2048",
    "ECDSAP256SHA256, KSK, 256",
    "ECDSAP384SHA384, ZSK, 384"
  })
  void aNewKeyIsThereForTheNextWhoLogsInAndSigns(Algorithm algorithm, KeyRole role, int bits)
      throws Exception {
    String name = "new-" + algorithm;
    try (KeyToken token = open()) {
      token.generate(request("new.example.", algorithm, role).withFriendlyName(name));
    }
    try (KeyToken token = open()) {
      StoredKey found = token.find(KeySelector.parse(name + ",zone:NEW.example"));
      ZoneKey facts = found.facts().orElseThrow();
      assertThat(facts.algorithm()).isEqualTo(algorithm);
      assertThat(facts.role()).isEqualTo(role);
      assertThat(facts.bits()).isEqualTo(bits);
      assertThat(found.certificate().orElseThrow().validity()).isEqualTo(FIVE_YEARS);
      Signer signer = found.signingKey().orElseThrow().newSigner(PROVIDERS);
      assertThat(signer.provider()).isEqualTo("SunPKCS11-soft");
      byte[] signature = signer.sign(DATA, 0, DATA.length);
      assertThat(signature).hasSize(facts.signatureLength());
      assertThat(
              SignatureVerifier.of(facts.dnskey(), PROVIDERS)
                  .verify(DATA, 0, DATA.length, signature))
          .isTrue();
      assertThat(token.keys(facts.zone())).contains(found);
    }
  }

  @Test
  void thePrivateKeyDoesNotLeaveTheToken() throws Exception {
    try (KeyToken token = open()) {
      StoredKey key =
          token.generate(request("kept.example.", Algorithm.ECDSAP256SHA256, KeyRole.ZSK));
      SigningKey signing = key.signingKey().orElseThrow();
      assertThat(signing.privateHalf().handle().getEncoded()).isNull();
      assertThatThrownBy(() -> signing.export((facts, secret) -> secret))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("does not leave");
    }
  }

  @Test
  void aKeyWithoutANameIsCalledAsItsCertificateIs() throws Exception {
    try (KeyToken token = open()) {
      StoredKey key =
          token.generate(request("nameless.example.", Algorithm.ECDSAP256SHA256, KeyRole.KSK));
      int tag = key.facts().orElseThrow().keyTag();
      assertThat(key.friendlyName()).hasValue("nameless.example " + tag + " ECDSAP256SHA256 257");
      assertThat(token.find(KeySelector.parse("tag:" + tag + ",zone:nameless.example")))
          .isSameAs(key);
    }
  }

  @Test
  void aSecondKeyOfANameIsRefusedInAnyCaseAndTheFirstStays() throws Exception {
    try (KeyToken token = open()) {
      KeyRequest request = request("twice.example.", Algorithm.ECDSAP256SHA256, KeyRole.ZSK);
      StoredKey first = token.generate(request.withFriendlyName("only-one"));
      assertThatThrownBy(() -> token.generate(request.withFriendlyName("Only-ONE")))
          .isInstanceOfSatisfying(
              KeyStoreFileException.class,
              e -> assertThat(e.reason()).isEqualTo(Reason.NAME_TAKEN));
      assertThat(open().keys(DnsName.parse("twice.example.")))
          .extracting(StoredKey::describe)
          .containsExactly(first.describe());
    }
  }

  @Test
  void anAlgorithmThatTheTokenLacksIsNamed() throws Exception {
    try (KeyToken token = open()) {
      assertThatThrownBy(
              () -> token.generate(request("ed.example.", Algorithm.ED25519, KeyRole.ZSK)))
          .isInstanceOfSatisfying(
              KeyStoreFileException.class,
              e -> assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_KEYS))
          .hasMessageContaining("makes no ED25519 keys: it does not know them");
    }
  }

  @Test
  void timesAreRefusedBecauseATokenKeepsNone() throws Exception {
    KeyRequest timed =
        request("timed.example.", Algorithm.ECDSAP256SHA256, KeyRole.ZSK)
            .withTiming(KeyTiming.NONE.with(KeyEvent.PUBLISH, NOW));
    try (KeyToken token = open()) {
      assertThatThrownBy(() -> token.generate(timed)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aKeyThatIsGoneFromTheTokenIsNamedWithWhatTheTokenSays() throws Exception {
    try (KeyToken token = open()) {
      StoredKey key =
          token.generate(
              request("gone.example.", Algorithm.ECDSAP256SHA256, KeyRole.ZSK)
                  .withFriendlyName("gone"));
      slot.login(SoftToken.PIN.toCharArray()).deleteEntry("gone");
      assertThatThrownBy(() -> key.signingKey().orElseThrow().newSigner(PROVIDERS))
          .isInstanceOf(SigningException.class)
          .hasMessageContainingAll("gone.example./ECDSAP256SHA256", "CKR_");
    }
  }

  @Test
  void ecdsaByRfc6979IsRefused() throws Exception {
    try (KeyToken token = open()) {
      StoredKey key =
          token.generate(request("nonce.example.", Algorithm.ECDSAP256SHA256, KeyRole.ZSK));
      assertThatThrownBy(() -> key.signingKey().orElseThrow().newSigner(PROVIDERS.deterministic()))
          .isInstanceOf(SigningException.class)
          .hasMessageContaining("RFC 6979");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "attributes = compatibility",
        "attributes(generate, CKO_PRIVATE_KEY, *) = { CKA_SENSITIVE = false CKA_EXTRACTABLE = true }",
        "attributes(*, CKO_PRIVATE_KEY, CKK_EC) = { CKA_SENSITIVE = true CKA_EXTRACTABLE = true }"
      })
  void aConfigurationDoesNotTellTheTokenToGiveKeysAway(String line) throws Exception {
    Path file = SoftToken.require().configure(folder.resolve("open.cfg"));
    Files.writeString(file, Files.readString(file) + line);
    try (KeyToken token =
        KeyToken.open(new Tokens().slot(file), SoftToken.PIN.toCharArray(), SETTINGS)) {
      for (Algorithm algorithm : List.of(Algorithm.ECDSAP256SHA256, Algorithm.RSASHA256)) {
        StoredKey made = token.generate(request("open.example.", algorithm, KeyRole.ZSK));
        PrivateKey handle = made.signingKey().orElseThrow().privateHalf().handle();
        assertThat(handle.getFormat()).isNull();
        assertThat(handle.toString()).contains(", sensitive, unextractable");
      }
    }
  }

  @Test
  void theProviderIsNotRegisteredWithThePlatform() throws Exception {
    open().close();
    assertThat(List.of(Security.getProviders()))
        .noneMatch(provider -> provider.getName().equals(slot.provider().getName()));
  }
}
