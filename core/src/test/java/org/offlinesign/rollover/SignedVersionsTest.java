package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.delegation.KeySetContent;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyId;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.SigningScope;
import org.offlinesign.sign.ZoneSigner;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** The model sees in zones that are really signed what it sees in versions made for tests. */
class SignedVersionsTest {
  private static final DnsName ZONE = DnsName.of("example.");
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final SigningKey KSK = key(Algorithm.ECDSAP256SHA256, KeyRole.KSK);
  private static final SigningKey ZSK1 = key(Algorithm.ECDSAP256SHA256, KeyRole.ZSK);
  private static final SigningKey ZSK2 = key(Algorithm.ECDSAP256SHA256, KeyRole.ZSK);
  private static final SigningKey CURVE = key(Algorithm.ED25519, KeyRole.ZSK);

  private static final String TEXT =
      """
      $TTL 7200
      @ 3600 SOA ns admin 7 1200 300 604800 900
      @ NS ns
      ns A 192.0.2.1
      sub NS ns.sub
      ns.sub A 192.0.2.2
      * TXT "wildcard"
      """;

  @TempDir private Path folder;

  private static SigningKey key(Algorithm algorithm, KeyRole role) {
    return new KeyGenerator(PROVIDERS).generate(ZONE, KeySpec.of(algorithm, role), List.of());
  }

  private static List<KeyUse> signing(SigningKey... keys) {
    List<KeyUse> uses = new ArrayList<>();
    for (SigningKey key : keys) {
      uses.add(KeyUse.signing(key, SigningScope.BY_ROLE));
    }
    return uses;
  }

  private ReadZone sign(String label, List<KeyUse> uses, KeyUse... more) throws Exception {
    List<KeyUse> all = new ArrayList<>(uses);
    all.addAll(List.of(more));
    ZoneFileSource input =
        ZoneFileSource.of(label, new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)));
    Path output = folder.resolve("signed.zone");
    SigningRequest request =
        SigningRequest.builder(ZONE, input, output, Budgets.in(folder))
            .keys(all)
            .keySetContent(KeySetContent.NONE)
            .build();
    assertThat(new ZoneSigner(PROVIDERS, Clock.fixed(NOW, ZoneOffset.UTC)).sign(request).files())
        .containsExactly(output);
    ReadZone read =
        new ZoneVersionReader(Budgets.in(folder))
            .read(ZoneFileSource.of(output), ZoneFileOptions.builder(ZONE).build());
    return new ReadZone(read.version().named(label), read.soa(), read.soaTtl());
  }

  private static KeyId id(SigningKey key) {
    return KeyId.of(key.facts().dnskey());
  }

  private static TimeLine.Builder delegated() {
    DsVersion ds =
        new DsVersion(
            "the DS set",
            List.of(DsDigest.of(ZONE, KSK.facts().dnskey(), DigestType.SHA256)),
            Duration.ofHours(1));
    return TimeLine.of(ZONE).propagation(Duration.ofMinutes(25)).parent(NOW, ds);
  }

  @Test
  void aSignedZoneIsOneGroupBesideItsKeys() throws Exception {
    ReadZone read = sign("signed", signing(KSK, ZSK1));
    ZoneVersion version = read.version();
    assertThat(version.data()).extracting(SignedGroup::signers).containsExactly(Set.of(id(ZSK1)));
    assertThat(version.largestTtl()).isEqualTo(Duration.ofHours(2));
    assertThat(version.keys().signatures())
        .extracting(SignatureSpan::key)
        .containsExactlyInAnyOrder(id(KSK), id(ZSK1));
    assertThat(read.propagation()).isEqualTo(Duration.ofMinutes(25));
    assertThat(delegated().zone(NOW, version).build().breakages()).isEmpty();
  }

  @Test
  void aRolloverOfTheZskBreaksNothingUnlessItIsHurried() throws Exception {
    ZoneVersion before = sign("before", signing(KSK, ZSK1)).version();
    ZoneVersion published =
        sign("published", signing(KSK, ZSK1), KeyUse.published(ZSK2.facts())).version();
    ZoneVersion swapped =
        sign("swapped", signing(KSK, ZSK2), KeyUse.published(ZSK1.facts())).version();
    ZoneVersion after = sign("after", signing(KSK, ZSK2)).version();
    Duration keyTtl = before.keys().ttl();
    Instant publication = NOW.plus(Duration.ofDays(1));
    Instant swap = publication.plus(Duration.ofMinutes(25)).plus(keyTtl);
    Instant removal = swap.plus(Duration.ofMinutes(25)).plus(before.largestTtl());
    TimeLine line =
        delegated()
            .zone(NOW, before)
            .zone(publication, published)
            .zone(swap, swapped)
            .zone(removal, after)
            .build();
    assertThat(line.breakages()).isEmpty();
    TimeLine hurried =
        delegated()
            .zone(NOW, before)
            .zone(publication, published)
            .zone(swap.minusSeconds(1), swapped)
            .zone(removal.minusSeconds(2), after)
            .build();
    assertThat(hurried.breakages())
        .extracting(Breakage::cause)
        .containsExactly(Cause.NO_KEY_FOR_SIGNATURES, Cause.NO_KEY_FOR_SIGNATURES);
    assertThat(hurried.breakages().get(0).what()).contains(id(ZSK2).toString());
  }

  @Test
  void rfc6781_4_1_4_aKeyThatSignsUnpublishedIsAmongTheSignersAlone() throws Exception {
    KeyUse unpublished = KeyUse.signing(CURVE, SigningScope.UNPUBLISHED);
    ZoneVersion version = sign("signed", signing(KSK, ZSK1), unpublished).version();
    assertThat(version.data())
        .allSatisfy(
            group -> assertThat(group.signers()).containsExactlyInAnyOrder(id(ZSK1), id(CURVE)));
    assertThat(version.keys().algorithms()).containsExactly(13);
    assertThat(delegated().zone(NOW, version).build().breakages()).isEmpty();
  }
}
