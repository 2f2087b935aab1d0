package org.offlinesign.mutation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.delegation.KeySetPolicy;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.RecordTreatment;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.SigningScope;
import org.offlinesign.sign.Validity;
import org.offlinesign.sign.ZoneLayout;
import org.offlinesign.sign.ZoneSigner;
import org.offlinesign.verify.ExampleSigner;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.ZoneFileSource;

/** Makes good zones to change: one content, signed in different ways. */
final class SampleZones {
  static final DnsName ZONE = DnsName.of(Sample.ZONE);
  static final CryptoProviders PROVIDERS = CryptoProviders.detect();

  /** Beyond the beginning of 2038 one of the other verifiers loses count. */
  static final Validity VALIDITY =
      new Validity(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2038-01-01T00:00:00Z"));

  private static final String CONTENT =
      """
      $ORIGIN example.
      $TTL 3600
      @ SOA ns1 hostmaster 2026020100 7200 900 1209600 900
      @ NS ns1
      @ NS ns2
      @ MX 10 mail
      @ MX 20 mail.elsewhere.test.
      @ TXT "v=spf1 -all"
      @ CAA 0 issue "ca.test"
      ns1 A 192.0.2.1
      ns1 AAAA 2001:db8::1
      ns2 A 192.0.2.2
      mail A 192.0.2.25
      multi A 192.0.2.31
      multi A 192.0.2.32
      multi A 192.0.2.33
      www CNAME mail
      CamelCase A 192.0.2.40
      txt TXT "first" "second one"
      _sip._tcp SRV 10 20 5060 mail
      a.b.c A 192.0.2.50
      *.wild A 192.0.2.60
      sub.wild TXT "beside the wildcard"
      dname DNAME other.test.
      svc HTTPS 1 Svc.Example. alpn=h2
      unknown TYPE65280 \\# 4 0A000001
      secure NS ns.secure
      secure DS 12345 8 2 3F6B1B3F6A54E7C59B41F6A7E1E0C5C5E8B0C6A9D7E3F2A1B4C5D6E7F8091A2B
      ns.secure A 192.0.2.70
      insecure NS ns.insecure
      insecure NS ns.elsewhere.test.
      ns.insecure A 192.0.2.71
      ns.insecure AAAA 2001:db8::71
      lonely.ent NS ns.elsewhere.test.
      """;

  private final Path folder;

  SampleZones(Path folder) {
    this.folder = folder;
  }

  /** Returns zones with each chain, by keys of several algorithms, one of them with two at once. */
  List<Sample> all() throws Exception {
    Denial nsec3 = new Nsec3(Nsec3Parameters.RFC_9276, false);
    Denial optOut = new Nsec3(Nsec3Parameters.RFC_9276, true);
    return List.of(
        sample("NSEC, RSASHA256", new Nsec(), Algorithm.RSASHA256),
        sample("NSEC, ED25519", new Nsec(), Algorithm.ED25519),
        sample("NSEC3, ECDSAP256SHA256", nsec3, Algorithm.ECDSAP256SHA256),
        sample("NSEC3, ED25519 and RSASHA256", nsec3, Algorithm.ED25519, Algorithm.RSASHA256),
        sample("NSEC3 opt-out, ED25519", optOut, Algorithm.ED25519));
  }

  private Sample sample(String name, Denial denial, Algorithm... algorithms) throws Exception {
    List<SigningKey> keys = new ArrayList<>();
    for (Algorithm algorithm : algorithms) {
      keys.add(key(algorithm, KeyRole.KSK));
      keys.add(key(algorithm, KeyRole.ZSK));
    }
    return new Sample(name, sign(keys, denial), keys);
  }

  private static SigningKey key(Algorithm algorithm, KeyRole role) {
    return new KeyGenerator(PROVIDERS).generate(ZONE, KeySpec.of(algorithm, role), List.of());
  }

  private List<Line> sign(List<SigningKey> keys, Denial denial) throws Exception {
    ZoneFileSource source =
        ZoneFileSource.of(
            "content", new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.UTF_8)));
    Path output = folder.resolve("signed");
    SortBudget budget = new SortBudget(SortBudget.MIN_OCTETS, folder, 1);
    SigningRequest request =
        SigningRequest.builder(ZONE, source, output, budget)
            .keys(keys.stream().map(key -> KeyUse.signing(key, SigningScope.BY_ROLE)).toList())
            .keySets(KeySetPolicy.in(folder))
            .validity(VALIDITY)
            .denial(denial)
            .dsTreatment(RecordTreatment.ADD)
            .layout(ZoneLayout.FULL)
            .build();
    new ZoneSigner(PROVIDERS, Clock.systemUTC()).sign(request);
    return Line.allOf(Files.readString(output));
  }

  static List<Line> resign(List<Line> unsigned, List<SigningKey> keys) {
    ExampleSigner signer =
        ExampleSigner.of(keys.toArray(new SigningKey[0]))
            .with(PROVIDERS)
            .from(VALIDITY.inception().getEpochSecond(), VALIDITY.expiration().getEpochSecond());
    return Line.allOf(String.join("\n", signer.sign(Sample.text(unsigned)).lines()));
  }
}
