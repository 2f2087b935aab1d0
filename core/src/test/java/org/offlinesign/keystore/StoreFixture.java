package org.offlinesign.keystore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CertificateValidity;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
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
        new StoreMemory());
  }

  static KeyRequest request(String friendlyName, KeyRole role) {
    KeySpec spec = new KeySpec(Algorithm.RSASHA256, 512, role);
    return KeyRequest.of(ZONE, spec, FIVE_YEARS).withFriendlyName(friendlyName);
  }
}
