package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;

/** Two names with one hash, which nobody has found yet: given to the check as if they had one. */
class Nsec3CollisionTest {
  @Test
  void rfc5155_7_1_twoNamesWithOneHashAreFound() {
    Nsec3Group group = new Nsec3Group(new Nsec3Hash(new byte[20]));
    group.add(name("a.example"));
    group.add(name("b.example"));
    Findings findings = new Findings(List.of("example.zone"), 10);

    Subject apex = Subject.missing(ZoneText.ZONE, RecordType.NSEC3PARAM);
    new Nsec3Ring(new Nsec3Chain(0, Nsec3Parameters.RFC_9276, apex), findings).take(group);

    assertThat(findings.kept())
        .filteredOn(finding -> finding.code() == FindingCode.NSEC3_COLLISION)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.owner()).isEqualTo(DnsName.of("b.example"));
              assertThat(finding.message()).contains("a.example.");
            });
  }

  private static Nsec3Group.Name name(String text) {
    DnsName name = DnsName.of(text);
    BitmapOctets types = new BitmapOctets(new byte[0], 0, 0);
    return new Nsec3Group.Name(
        name,
        HashedNameKind.AUTHORITATIVE,
        new BitmapCheck.Expected(types, Set.of(), name),
        Subject.missing(name, RecordType.NSEC3));
  }
}
