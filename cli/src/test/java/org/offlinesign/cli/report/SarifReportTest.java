package org.offlinesign.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;

/** What the JSON schema of SARIF 2.1.0 asks for, and what code scanning needs besides. */
class SarifReportTest {
  private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

  private static Map<String, Object> run(ExampleReport report) throws IOException {
    Map<String, Object> log =
        JSON.std.mapFrom(ExampleReport.written(new SarifReport(report)::print));
    assertThat(log.get("version")).isEqualTo("2.1.0");
    assertThat(log.get("$schema")).asString().endsWith("sarif-schema-2.1.0.json");
    assertThat(list(log, "runs")).hasSize(1);
    return list(log, "runs").get(0);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> parent, String... path) {
    Map<String, Object> map = parent;
    for (String name : path) {
      map = (Map<String, Object>) map.get(name);
    }
    return map;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> parent, String name) {
    return (List<Map<String, Object>>) parent.get(name);
  }

  @Test
  void theToolListsItsRulesWithHelp() throws IOException {
    Map<String, Object> driver = map(run(ExampleReport.of()), "tool", "driver");
    assertThat(driver.get("name")).isEqualTo("offlinesign checkzone");
    assertThat(list(driver, "rules"))
        .extracting(rule -> rule.get("id"))
        .containsExactly("syntax", "rdata");
    assertThat(list(driver, "rules"))
        .allSatisfy(
            rule -> {
              assertThat(map(rule, "shortDescription").get("text")).asString().isNotEmpty();
              assertThat(map(rule, "help").get("text")).asString().contains("RFC 1035 §5.1");
              assertThat(map(rule, "defaultConfiguration").get("level")).isIn(LEVELS);
            });
  }

  @Test
  void aFindingIsAResultWithItsPlace() throws IOException {
    Map<String, Object> run =
        run(
            ExampleReport.of(
                ExampleReport.finding(Severity.WARNING, new Place("zones/db", 3, 7), "found x")));
    Map<String, Object> result = list(run, "results").get(0);
    assertThat(result.get("ruleId")).isEqualTo("rdata");
    assertThat(result.get("ruleIndex")).isEqualTo(1);
    assertThat(result.get("level")).isEqualTo("warning");
    assertThat(map(result, "message").get("text")).isEqualTo("a.example. A: found x");
    Map<String, Object> location = list(result, "locations").get(0);
    assertThat(map(location, "physicalLocation", "artifactLocation").get("uri"))
        .isEqualTo("zones/db");
    assertThat(map(location, "physicalLocation", "region"))
        .containsOnly(Map.entry("startLine", 3), Map.entry("startColumn", 7));
    assertThat(list(location, "logicalLocations").get(0).get("fullyQualifiedName"))
        .isEqualTo("a.example. A");
    assertThat(run.get("columnKind")).isEqualTo("unicodeCodePoints");
  }

  @Test
  void aFindingOfAnUnlistedRuleBringsItsRule() throws IOException {
    ReportedFinding finding =
        new ReportedFinding(LintCode.BELOW_CUT, Severity.NOTICE, "", "", Place.of("db"), "m", "t");
    Map<String, Object> run = run(ExampleReport.of(finding));
    Map<String, Object> result = list(run, "results").get(0);
    int index = (Integer) result.get("ruleIndex");
    assertThat(list(map(run, "tool", "driver"), "rules").get(index).get("id"))
        .isEqualTo("below-cut");
    assertThat(result.get("level")).isEqualTo("note");
    Map<String, Object> location = list(result, "locations").get(0);
    assertThat(location).containsOnlyKeys("physicalLocation");
    assertThat(map(location, "physicalLocation", "region").get("startLine")).isEqualTo(1);
  }

  @Test
  void whatIsLeftOutIsToldByTheRun() throws IOException {
    Map<String, Object> invocation =
        list(run(new ExampleReport(List.of(), 5)), "invocations").get(0);
    assertThat(invocation.get("executionSuccessful")).isEqualTo(true);
    assertThat(map(list(invocation, "toolExecutionNotifications").get(0), "message").get("text"))
        .isEqualTo("5 further findings like these are not listed");
  }

  @Test
  void namesOfFilesAreUriReferences() {
    for (String file : List.of("db", "a b/ö%.zone", "<stdin>", "c:d", "x?y#z", "/tmp/a b:c")) {
      URI uri = URI.create(FileUri.of(file));
      assertThat(uri.getScheme()).isEqualTo(file.startsWith("/") ? "file" : null);
      assertThat(uri.getQuery()).isNull();
      assertThat(uri.getFragment()).isNull();
      assertThat(uri.getPath()).isEqualTo(file.equals("c:d") ? "./c:d" : file);
      assertThat(uri.toString()).matches("[\\x21-\\x7e]+");
    }
  }
}
