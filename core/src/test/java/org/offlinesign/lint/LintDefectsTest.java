package org.offlinesign.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.LintArea;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** For each code there is a zone with that one defect, called after it. */
class LintDefectsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final String ZONE_LINE = "; zone: ";

  /** What cannot be wrong without something else being wrong too. */
  private static final Map<LintCode, LintCode> COMPANIONS =
      Map.of(
          LintCode.TOO_MANY_ERRORS, LintCode.RDATA,
          // With NS records beside it, the wildcard would be a delegation, which is worse.
          LintCode.WILDCARD_DS, LintCode.DS_WITHOUT_NS,
          LintCode.SPF_TYPE_ALONE, LintCode.TYPE_OBSOLETE);

  @TempDir Path folder;

  static List<LintCode> codes() {
    return Arrays.stream(LintCode.values())
        .filter(code -> code.area() != LintArea.SIGNING)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void aZoneWithOneDefectHasThatFinding(LintCode code) throws Exception {
    ZoneCheckReport report = check(folder().resolve(code + ".zone"));
    Set<LintCode> expected = new TreeSet<>(Set.of(code));
    if (COMPANIONS.containsKey(code)) {
      expected.add(COMPANIONS.get(code));
    }
    assertThat(report.countsByCode()).as(report.findings().toString()).containsOnlyKeys(expected);
    assertThat(report.findings())
        .filteredOn(finding -> finding.code() == code)
        .hasSize(1)
        .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(code.severity()));
  }

  @Test
  void everyZoneIsCalledAfterACode() throws Exception {
    try (Stream<Path> files = Files.list(folder())) {
      Set<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toSet());
      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(codes().stream().map(c -> c + ".zone").toList());
    }
  }

  private static Path folder() throws URISyntaxException {
    URL folder = LintDefectsTest.class.getResource("/defects/lint");
    return Path.of(Objects.requireNonNull(folder).toURI());
  }

  private ZoneCheckReport check(Path file) throws IOException {
    SortBudget budget = new SortBudget(SortBudget.MIN_OCTETS, folder, 1);
    ZoneFileOptions options = ZoneFileOptions.builder(origin(file)).build();
    return new ZoneCheck(ZoneCheckRequest.of(options, budget, NOW)).check(ZoneFileSource.of(file));
  }

  /** Returns the name that a comment of the file gives the zone, as a rule example.com. */
  private static DnsName origin(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> line.startsWith(ZONE_LINE))
        .map(line -> DnsName.of(line.substring(ZONE_LINE.length())))
        .findFirst()
        .orElse(DnsName.of("example.com."));
  }
}
