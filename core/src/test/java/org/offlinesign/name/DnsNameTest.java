package org.offlinesign.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.wire.Hex;

class DnsNameTest {
  private static final DnsName ORIGIN = DnsName.of("example.");

  @ParameterizedTest
  @CsvSource({
    "@, example.",
    "., .",
    "a, a.example.",
    "a., a.",
    "A.b, A.b.example.",
    "\\@, \\@.example.",
    "a\\.b, a\\.b.example.",
    "\\097\\098, ab.example.",
    "a\\046b, a\\.b.example.",
    "\\000\\255, \\000\\255.example.",
    "*, *.example.",
    "\\*, *.example.",
    "a\\ b, a\\032b.example.",
    "\\\"\\;\\(\\)\\$\\\\, \\\"\\;\\(\\)\\$\\\\.example.",
  })
  void rfc1035_5_1_readsTextWithEscapes(String text, String expected) throws Exception {
    assertThat(DnsName.parse(text, ORIGIN)).hasToString(expected);
  }

  @Test
  void textBeyondAsciiStandsForItsUtf8Octets() {
    assertThat(DnsName.of("é.")).hasToString("\\195\\169.");
  }

  @ParameterizedTest
  @CsvSource({
    "a..b, 2",
    ".a, 0",
    "..., 0",
    "a\\25, 1",
    "a\\256, 1",
    "a\\2x5, 1",
    "a\\, 1",
    "'', 0",
  })
  void aFaultIsReportedWhereItStands(String text, int offset) {
    assertThatExceptionOfType(NameSyntaxException.class)
        .isThrownBy(() -> DnsName.parse(text, ORIGIN))
        .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
  }

  @Test
  void rfc1035_2_3_4_aLabelHas63OctetsAtMost() throws Exception {
    assertThat(DnsName.parse("a".repeat(63) + ".").labelCount()).isEqualTo(1);
    assertThatThrownBy(() -> DnsName.parse("a".repeat(64) + "."))
        .isInstanceOf(NameSyntaxException.class)
        .hasMessageContaining("63")
        .hasMessageContaining("64");
  }

  @Test
  void rfc1035_2_3_4_aNameHas255OctetsAtMost() throws Exception {
    String longest = ("a".repeat(63) + ".").repeat(3) + "b".repeat(61) + ".";
    assertThat(DnsName.parse(longest).wireLength()).isEqualTo(255);
    assertThatThrownBy(() -> DnsName.parse("c" + longest)).isInstanceOf(NameSyntaxException.class);
    assertThatThrownBy(() -> DnsName.parse("c." + longest)).isInstanceOf(NameSyntaxException.class);
    assertThatThrownBy(() -> DnsName.parse("a.".repeat(200)))
        .isInstanceOf(NameSyntaxException.class);
    String relative = longest.substring(0, longest.length() - 1);
    assertThatThrownBy(() -> DnsName.parse(relative, ORIGIN))
        .isInstanceOf(NameSyntaxException.class);
  }

  @Test
  void aRelativeNameNeedsAnOrigin() {
    assertThatThrownBy(() -> DnsName.parse("a", null))
        .isInstanceOf(NameSyntaxException.class)
        .hasMessageContaining("'a'");
  }

  @ParameterizedTest
  @CsvSource({
    "0161, 2", // does not end
    "40, 0", // label type
    "C000, 0", // compression pointer
    "016100ff, 3", // surplus octets
  })
  void octetsThatAreNoNameAreRefused(String hex, int offset) throws Exception {
    byte[] octets = Hex.decode(hex.toUpperCase(java.util.Locale.ROOT));

    assertThatExceptionOfType(NameSyntaxException.class)
        .isThrownBy(() -> DnsName.fromWire(octets, 0, octets.length))
        .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
  }

  @Test
  void octetsBeyond255AreRefused() {
    byte[] octets = new byte[257];
    for (int at = 0; at < 256; at += 64) {
      octets[at] = 63;
    }

    assertThatThrownBy(() -> DnsName.fromWire(octets, 0, octets.length))
        .isInstanceOf(NameSyntaxException.class);
  }

  @Test
  void aNameOwnsItsOctets() throws Exception {
    byte[] octets = {1, 'a', 0};
    DnsName name = DnsName.fromWire(octets, 0, 3);
    octets[1] = 'b';
    name.toWire()[1] = 'c';

    assertThat(name).hasToString("a.");
  }

  @Test
  void rfc4034_3_1_3_neitherRootNorLeadingAsteriskCountsAsALabel() {
    assertThat(DnsName.ROOT.rrsigLabels()).isZero();
    assertThat(DnsName.of("example.com.").rrsigLabels()).isEqualTo(2);
    assertThat(DnsName.of("*.example.com.").rrsigLabels()).isEqualTo(2);
    assertThat(DnsName.of("*.").rrsigLabels()).isZero();
    assertThat(DnsName.of("a.*.example.com.").rrsigLabels()).isEqualTo(4);
    assertThat(DnsName.of("**.example.com.").rrsigLabels()).isEqualTo(3);
  }

  @Test
  void aNameIsNotBelowOneThatItsLabelsMerelyEndWith() {
    assertThat(DnsName.of("badexample.").isAtOrBelow(ORIGIN)).isFalse();
    assertThat(DnsName.of("a.EXAMPLE.").isAtOrBelow(ORIGIN)).isTrue();
    assertThat(ORIGIN.isAtOrBelow(ORIGIN)).isTrue();
    assertThat(ORIGIN.isAtOrBelow(DnsName.of("a.example."))).isFalse();
    assertThat(ORIGIN.isAtOrBelow(DnsName.ROOT)).isTrue();
    // The octets of one name end with those of the other, but within a label.
    assertThat(DnsName.of("\\007example.").isAtOrBelow(ORIGIN)).isFalse();
  }

  @Test
  void theRootHasNoParent() {
    assertThatThrownBy(() -> DnsName.ROOT.parent()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aChildThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> ORIGIN.child(new byte[0])).isInstanceOf(NameSyntaxException.class);
    assertThatThrownBy(() -> ORIGIN.child(new byte[64])).isInstanceOf(NameSyntaxException.class);
  }
}
