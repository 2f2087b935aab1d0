package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;

/** The zone of RFC 4035 appendix A: everything but the octets of keys and signatures. */
class Rfc4035AppendixATest {
  private static final String ZONE =
      """
      example. 3600 IN SOA ns1.example. bugs.x.w.example. 1081539377 3600 300 3600000 3600
               3600 NS     ns1.example.
               3600 NS     ns2.example.
               3600 MX     1 xx.example.
      a.example. 3600 IN NS  ns1.a.example.
               3600 IN NS  ns2.a.example.
               3600 DS     57855 5 1 B6DCD485719ADCA18E5F3D48A2331627FDD3636B
      ns1.a.example. 3600 IN A   192.0.2.5
      ns2.a.example. 3600 IN A   192.0.2.6
      ai.example. 3600 IN A   192.0.2.9
               3600 HINFO  "KLH-10" "ITS"
               3600 AAAA   2001:db8::f00:baa9
      b.example. 3600 IN NS  ns1.b.example.
               3600 IN NS  ns2.b.example.
      ns1.b.example. 3600 IN A   192.0.2.7
      ns2.b.example. 3600 IN A   192.0.2.8
      ns1.example. 3600 IN A   192.0.2.1
      ns2.example. 3600 IN A   192.0.2.2
      *.w.example. 3600 IN MX  1 ai.example.
      x.w.example. 3600 IN MX  1 xx.example.
      x.y.w.example. 3600 IN MX  1 xx.example.
      xx.example. 3600 IN A   192.0.2.10
               3600 HINFO  "KLH-10" "TOPS-20"
               3600 AAAA   2001:db8::f00:baaa
      """;

  private static final SigningKey KSK = SigningFixture.key(Algorithm.RSASHA1, KeyRole.KSK);
  private static final SigningKey ZSK = SigningFixture.key(Algorithm.RSASHA1, KeyRole.ZSK);

  @TempDir Path folder;

  private SigningFixture.Outcome outcome;

  @BeforeEach
  void sign() throws Exception {
    outcome =
        new SigningFixture(folder)
            .signWhole(
                ZONE,
                request ->
                    request
                        .keys(SigningFixture.byRole(KSK, ZSK))
                        .dsTreatment(RecordTreatment.NOCHANGE)
                        .serialPolicy(SerialPolicy.KEEP));
  }

  @Test
  void rfc4035_A_theChainIsTheOneOfTheExample() {
    List<String> chain = new ArrayList<>();
    for (ResourceRecord record : outcome.zone().records()) {
      if (record.type().equals(RecordType.NSEC)) {
        chain.add(record.owner() + " " + record.ttl() + " NSEC " + SignedText.text(record));
      }
    }
    assertThat(chain)
        .containsExactly(
            "example. 3600 NSEC a.example. NS SOA MX RRSIG NSEC DNSKEY",
            "a.example. 3600 NSEC ai.example. NS DS RRSIG NSEC",
            "ai.example. 3600 NSEC b.example. A HINFO AAAA RRSIG NSEC",
            "b.example. 3600 NSEC ns1.example. NS RRSIG NSEC",
            "ns1.example. 3600 NSEC ns2.example. A RRSIG NSEC",
            "ns2.example. 3600 NSEC *.w.example. A RRSIG NSEC",
            "*.w.example. 3600 NSEC x.w.example. MX RRSIG NSEC",
            "x.w.example. 3600 NSEC x.y.w.example. MX RRSIG NSEC",
            "x.y.w.example. 3600 NSEC xx.example. MX RRSIG NSEC",
            "xx.example. 3600 NSEC example. A HINFO AAAA RRSIG NSEC");
  }

  @Test
  void rfc4035_A_theSignaturesAreThoseOfTheExample() throws Exception {
    List<String> signatures = new ArrayList<>();
    for (ResourceRecord record : outcome.zone().records()) {
      if (record.type().equals(RecordType.RRSIG)) {
        Rrsig rrsig = Rrsig.from(record.rdata());
        String key = rrsig.keyTag() == KSK.facts().keyTag() ? "KSK" : "ZSK";
        signatures.add(
            record.owner() + " " + rrsig.typeCovered() + " " + rrsig.labels() + " " + key);
        assertThat(rrsig.algorithm()).isEqualTo(5);
        assertThat(rrsig.originalTtl().seconds()).isEqualTo(3600);
      }
    }
    assertThat(signatures)
        .containsExactlyInAnyOrder(
            "example. SOA 1 ZSK",
            "example. NS 1 ZSK",
            "example. MX 1 ZSK",
            "example. NSEC 1 ZSK",
            "example. DNSKEY 1 KSK",
            "example. DNSKEY 1 ZSK",
            "a.example. DS 2 ZSK",
            "a.example. NSEC 2 ZSK",
            "ai.example. A 2 ZSK",
            "ai.example. HINFO 2 ZSK",
            "ai.example. AAAA 2 ZSK",
            "ai.example. NSEC 2 ZSK",
            "b.example. NSEC 2 ZSK",
            "ns1.example. A 2 ZSK",
            "ns1.example. NSEC 2 ZSK",
            "ns2.example. A 2 ZSK",
            "ns2.example. NSEC 2 ZSK",
            "*.w.example. MX 2 ZSK",
            "*.w.example. NSEC 2 ZSK",
            "x.w.example. MX 3 ZSK",
            "x.w.example. NSEC 3 ZSK",
            "x.y.w.example. MX 4 ZSK",
            "x.y.w.example. NSEC 4 ZSK",
            "xx.example. A 2 ZSK",
            "xx.example. HINFO 2 ZSK",
            "xx.example. AAAA 2 ZSK",
            "xx.example. NSEC 2 ZSK");
  }
}
