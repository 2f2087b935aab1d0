package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordClass;
import org.offlinesign.wire.WireWriter;

/** Which comments a record is handed on with. */
class CommentReadingTest {
  private static final String TTL = "$TTL 300\n";

  @TempDir Path folder;

  /**
   * What reading a zone gave.
   *
   * @param text the records with their comments, one blank between fields
   */
  private record Kept(String text, ZoneFileSummary summary) {
    String ending() {
      WireWriter lines = new WireWriter(64);
      summary.ending().writeAbove(lines);
      return lines.toString();
    }
  }

  private static Kept read(ZoneFileSource source) throws Exception {
    return read(source, ZoneFileOptions.builder(DnsName.of("example")).keepComments());
  }

  private static Kept read(ZoneFileSource source, ZoneFileOptions.Builder options)
      throws Exception {
    RecordPrinter printer = RecordPrinter.relative(RecordClass.IN, DnsName.of("example"));
    WireWriter out = new WireWriter(1024);
    ZoneFileSummary summary =
        new ZoneFileReader(options.build()).read(source, record -> print(record, printer, out));
    return new Kept(out.toString().replace('\t', ' '), summary);
  }

  private static void print(RecordBuffer record, RecordPrinter printer, WireWriter out) {
    RecordComments comments = RecordComments.copyOf(record.comments());
    comments.writeAbove(out);
    printer.print(record, out);
    comments.writeBehind(out);
  }

  private static Kept read(String text) throws Exception {
    return read(source(text));
  }

  private static ZoneFileSource source(String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    return ZoneFileSource.of("db", new ByteArrayInputStream(octets));
  }

  @Test
  void linesAboveARecordAndWhatFollowsItBelongToIt() throws Exception {
    Kept kept =
        read(
            """
            $TTL 300
            ; one
              ;two

            \t; three
            a A 192.0.2.1 ; behind
            b A 192.0.2.2
            ;c
            c A 192.0.2.3;close
            """);
    assertThat(kept.text())
        .isEqualTo(
            """
            ; one
            ;two
            ; three
            a 300 IN A 192.0.2.1 ; behind
            b 300 IN A 192.0.2.2
            ;c
            c 300 IN A 192.0.2.3 ;close
            """);
    assertThat(kept.ending()).isEmpty();
  }

  @Test
  void thoseBetweenParenthesesStandBehindIt() throws Exception {
    assertThat(
            read(TTL
                    + "; above\n( ; begins\n@ SOA a b ( 1 ; serial\n; refresh next\n2 3 4 5 ); end\n"
                    + ")   ; last\n@ NS a\n")
                .text())
        .isEqualTo(
            "; above\n; begins\n@ 300 IN SOA a.example. b.example. 1 2 3 4 5"
                + " ; serial ; refresh next ; end ; last\n@ 300 IN NS a.example.\n");
  }

  @Test
  void aSemicolonInAFieldBeginsNone() throws Exception {
    assertThat(read(TTL + "a\\;b TXT \"c;d\" e\\;f ; g \"\n").text())
        .isEqualTo("a\\;b 300 IN TXT \"c;d\" \"e;f\" ; g \"\n");
  }

  @Test
  void thoseAboveADirectiveGoOnAndThoseBehindItGo() throws Exception {
    Kept kept =
        read(
            """
            ; head
            $TTL 300 ; five minutes
            ; more
            $ORIGIN a.example. ; a
            $DATE 2026 ; d
            b A 192.0.2.1
            """);
    assertThat(kept.text()).isEqualTo("; head\n; more\nb.a 300 IN A 192.0.2.1\n");
  }

  @Test
  void generatedRecordsHaveThoseOfTheDirectiveOnce() throws Exception {
    assertThat(read(TTL + "; pool\n$GENERATE 1-2 a A 192.0.2.$ ; dhcp\nb A 192.0.2.3\n").text())
        .isEqualTo(
            "; pool\na 300 IN A 192.0.2.1 ; dhcp\na 300 IN A 192.0.2.2\nb 300 IN A 192.0.2.3\n");
  }

  @Test
  void theyGoIntoAnIncludedFileAndOutOfIt() throws Exception {
    Files.writeString(folder.resolve("part"), "; first\na A 192.0.2.1 ; a\n; end of part\n");
    Path db =
        Files.writeString(
            folder.resolve("db"), TTL + "; in\n$INCLUDE part ; parts\nb A 192.0.2.2\n");
    assertThat(read(ZoneFileSource.of(db)).text())
        .isEqualTo(
            "; in\n; first\na 300 IN A 192.0.2.1 ; a\n; end of part\nb 300 IN A 192.0.2.2\n");
  }

