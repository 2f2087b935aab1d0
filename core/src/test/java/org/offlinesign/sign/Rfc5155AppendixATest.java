package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Nsec3Salt;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;

/** The zone of RFC 5155 appendix A: everything but the octets of keys and signatures. */
class Rfc5155AppendixATest {
  private static final String ZONE =
      """
      $TTL 3600
      example. IN SOA ns1.example. bugs.x.w.example. 1 3600 300 3600000 3600
               NS     ns1.example.
               NS     ns2.example.
               MX     1 xx.example.
      2t7b4g4vsa5smi47k61mv5bv1a22bojr.example. A 192.0.2.127
      a.example. NS   ns1.a.example.
               NS     ns2.a.example.
               DS     58470 5 1 3079F1593EBAD6DC121E202A8B766A6A4837206C
      ns1.a.example. A 192.0.2.5
      ns2.a.example. A 192.0.2.6
      ai.example. A   192.0.2.9
               HINFO  "KLH-10" "ITS"
               AAAA   2001:db8:0:0:0:0:f00:baa9
      c.example. NS   ns1.c.example.
               NS     ns2.c.example.
      ns1.c.example. A 192.0.2.7
      ns2.c.example. A 192.0.2.8
      ns1.example. A  192.0.2.1
      ns2.example. A  192.0.2.2
      *.w.example. MX 1 ai.example.
      x.w.example. MX 1 xx.example.
      x.y.w.example. MX 1 xx.example.
      xx.example. A   192.0.2.10
               HINFO  "KLH-10" "TOPS-20"
               AAAA   2001:db8:0:0:0:0:f00:baaa
      """;

  private static final SigningKey KSK = SigningFixture.key(Algorithm.NSEC3RSASHA1, KeyRole.KSK);
  private static final SigningKey ZSK = SigningFixture.key(Algorithm.NSEC3RSASHA1, KeyRole.ZSK);

  @TempDir Path folder;

  private SigningFixture.Outcome outcome;

  @BeforeEach
  void sign() throws Exception {
    Nsec3Parameters parameters = new Nsec3Parameters(12, Nsec3Salt.of("aabbccdd"));
    outcome =
        new SigningFixture(folder)
            .signWhole(
                ZONE,
                request ->
                    request
                        .keys(SigningFixture.byRole(KSK, ZSK))
                        .denial(new Nsec3(parameters, true))
                        .dsTreatment(RecordTreatment.NOCHANGE)
                        .serialPolicy(SerialPolicy.KEEP));
  }

  private List<String> records(RecordType type) {
    List<String> lines = new ArrayList<>();
    for (ResourceRecord record : outcome.zone().records()) {
      if (record.type().equals(type)) {
        lines.add(record.owner() + " " + record.ttl() + " " + SignedText.text(record));
      }
    }
    return lines;
  }

