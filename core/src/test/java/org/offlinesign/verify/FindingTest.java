package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.Place;

class FindingTest {
  @Test
  void whatAZoneHasInItsNamesDoesNotActOnATerminal() {
    Finding finding =
        new Finding(
            FindingCode.NSEC3_OWNER,
            DnsName.of("x.example."),
            RecordType.NSEC3,
            new Place("file", 3, 1),
            "found '\u001b'");
    assertThat(finding.format())
        .isEqualTo("file:3:1: error: NSEC3_OWNER x.example. NSEC3: found '?' (RFC 5155 §3)");
  }
}
