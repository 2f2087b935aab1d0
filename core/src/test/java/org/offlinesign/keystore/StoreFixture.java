package org.offlinesign.keystore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CertificateValidity;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.MaskedPassword;
import org.offlinesign.name.DnsName;

/** What tests of the key store have in common. Keys are short, because long ones take long. */
final class StoreFixture {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  static final KeyStoreSettings SETTINGS = settingsAt(NOW);
  static final DnsName ZONE = DnsName.of("example.com.");
  static final CertificateValidity FIVE_YEARS = CertificateValidity.startingBefore(NOW);

  private StoreFixture() {}

  static char[] password() {
    return "correct horse".toCharArray();
  }

  static KeyStoreSettings settingsAt(Instant now) {
    return new KeyStoreSettings(
        PROVIDERS,
        Clock.fixed(now, ZoneOffset.UTC),
        Duration.ofSeconds(20),
        notice -> {},
        new StoreMemory(),
        Backup.REPLACED);
  }

  static KeyRequest request(String friendlyName, KeyRole role) {
    KeySpec spec = new KeySpec(Algorithm.RSASHA256, 512, role);
    return KeyRequest.of(ZONE, spec, FIVE_YEARS).withFriendlyName(friendlyName);
  }

  /** Makes a store with no keys, as a deletion of the last one leaves it. */
  static void makeEmpty(Path file, char[] password) throws IOException, KeyStoreFileException {
    try (MaskedPassword masked = new MaskedPassword(password);
        StoreFile store = new StoreFile(file, masked, SETTINGS)) {
      store.write(Pkcs12.Content.EMPTY);
    }
  }
}
