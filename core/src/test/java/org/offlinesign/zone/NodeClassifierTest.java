package org.offlinesign.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.record.RecordType.A;
import static org.offlinesign.record.RecordType.AAAA;
import static org.offlinesign.record.RecordType.CNAME;
import static org.offlinesign.record.RecordType.DNAME;
import static org.offlinesign.record.RecordType.DNSKEY;
import static org.offlinesign.record.RecordType.DS;
import static org.offlinesign.record.RecordType.NS;
import static org.offlinesign.record.RecordType.NSEC;
import static org.offlinesign.record.RecordType.NSEC3;
import static org.offlinesign.record.RecordType.RRSIG;
import static org.offlinesign.record.RecordType.SOA;
import static org.offlinesign.record.RecordType.TXT;
import static org.offlinesign.zone.NodeKind.APEX;
import static org.offlinesign.zone.NodeKind.AUTHORITATIVE;
import static org.offlinesign.zone.NodeKind.DELEGATION;
import static org.offlinesign.zone.NodeKind.GLUE;
import static org.offlinesign.zone.NodeKind.OCCLUDED;
import static org.offlinesign.zone.NodeKind.OUT_OF_ZONE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;

class NodeClassifierTest {
  @TempDir Path directory;

  private final List<ResourceRecord> records = new ArrayList<>();

  private NodeClassifierTest with(String owner, RecordType... types) {
    for (RecordType type : types) {
      boolean name = type.equals(NS) || type.equals(CNAME) || type.equals(DNAME);
      records.add(Records.record(owner, type, name ? "ns.example." : "00010203"));
    }
    return this;
  }

  private Map<String, NodeKind> classified(String apex) throws IOException {
    Map<String, NodeKind> kinds = new LinkedHashMap<>();
    NodeClassifier classifier = new NodeClassifier(DnsName.of(apex));
    for (OwnerNode node : Records.sort(Records.budget(directory), records)) {
      kinds.put(node.toString(), classifier.classify(node));
    }
    return kinds;
  }

  @Test
  void namesBelowACutAreGlueOrOccluded() throws IOException {
    with("example.", SOA, NS)
        .with("a.example.", NS, DS)
        .with("b.a.example.", TXT)
        .with("ns.a.example.", A)
        .with("x.y.a.example.", AAAA, TXT)
        .with("aa.example.", A);

    assertThat(classified("example."))
        .containsExactly(
            Map.entry("example.", APEX),
            Map.entry("a.example.", DELEGATION),
            Map.entry("b.a.example.", OCCLUDED),
            Map.entry("ns.a.example.", GLUE),
            Map.entry("x.y.a.example.", GLUE),
            Map.entry("aa.example.", AUTHORITATIVE));
  }

  @Test
  void aCutBelowACutIsOccluded() throws IOException {
    with("example.", SOA, NS)
        .with("a.example.", NS)
        .with("b.a.example.", NS, DS)
        .with("c.b.a.example.", A)
        .with("c.a.example.", A);

    assertThat(classified("example."))
        .containsEntry("b.a.example.", OCCLUDED)
        .containsEntry("c.b.a.example.", GLUE)
        .containsEntry("c.a.example.", GLUE);
  }

  @Test
  void rfc6672_2_3_namesBelowADnameAreOccluded() throws IOException {
    with("example.", SOA, NS)
        .with("d.example.", DNAME, A)
        .with("a.d.example.", A)
        .with("ns.d.example.", NS)
        .with("x.ns.d.example.", A)
        .with("dd.example.", A);

    assertThat(classified("example."))
        .containsEntry("d.example.", AUTHORITATIVE)
        .containsEntry("a.d.example.", OCCLUDED)
        .containsEntry("ns.d.example.", OCCLUDED)
        .containsEntry("x.ns.d.example.", OCCLUDED)
        .containsEntry("dd.example.", AUTHORITATIVE);
  }

  @Test
  void rfc6672_2_3_aDnameAtTheApexHidesAllBelowButNotTheApex() throws IOException {
    with("example.", SOA, NS, DNAME).with("a.example.", A).with("b.example.", NS);

    assertThat(classified("example."))
        .containsEntry("example.", APEX)
        .containsEntry("a.example.", OCCLUDED)
        .containsEntry("b.example.", OCCLUDED);
    assertThat(APEX.isSigned(DNAME.code())).isTrue();
  }

  @Test
  void nsec3RecordsAreNotHiddenByADnameAtTheApex() throws IOException {
    with("example.", SOA, NS, DNAME)
        .with("0p9mhaveqvm6t7vbl5lop2u3t2rp3tom.example.", NSEC3, RRSIG)
        .with("a.example.", NSEC3, A)
        .with("b.a.example.", NSEC3);

    assertThat(classified("example."))
        .containsEntry("0p9mhaveqvm6t7vbl5lop2u3t2rp3tom.example.", AUTHORITATIVE)
        .containsEntry("a.example.", OCCLUDED)
        .containsEntry("b.a.example.", OCCLUDED);
  }

  @Test
  void whereNsAndDnameStandTogetherTheDelegationWins() throws IOException {
    with("example.", SOA, NS)
        .with("d.example.", NS, DNAME)
        .with("ns.d.example.", A)
        .with("t.d.example.", TXT);

    assertThat(classified("example."))
        .containsEntry("d.example.", DELEGATION)
        .containsEntry("ns.d.example.", GLUE)
        .containsEntry("t.d.example.", OCCLUDED);
    assertThat(DELEGATION.isSigned(DNAME.code())).isFalse();
    assertThat(DELEGATION.isInBitmap(DNAME.code())).isFalse();
  }

