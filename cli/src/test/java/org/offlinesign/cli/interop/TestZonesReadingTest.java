package org.offlinesign.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;
import org.offlinesign.zonefile.ZoneFileSummary;

/** The files of {@code testzones/}, read by our own reader. */
class TestZonesReadingTest {
  static List<TestZone> validZones() throws IOException {
    return TestZone.valid();
  }

  static List<TestZone> zonesWithMarkedLines() throws IOException {
    List<TestZone> marked = new ArrayList<>();
    for (TestZone zone : TestZone.all()) {
      if (!zone.isValid() && !markedLines(zone).isEmpty()) {
        marked.add(zone);
      }
    }
    return marked;
  }

  @ParameterizedTest
  @MethodSource("validZones")
  void everyZoneIsRead(TestZone zone) throws Exception {
    assertThat(read(zone).records()).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("zonesWithMarkedLines")
  void theErrorsAreInTheMarkedLinesAndNowhereElse(TestZone zone) throws IOException {
    ZoneFileException refusal = refusal(zone);
    TreeSet<Integer> lines = new TreeSet<>();
    refusal.errors().stream().map(Diagnostic::line).forEach(lines::add);
    assertThat(lines).as(refusal.getMessage()).containsExactlyElementsOf(markedLines(zone));
  }

  @Test
  void aFileThatIncludesItselfIsRefused() throws IOException {
    assertThat(refusal(named("broken-include.zone")))
        .hasMessageContaining("broken-include.zone:8:");
  }

  @Test
  void recordsThatOnlyWindowsKnowsAreCountedInANotice() throws Exception {
    ZoneFileSummary summary = read(named("corp.example.dns"));
    assertThat(summary.notices()).anySatisfy(n -> assertThat(n.message()).contains("WINS"));
  }

  private static TestZone named(String file) throws IOException {
    return TestZone.all().stream()
        .filter(zone -> zone.toString().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private static ZoneFileSummary read(TestZone zone)
      throws IOException, ZoneFileException, NameSyntaxException {
    ZoneFileOptions options = ZoneFileOptions.builder(DnsName.parse(zone.origin())).build();
    return new ZoneFileReader(options).read(ZoneFileSource.of(zone.file()), record -> {});
  }

  private static ZoneFileException refusal(TestZone zone) {
    ZoneFileException refusal = catchThrowableOfType(ZoneFileException.class, () -> read(zone));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static List<Integer> markedLines(TestZone zone) throws IOException {
    List<String> lines = Files.readAllLines(zone.file(), StandardCharsets.UTF_8);
    List<Integer> marked = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(";!")) {
        marked.add(i + 1);
      }
    }
    return marked;
  }
}
