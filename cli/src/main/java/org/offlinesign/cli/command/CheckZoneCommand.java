package org.offlinesign.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import org.offlinesign.cli.argument.InputZone;
import org.offlinesign.cli.argument.LintOptions;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.argument.SortOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.console.TextTable;
import org.offlinesign.cli.report.ReportOptions;
import org.offlinesign.lint.LintPolicy;
import org.offlinesign.lint.ZoneCheck;
import org.offlinesign.lint.ZoneCheckReport;
import org.offlinesign.lint.ZoneCheckRequest;
import org.offlinesign.zonefile.LintArea;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads a zone file and tells everything that is wrong with it. */
@Command(
    header = {
      "  offlinesign checkzone --zone example.com example.com.zone",
      "  offlinesign checkzone --zone example.com --error mx-is-alias --json - < example.com.zone"
    },
    customSynopsis = "offlinesign checkzone --zone NAME [OPTIONS] FILE",
    description =
        "Reads a zone file, signed or not, and reports every error and warning in one run. Ends"
            + " with 0 if name servers can serve the zone, with 1 if not.")
public final class CheckZoneCommand implements Subcommand {
  private static final int MAX_ERRORS = 1000;

  @Mixin private InputZone input = new InputZone();

  @Option(
      names = "--list-rules",
      help = true,
      description = "List the codes of all findings with their severities, and check nothing.")
  private boolean listRules;

  @Option(
      names = "--max-findings",
      paramLabel = "N",
      description =
          "How many errors, how many warnings and how many notices are listed; all are counted."
              + " Default: 1000.")
  private Integer maxFindings = MAX_ERRORS;

  @Mixin private LintOptions lint = new LintOptions();
  @Mixin private ReportOptions reporting = new ReportOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SortOptions sorting = new SortOptions();

  @Override
  public boolean isQuiet() {
    return reporting.isQuiet();
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    LintPolicy policy = lint.policy(env);
    if (listRules) {
      printRules(policy, env.out());
      return ExitCode.DONE;
    }
    return check(policy, env);
  }

  private static void printRules(LintPolicy policy, PrintStream out) {
    TextTable table = new TextTable("code", "severity", "rule", "what it says");
    for (LintCode code : LintCode.values()) {
      if (code.area() != LintArea.SIGNING) {
        String severity = policy.severity(code).map(Severity::toString).orElse("ignored");
        table.row(code.code(), severity, code.section(), code.title());
      }
    }
    table.print(out);
  }

  private ExitCode check(LintPolicy policy, Environment env) throws CommandException, IOException {
    reporting.check();
    if (maxFindings < 1) {
      throw CommandException.usage("--max-findings " + maxFindings + " is less than 1");
    }
    ZoneCheckRequest request =
        ZoneCheckRequest.of(
                reading.of(input.name(), env).maxErrors(MAX_ERRORS).build(),
                sorting.budget(env),
                env.clock().instant())
            .withPolicy(policy)
            .withMaxFindings(maxFindings);
    ZoneCheckReport report = new ZoneCheck(request).check(input.source(env));
    reporting.print(new ShownCheck(input.name(), report, RunFigures.of(request.budget())), env);
    return report.isGood() ? ExitCode.DONE : ExitCode.ZONE;
  }
}