  @Test
  void outOfZoneNamesMaySortBeforeAndAfterTheApex() throws IOException {
    with("example.", SOA, NS)
        .with("a.", A)
        .with(".", NS)
        .with("www.example.", A)
        .with("example0.", DNAME)
        .with("x.example0.", A)
        .with("zz.", NS)
        .with("badexample.", A);

    assertThat(classified("example."))
        .containsExactly(
            Map.entry(".", OUT_OF_ZONE),
            Map.entry("a.", OUT_OF_ZONE),
            Map.entry("badexample.", OUT_OF_ZONE),
            Map.entry("example.", APEX),
            Map.entry("www.example.", AUTHORITATIVE),
            Map.entry("example0.", OUT_OF_ZONE),
            Map.entry("x.example0.", OUT_OF_ZONE),
            Map.entry("zz.", OUT_OF_ZONE));
  }

  @Test
  void allNamesAreInTheRootZone() throws IOException {
    with(".", SOA, NS, NSEC).with("com.", NS, DS).with("ns.com.", A).with("org.", NS);

    assertThat(classified("."))
        .containsExactly(
            Map.entry(".", APEX),
            Map.entry("com.", DELEGATION),
            Map.entry("ns.com.", GLUE),
            Map.entry("org.", DELEGATION));
  }

  @Test
  void aWildcardWithNsRecordsIsACut() throws IOException {
    with("example.", SOA, NS).with("*.example.", NS, A).with("a.*.example.", A);

    assertThat(classified("example."))
        .containsEntry("*.example.", DELEGATION)
        .containsEntry("a.*.example.", GLUE);
  }

  @Test
  void dsWithoutNsIsNoDelegation() throws IOException {
    with("example.", SOA, NS).with("a.example.", DS).with("b.a.example.", A);

    assertThat(classified("example."))
        .containsEntry("a.example.", AUTHORITATIVE)
        .containsEntry("b.a.example.", AUTHORITATIVE);
  }

  @Test
  void caseOfOwnersDoesNotMatter() throws IOException {
    with("EXAMPLE.", SOA, NS).with("A.Example.", NS).with("ns.a.example.", A);

    assertThat(classified("exAmple."))
        .containsEntry("EXAMPLE.", APEX)
        .containsEntry("A.Example.", DELEGATION)
        .containsEntry("ns.a.example.", GLUE);
  }

  @Test
  void aCutDoesNotCoverANameThatBeginsLikeIt() throws IOException {
    with("example.", SOA, NS)
        .with("a.example.", NS)
        .with("\\000.a.example.", A)
        .with("a\\000.example.", A)
        .with("ab.example.", A);

    assertThat(classified("example."))
        .containsEntry("\\000.a.example.", GLUE)
        .containsEntry("a\\000.example.", AUTHORITATIVE)
        .containsEntry("ab.example.", AUTHORITATIVE);
  }

  @Test
  void namesAreCountedByKind() throws IOException {
    with("example.", SOA, NS).with("a.example.", A).with("b.example.", A).with("zz.", A);
    NodeClassifier classifier = new NodeClassifier(DnsName.of("example."));

    for (OwnerNode node : Records.sort(Records.budget(directory), records)) {
      classifier.classify(node);
    }

    assertThat(classifier.count(APEX)).isEqualTo(1);
    assertThat(classifier.count(AUTHORITATIVE)).isEqualTo(2);
    assertThat(classifier.count(OUT_OF_ZONE)).isEqualTo(1);
    assertThat(classifier.count(GLUE)).isZero();
  }

  @Test
  void rfc4035_2_2_atACutOnlyDsAndNsecAreSigned() {
    assertThat(DELEGATION.isSigned(DS.code())).isTrue();
    assertThat(DELEGATION.isSigned(NSEC.code())).isTrue();
    for (RecordType type : List.of(NS, A, AAAA, TXT, DNSKEY, RRSIG)) {
      assertThat(DELEGATION.isSigned(type.code())).as(type.toString()).isFalse();
    }
  }

  @Test
  void rfc4035_2_2_allButSignaturesAreSignedAtAuthoritativeNames() {
    for (NodeKind kind : List.of(APEX, AUTHORITATIVE)) {
      assertThat(kind.isSigned(RRSIG.code())).isFalse();
      for (RecordType type : List.of(SOA, NS, A, DS, DNSKEY, NSEC, NSEC3, RecordType.of(65280))) {
        assertThat(kind.isSigned(type.code())).as(type.toString()).isTrue();
      }
    }
  }

  @Test
  void rfc4034_4_1_2_theBitmapOfACutNamesNsAndDsOnly() {
    assertThat(DELEGATION.isInBitmap(NS.code())).isTrue();
    assertThat(DELEGATION.isInBitmap(DS.code())).isTrue();
    assertThat(DELEGATION.isInBitmap(A.code())).isFalse();
    assertThat(DELEGATION.isInBitmap(TXT.code())).isFalse();
    assertThat(AUTHORITATIVE.isInBitmap(TXT.code())).isTrue();
    assertThat(APEX.isInBitmap(DNSKEY.code())).isTrue();
  }

  @Test
  void nothingIsSignedOrChainedAtNamesThatTheZoneDoesNotAnswerFor() {
    for (NodeKind kind : List.of(GLUE, OCCLUDED, OUT_OF_ZONE)) {
      assertThat(kind.isInChain()).isFalse();
      for (RecordType type : List.of(NS, DS, A, NSEC, TXT)) {
        assertThat(kind.isSigned(type.code())).isFalse();
        assertThat(kind.isInBitmap(type.code())).isFalse();
      }
    }
    for (NodeKind kind : List.of(APEX, AUTHORITATIVE, DELEGATION)) {
      assertThat(kind.isInChain()).isTrue();
    }
  }
}
