package org.offlinesign.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.verify.FindingCode;
import org.offlinesign.verify.FindingKind;
import org.offlinesign.zonefile.LintArea;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Rule;

/**
 * The page of all findings is what the code says.
 *
 * <p>With {@code -Dofflinesign.regenerate=true} it is written anew instead.
 */
class FindingsPageTest {
  private static final Path PAGE = Path.of("docs", "findings.md");

  private static final String HEAD =
      """
      # Findings

      Every finding has a code that never changes, so that scripts may rely on it. This page is made from the code: `FindingsPageTest`
      fails where it is not current, and writes it anew with `-Dofflinesign.regenerate=true`.

      """;

  private static final String CHECKZONE =
      """
      ## checkzone

      An error makes the file or the zone useless to name servers, and `checkzone` end with 1. A warning is for what hurts some names
      or is hardly meant, a notice for what one may want to know. `--error`, `--warning`, `--notice`, `--ignore` and `--policy` decide
      otherwise; `--list-rules` prints this list as decided. The errors about the text of the file stay errors.
      """;

  private static final String VERIFYZONE =
      """

      ## verifyzone

      Besides these, `verifyzone` reports what it could not read of the file, with the codes above.
      """;

  @Test
  void thePageIsCurrent() throws IOException {
    String page = page();
    if (Boolean.getBoolean("offlinesign.regenerate")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD).append(CHECKZONE);
    for (LintArea area : LintArea.values()) {
      List<LintCode> codes =
          Arrays.stream(LintCode.values()).filter(code -> code.area() == area).toList();
      appendTable(area.toString(), codes, page);
    }
    page.append(VERIFYZONE);
    for (FindingKind kind : FindingKind.values()) {
      List<FindingCode> codes =
          Arrays.stream(FindingCode.values()).filter(code -> code.kind() == kind).toList();
      appendTable(heading(kind), codes, page);
    }
    return page.toString();
  }

  private static String heading(FindingKind kind) {
    return switch (kind) {
      case PROTOCOL -> "The protocol";
      case POLICY -> "What may be used today";
      case ADVICE -> "Good practice";
    };
  }

  private static void appendTable(String heading, List<? extends Rule> rules, StringBuilder page) {
    if (rules.isEmpty()) {
      return;
    }
    page.append("\n### ").append(heading).append("\n\n");
    page.append("| code | severity | rule | what it says |\n|---|---|---|---|\n");
    for (Rule rule : rules) {
      page.append("| `").append(rule.code()).append("` | ").append(rule.severity());
      page.append(" | ").append(rule.section()).append(" | ").append(rule.title()).append(" |\n");
    }
  }
}