  @Test
  void rfc5155_A_theChainIsTheOneOfTheExample() {
    assertThat(records(RecordType.NSEC3))
        .usingElementComparator(String::compareToIgnoreCase)
        .containsExactly(
            "0p9mhaveqvm6t7vbl5lop2u3t2rp3tom.example. 3600 1 1 12 aabbccdd"
                + " 2t7b4g4vsa5smi47k61mv5bv1a22bojr NS SOA MX RRSIG DNSKEY NSEC3PARAM",
            "2t7b4g4vsa5smi47k61mv5bv1a22bojr.example. 3600 1 1 12 aabbccdd"
                + " 2vptu5timamqttgl4luu9kg21e0aor3s A RRSIG",
            "2vptu5timamqttgl4luu9kg21e0aor3s.example. 3600 1 1 12 aabbccdd"
                + " 35mthgpgcu1qg68fab165klnsnk3dpvl MX RRSIG",
            "35mthgpgcu1qg68fab165klnsnk3dpvl.example. 3600 1 1 12 aabbccdd"
                + " b4um86eghhds6nea196smvmlo4ors995 NS DS RRSIG",
            "b4um86eghhds6nea196smvmlo4ors995.example. 3600 1 1 12 aabbccdd"
                + " gjeqe526plbf1g8mklp59enfd789njgi MX RRSIG",
            "gjeqe526plbf1g8mklp59enfd789njgi.example. 3600 1 1 12 aabbccdd"
                + " ji6neoaepv8b5o6k4ev33abha8ht9fgc A HINFO AAAA RRSIG",
            "ji6neoaepv8b5o6k4ev33abha8ht9fgc.example. 3600 1 1 12 aabbccdd"
                + " k8udemvp1j2f7eg6jebps17vp3n8i58h",
            "k8udemvp1j2f7eg6jebps17vp3n8i58h.example. 3600 1 1 12 aabbccdd"
                + " kohar7mbb8dc2ce8a9qvl8hon4k53uhi",
            "kohar7mbb8dc2ce8a9qvl8hon4k53uhi.example. 3600 1 1 12 aabbccdd"
                + " q04jkcevqvmu85r014c7dkba38o0ji5r A RRSIG",
            "q04jkcevqvmu85r014c7dkba38o0ji5r.example. 3600 1 1 12 aabbccdd"
                + " r53bq7cc2uvmubfu5ocmm6pers9tk9en A RRSIG",
            "r53bq7cc2uvmubfu5ocmm6pers9tk9en.example. 3600 1 1 12 aabbccdd"
                + " t644ebqk9bibcna874givr6joj62mlhv MX RRSIG",
            "t644ebqk9bibcna874givr6joj62mlhv.example. 3600 1 1 12 aabbccdd"
                + " 0p9mhaveqvm6t7vbl5lop2u3t2rp3tom A HINFO AAAA RRSIG");
  }

  /** The TTL is 3600 in the RFC; here it is 0, because nobody but the zone's servers asks. */
  @Test
  void rfc5155_A_theParametersAreThoseOfTheExampleWithFlagsZero() {
    assertThat(records(RecordType.NSEC3PARAM)).containsExactly("example. 0 1 0 12 AABBCCDD");
  }

  @Test
  void rfc5155_A_theSignaturesAreThoseOfTheExample() throws Exception {
    List<String> signatures = new ArrayList<>();
    int ofChain = 0;
    for (ResourceRecord record : outcome.zone().records()) {
      if (record.type().equals(RecordType.RRSIG)) {
        Rrsig rrsig = Rrsig.from(record.rdata());
        assertThat(rrsig.algorithm()).isEqualTo(7);
        String key = rrsig.keyTag() == KSK.facts().keyTag() ? "KSK" : "ZSK";
        if (rrsig.typeCovered().equals(RecordType.NSEC3)) {
          assertThat(rrsig.labels()).isEqualTo(2);
          ofChain++;
        } else {
          signatures.add(
              record.owner() + " " + rrsig.typeCovered() + " " + rrsig.labels() + " " + key);
        }
      }
    }
    assertThat(ofChain).isEqualTo(12);
    assertThat(signatures)
        .containsExactlyInAnyOrder(
            "example. SOA 1 ZSK",
            "example. NS 1 ZSK",
            "example. MX 1 ZSK",
            "example. DNSKEY 1 KSK",
            "example. DNSKEY 1 ZSK",
            "example. NSEC3PARAM 1 ZSK",
            "2t7b4g4vsa5smi47k61mv5bv1a22bojr.example. A 2 ZSK",
            "a.example. DS 2 ZSK",
            "ai.example. A 2 ZSK",
            "ai.example. HINFO 2 ZSK",
            "ai.example. AAAA 2 ZSK",
            "ns1.example. A 2 ZSK",
            "ns2.example. A 2 ZSK",
            "*.w.example. MX 2 ZSK",
            "x.w.example. MX 3 ZSK",
            "x.y.w.example. MX 4 ZSK",
            "xx.example. A 2 ZSK",
            "xx.example. HINFO 2 ZSK",
            "xx.example. AAAA 2 ZSK");
  }
}
