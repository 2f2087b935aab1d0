package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.KeyId;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/** Keys, versions and DS sets of a zone for tests of the model; nothing is really signed. */
final class ModelFixture {
  static final DnsName ZONE = DnsName.of("example.");
  static final Instant T0 = Instant.parse("2026-12-01T00:00:00Z");

  static final Duration PROPAGATION = Duration.ofMinutes(30);
  static final Duration PARENT_PROPAGATION = Duration.ofHours(1);
  static final Duration KEY_TTL = Duration.ofHours(2);
  static final Duration LARGEST_TTL = Duration.ofHours(24);
  static final Duration NEGATIVE_TTL = Duration.ofMinutes(15);
  static final Duration DS_TTL = Duration.ofHours(12);

  static final ZoneTimes TIMES =
      ZoneTimes.of(PROPAGATION, KEY_TTL, LARGEST_TTL)
          .withParentPropagation(PARENT_PROPAGATION)
          .withDsTtl(DS_TTL);

  static final Dnskey KSK1 = key(257, 13, 1);
  static final Dnskey KSK2 = key(257, 13, 2);
  static final Dnskey ZSK1 = key(256, 13, 3);
  static final Dnskey ZSK2 = key(256, 13, 4);
  static final Dnskey NEW_KSK = key(257, 15, 5);
  static final Dnskey NEW_ZSK = key(256, 15, 6);

  private ModelFixture() {}

  static Dnskey key(int flags, int algorithm, int seed) {
    byte[] octets = new byte[algorithm == 13 ? 64 : 32];
    Arrays.fill(octets, (byte) seed);
    return new Dnskey(flags, Dnskey.PROTOCOL, algorithm, octets);
  }

  static KeyRrset keys(List<Dnskey> keys, Dnskey... signers) {
    return new KeyRrset(keys, KEY_TTL, ids(signers).stream().map(SignatureSpan::always).toList());
  }

  static ZoneVersion version(String label, KeyRrset keys, Dnskey... dataSigners) {
    return ZoneVersion.signed(label, keys, ids(dataSigners), LARGEST_TTL);
  }

  static ZoneVersion unsigned(String label) {
    return ZoneVersion.unsigned(label, LARGEST_TTL, NEGATIVE_TTL);
  }

  private static Set<KeyId> ids(Dnskey... keys) {
    Set<KeyId> ids = new LinkedHashSet<>();
    for (Dnskey key : keys) {
      ids.add(KeyId.of(key));
    }
    return ids;
  }

  static DsVersion ds(String label, Dnskey... keys) {
    return ds(ZONE, label, List.of(keys));
  }

  static DsVersion ds(DnsName zone, String label, Collection<Dnskey> keys) {
    List<Ds> records = keys.stream().map(key -> DsDigest.of(zone, key, DigestType.SHA256)).toList();
    return new DsVersion(label, records, DS_TTL);
  }

  static TimeLine.Builder timeLine() {
    return TimeLine.of(ZONE).propagation(PROPAGATION).parentPropagation(PARENT_PROPAGATION);
  }
}
