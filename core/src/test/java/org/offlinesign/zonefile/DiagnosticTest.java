package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;

class DiagnosticTest {
  private static final String TTL = "$TTL 300\n";

  private static String only(String text) throws IOException {
    ReadZone zone = ReadZone.of(text);
    assertThat(zone.diagnostics()).hasSize(1);
    return zone.diagnostics().get(0).format();
  }

  @Test
  void anErrorHasItsPlaceItsLineAndACaretUnderTheColumn() throws IOException {
    assertThat(only(TTL + "www IN A\t192.0.2.256 ; no\n"))
        .isEqualTo(
            """
            test.zone:2:10: error: expected the A address, an IPv4 address, but found '192.0.2.256'
              www IN A 192.0.2.256 ; no
                       ^""");
  }

  @Test
  void whatIsMissingIsMissedAfterTheLastField() throws IOException {
    assertThat(only(TTL + "www IN A   ; nothing\n"))
        .contains("test.zone:2:9: error: ")
        .endsWith("  www IN A   ; nothing\n          ^");
  }

  @Test
  void aLongLineIsShownAroundTheCaretOnly() throws IOException {
    List<String> lines = only(TTL + "x TXT " + "abc ".repeat(100) + "\"" + "\n").lines().toList();
    assertThat(lines.get(1)).startsWith("  ...").hasSizeLessThan(140);
    assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('"');
    String early = only(TTL + "x A 1 " + "abc ".repeat(1000) + "\n");
    assertThat(early.lines().skip(1).findFirst().orElseThrow())
        .startsWith("  x A 1")
        .endsWith("...")
        .hasSizeLessThan(140);
  }

  @Test
  void nothingShownActsOnATerminal() throws IOException {
    String shown = only(TTL + "x A \u001b[31mred\u0007\u0000\u009b\n");
    assertThat(shown.replace("\n", "")).doesNotContainPattern("\\p{Cntrl}");
    assertThat(Diagnostic.of(Place.of("a\u202eb"), LintCode.WINS, "d\r").format())
        .isEqualTo("a?b: notice: d?");
  }

  @Test
  void theCaretCountsCharactersAndNotOctets() throws IOException {
    byte[] utf8 = (TTL + "x A öäü\u00e9").getBytes(StandardCharsets.UTF_8);
    List<String> lines = only(new String(utf8, StandardCharsets.ISO_8859_1)).lines().toList();
    assertThat(lines.get(1)).isEqualTo("  x A öäüé");
    assertThat(lines.get(2)).isEqualTo("      ^");
  }

  @Test
  void aFaultInANameIsShownWhereItIs() throws IOException {
    assertThat(ReadZone.of(TTL + "abc..def A 192.0.2.1\nx NS a\\999\n").errors())
        .containsExactly("2:5 name", "3:7 rdata");
  }

  @Test
  void theLimitOfErrorsEndsTheReading() throws IOException {
    ZoneFileOptions.Builder options = ZoneFileOptions.builder(DnsName.of("example")).maxErrors(3);
    ReadZone zone = ReadZone.of("x 1 A y\n".repeat(5), options);
    assertThat(zone.errors())
        .containsExactly("1:7 rdata", "2:7 rdata", "3:7 rdata", "4:7 too-many-errors");
    assertThat(zone.diagnostics().get(3).message()).isEqualTo("too many errors, gave up after 3");
  }

  @Test
  void theExceptionSaysEverything() {
    ZoneFileException exception =
        new ZoneFileException(
            List.of(
                Diagnostic.of(new Place("f", 1, 2), LintCode.TTL, "one"),
                Diagnostic.of(new Place("f", 3, 0), LintCode.INHERITED_OWNER, "two")));
    assertThat(exception).hasMessage("f:1:2: error: one\nf:3: warning: two");
    assertThat(exception.errors()).extracting(Diagnostic::message).containsExactly("one");
  }
}
