package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;

/** What directives do to the records after them, and an included file to those of its includer. */
class DirectivesTest extends IncludeFixture {
  @Test
  void rfc1035_5_1_originCompletesRelativeNamesAndMayBeRelative() throws IOException {
    ReadZone zone =
        ReadZone.of(TTL + "$ORIGIN a\nx NS y\n$origin b\nx NS y\n$ORIGIN c.test.\n@ NS y\n");
    assertThat(zone.records())
        .containsExactly(
            "x.a.example. 300 IN NS y.a.example.",
            "x.b.a.example. 300 IN NS y.b.a.example.",
            "c.test. 300 IN NS y.c.test.");
    assertThat(zone.diagnostics()).isEmpty();
  }

  @Test
  void unknownAndMalformedDirectivesAreErrors() throws IOException {
    ReadZone zone =
        ReadZone.of(
            "$FOO x\n$ORIGIN\n$ORIGIN a b\n$TTL\n$TTL \"5\"\n$TTL 5 6\n$INCLUDE\n$ORIGIN a..b\n");
    assertThat(zone.errors())
        .containsExactly(
            "1:1 directive",
            "2:8 syntax",
            "3:11 syntax",
            "4:5 syntax",
            "5:7 ttl",
            "6:8 syntax",
            "7:9 syntax",
            "8:11 name");
  }

  @Test
  void anIndentedDirectiveIsNone() throws IOException {
    assertThat(ReadZone.of(TTL + "x A 192.0.2.1\n $TTL 5\n").errors()).containsExactly("3:2 type");
  }

  @Test
  void bindsDateIsPassedOver() throws IOException {
    assertThat(ReadZone.of("$DATE 20200101000000\n" + TTL + "x A 192.0.2.1\n").diagnostics())
        .isEmpty();
  }

  @Test
  void rfc1035_5_1_includeHasItsOriginAndLeavesThatOfTheIncluder() throws IOException {
    write("zone", TTL + "a A 192.0.2.1\n$INCLUDE part sub\nb A 192.0.2.2\n$INCLUDE \"part\"\n");
    write("part", "x NS @\n$ORIGIN deep\ny NS @\n");
    ReadZone zone = read("zone");
    assertThat(zone.records())
        .containsExactly(
            "a.example. 300 IN A 192.0.2.1",
            "x.sub.example. 300 IN NS sub.example.",
            "y.deep.sub.example. 300 IN NS deep.sub.example.",
            "b.example. 300 IN A 192.0.2.2",
            "x.example. 300 IN NS example.",
            "y.deep.example. 300 IN NS deep.example.");
    assertThat(zone.diagnostics()).isEmpty();
  }

  @Test
  void theOwnerGoesIntoAnIncludedFileAndIsRestoredAfterIt() throws IOException {
    write("zone", TTL + "a A 192.0.2.1\n$INCLUDE part\n A 192.0.2.4\n");
    write("part", " A 192.0.2.2\nx A 192.0.2.3\n");
    ReadZone zone = read("zone");
    assertThat(zone.records())
        .containsExactly(
            "a.example. 300 IN A 192.0.2.1",
            "a.example. 300 IN A 192.0.2.2",
            "x.example. 300 IN A 192.0.2.3",
            "a.example. 300 IN A 192.0.2.4");
    assertThat(zone.notices()).containsExactly("included-owner");
  }

  @Test
  void whereTheOwnerIsTheSameAllProgramsAgree() throws IOException {
    write("zone", TTL + "a A 192.0.2.1\n$INCLUDE part\n A 192.0.2.3\n$INCLUDE x\nb A 192.0.2.5\n");
    write("part", " A 192.0.2.2\nb A 192.0.2.2\na A 192.0.2.4\n");
    write("x", "x A 192.0.2.1\n");
    assertThat(read("zone").diagnostics()).isEmpty();
  }

  @Test
  void theOwnerIsDoubtfulUntilOneIsStatedWhateverElseIsIncluded() throws IOException {
    write("zone", TTL + "a A 192.0.2.1\n$INCLUDE outer\n$INCLUDE empty\n A 192.0.2.2\n");
    write("outer", "$INCLUDE inner\n");
    write("inner", "x A 192.0.2.3\n");
    write("empty", "; nothing\n");
    assertThat(read("zone").notices()).containsExactly("included-owner");
  }