  @Test
  void thoseOfRecordsThatAreLeftOutGo() throws Exception {
    assertThat(
            read(TTL + "; wins\n@ WINS LOCAL L2 C900 ( 192.0.2.9 ) ; too\na A 192.0.2.1\n").text())
        .isEqualTo("a 300 IN A 192.0.2.1\n");
  }

  @Test
  void thoseBehindTheLastRecordAreTheEnding() throws Exception {
    Kept kept = read(TTL + "a A 192.0.2.1 ; a\n; one\n$ORIGIN b.example. ; no\n;two");
    assertThat(kept.text()).isEqualTo("a 300 IN A 192.0.2.1 ; a\n");
    assertThat(kept.ending()).isEqualTo("; one\n;two\n");
  }

  @Test
  void controlCharactersBecomeQuestionMarksAndOtherOctetsStay() throws Exception {
    Kept kept =
        read(
            TTL
                + ";\0\u0001\t\u001b[m\u007f\u0080\u00ff\r\n; a\rb A 192.0.2.9\r\r\na A 192.0.2.1 ; x\r");
    assertThat(kept.text())
        .isEqualTo(";?? ?[m?\u0080\u00ff\n; a?b A 192.0.2.9?\na 300 IN A 192.0.2.1 ; x\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "; offlinesign-seal 1 text verified 13 1 AAAA",
        "; offlinesign-seal 2 of another day",
        ";  Database file example.dns for example zone.",
        ";  Database file (null) for Default zone scope in zone example."
      })
  void whatAFileSaysOfItselfIsNotKept(String line) throws Exception {
    Kept kept = read(line + "\n" + TTL + "; a\na A 192.0.2.1 " + line + "\n" + line + "\n; end\n");
    assertThat(kept.text()).isEqualTo("; a\na 300 IN A 192.0.2.1\n");
    assertThat(kept.ending()).isEqualTo("; end\n");
  }

  @Test
  void whatIsNotLikeItIs() throws Exception {
    String text = "; the offlinesign-seal is below\n; See the Database file for the zone\n";
    assertThat(read(text + TTL + "a A 192.0.2.1\n").text())
        .isEqualTo(text + "a 300 IN A 192.0.2.1\n");
  }

  @Test
  void oneRecordHasNoMoreThanFit() throws Exception {
    String above = ";" + "x".repeat(60_000) + "\n";
    String text = TTL + above + "; more" + "y".repeat(6_000) + "\n; short\na A 192.0.2.1 ; b\n";
    Kept kept = read(text + "b A 192.0.2.2 ;" + "z".repeat(66_000) + "\n");
    assertThat(kept.text())
        .isEqualTo(above + "; short\na 300 IN A 192.0.2.1 ; b\nb 300 IN A 192.0.2.2\n");
    assertThat(kept.summary().notices()).hasSize(1);
    assertThat(kept.summary().notices().get(0).format())
        .startsWith("db:3:1: warning: 2 comments were left out, this one first: ")
        .contains("65535 octets");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatJustFitsFitsAgain(int tooMany) throws Exception {
    // 4 octets above; behind, two semicolons and a blank.
    String rest = "y".repeat(RecordComments.MAX_OCTETS - 4 - 3 + tooMany);
    Kept first = read(TTL + "; a\na A ( ;\n 192.0.2.1 ;" + rest + "\n)\n");
    assertThat(first.summary().notices()).hasSize(tooMany);
    String record = " a 300 IN A 192.0.2.1\n";
    assertThat(first.text().length())
        .isEqualTo((tooMany == 0 ? RecordComments.MAX_OCTETS : 5) + record.length());
    Kept second = read(TTL + first.text());
    assertThat(second.text().equals(first.text())).isTrue();
    assertThat(second.summary().notices()).isEmpty();
  }

  @Test
  void withoutTheOptionThereAreNone() throws Exception {
    Kept kept =
        read(
            source(TTL + "; one\na A 192.0.2.1 ; two\n; three\n"),
            ZoneFileOptions.builder(DnsName.of("example")));
    assertThat(kept.text()).isEqualTo("a 300 IN A 192.0.2.1\n");
    assertThat(kept.ending()).isEmpty();
  }

  @Test
  void afterAFaultTheNextRecordHasItsOwn() throws Exception {
    List<String> kept = new ArrayList<>();
    new ZoneFileReader(ZoneFileOptions.builder(DnsName.of("example")).keepComments().build())
        .readGoodRecords(
            source(TTL + "; bad\na A ( 192.0.2.x ; bad\n)\n; good\nb A 192.0.2.1 ; good\n"),
            record -> kept.add(record.comments().toString()));
    assertThat(kept).containsExactly("; good\n; good");
  }
}