  @Test
  void dollarTtlOfAnIncludedFileStays() throws IOException {
    write("zone", TTL + "$INCLUDE part\na A 192.0.2.1\n");
    write("part", "$TTL 5\n");
    ReadZone zone = read("zone");
    assertThat(zone.records()).containsExactly("a.example. 5 IN A 192.0.2.1");
    assertThat(zone.notices()).containsExactly("included-ttl");
  }

  @Test
  void whereDollarTtlIsTheSameOrStatedAgainAllProgramsAgree() throws IOException {
    write("zone", TTL + "$INCLUDE same\na A 192.0.2.1\n$INCLUDE part\n$TTL 7\na TXT a\n");
    write("same", TTL + "x TXT x\n");
    write("part", "$TTL 5\ny TXT y\n");
    assertThat(read("zone").diagnostics()).isEmpty();
  }

  @Test
  void dollarTtlIsDoubtfulThoughASecondFileSaysTheSame() throws IOException {
    write("zone", TTL + "$INCLUDE part\n$INCLUDE part\na A 192.0.2.1\n");
    write("part", "$TTL 5\ny TXT y\n");
    assertThat(read("zone").notices()).containsExactly("included-ttl");
  }

  @Test
  void aRelativeNameIsRelativeToTheIncludingFile() throws IOException {
    write("zone", TTL + "$INCLUDE sub/one\n");
    write("sub/one", "$INCLUDE two\n");
    write("sub/two", "x A 192.0.2.1\n");
    assertThat(read("zone").records()).containsExactly("x.example. 300 IN A 192.0.2.1");
  }

  @Test
  void errorsInAnIncludedFileHaveItsName() throws IOException {
    write("zone", TTL + "$INCLUDE part\n");
    write("part", "\nx A 1\n");
    Diagnostic error = read("zone").diagnostics().get(0);
    assertThat(error.file()).isEqualTo(folder.resolve("part").toString());
    assertThat(error.line()).isEqualTo(2);
  }

  @Test
  void recordsSayInWhichFileAndLineTheyBegin() throws IOException, ZoneFileException {
    write("zone", TTL + "$INCLUDE part\na A 192.0.2.1\n\n  A 192.0.2.2\n");
    write("part", "; comment\nx TXT (\n a )\n");
    StringBuilder places = new StringBuilder();
    ZoneFileSummary summary =
        new ZoneFileReader(ZoneFileOptions.builder(DnsName.of("example")).build())
            .read(
                ZoneFileSource.of(folder.resolve("zone")),
                r -> places.append(r.file() + ":" + r.line() + ":" + r.column() + " "));
    assertThat(places.toString()).isEqualTo("1:2:1 0:3:1 0:5:3 ");
    assertThat(summary.files())
        .containsExactly(folder.resolve("zone").toString(), folder.resolve("part").toString());
    assertThat(summary.records()).isEqualTo(3);
  }

  @Test
  void aFileThatCannotBeIncludedIsAnErrorAtItsName() throws IOException {
    write("zone", TTL + "$INCLUDE none\n$INCLUDE \"\"\n$INCLUDE .\nx A 192.0.2.1\n");
    ReadZone zone = read("zone");
    assertThat(zone.errors()).containsExactly("2:10 include", "3:11 include", "4:10 include");
    assertThat(zone.diagnostics().get(0).message())
        .isEqualTo("there is no file " + folder.resolve("none"));
    assertThat(zone.diagnostics().get(2).message())
        .isEqualTo("expected a file but found the folder '.'");
    assertThat(zone.records()).containsExactly("x.example. 300 IN A 192.0.2.1");
  }

  @Test
  void aSourceThatCannotBeReadIsAnIoExceptionWithItsName() {
    assertThatThrownBy(() -> read("none"))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no file " + folder.resolve("none"));
    assertThatThrownBy(() -> read("."))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("found a folder");
  }
}
