package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.argument.SortOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.compare.ComparisonReport;
import org.offlinesign.compare.ComparisonRequest;
import org.offlinesign.compare.ComparisonRequest.Scope;
import org.offlinesign.compare.ZoneComparer;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.SoaOwner;
import org.offlinesign.zonefile.ZoneFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves that two zone files hold the same data, or lists what differs. */
@Command(
    header = {
      "  offlinesign comparezones --zone example.com example.com.zone example.com.signed",
      "  offlinesign comparezones --with-dnssec --max-findings 20 old.signed new.signed"
    },
    customSynopsis = "offlinesign comparezones [--zone NAME] [OPTIONS] FILE FILE",
    description =
        "Compares two zone files record by record, those of DNSSEC and the serial number aside."
            + " Order, spelling, duplicates and what lies outside the zone make no difference. Ends"
            + " with 0 if the data is the same, with 1 if not.")
public final class CompareZonesCommand implements Subcommand {
  private static final Path STDIN = Path.of("-");

  @Parameters(index = "0", paramLabel = "FILE", description = "A zone file; - is stdin.")
  private Path first;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "Another one, which may be signed as the first may.")
  private Path second;

  @Option(
      names = "--zone",
      paramLabel = "NAME",
      description = "The zone's name. Default: what the first file's SOA record says.")
  private @Nullable DnsName zone;

  @Option(
      names = "--with-dnssec",
      description = "Compare the records of DNSSEC as well, DS records included.")
  private boolean withDnssec;

  @Option(
      names = "--with-ds",
      description = "Compare the DS records of child zones as well, which signing may change.")
  private boolean withDs;

  @Option(
      names = "--with-serial",
      description = "Compare the serial number as well, which signing changes.")
  private boolean withSerial;

  @Option(names = "--match-case", description = "Compare the case of letters in names as well.")
  private boolean matchCase;

  @Option(
      names = "--ignore-ttl",
      description =
          "Do not compare TTLs. Without it, those of RRsets are: of several, the lowest (RFC 2181).")
  private boolean ignoreTtl;

  @Option(
      names = "--max-findings",
      paramLabel = "N",
      description = "How many differences are listed; all are counted. Default: 100.")
  private Integer maxFindings = 100;

  @Option(names = "--json", description = "Print the differences as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Print differences and errors alone.")
  private boolean quiet;

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SortOptions sorting = new SortOptions();

  @Override
  public boolean isQuiet() {
    return quiet;
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    refuseImpossible();
    ComparisonReport report = compare(env);
    if (!quiet) {
      report.first().notices().forEach(notice -> env.err().println(notice.format()));
      report.second().notices().forEach(notice -> env.err().println(notice.format()));
    }
    ShownComparison shown = new ShownComparison(report, RunFigures.of(sorting.budget(env)));
    if (json) {
      JsonOutput.print(env.out(), shown::writeJson);
    } else {
      shown.printDifferences(env);
    }
    if (!json && !quiet) {
      shown.printSummary(env.out());
    }
    return report.isEqual() ? ExitCode.DONE : ExitCode.ZONE;
  }

  private void refuseImpossible() throws CommandException {
    if (first.equals(STDIN) && second.equals(STDIN)) {
      throw CommandException.usage(
          "both files are stdin, which can be read once", "name a file for one of them");
    }
    if (maxFindings < 0) {
      throw CommandException.usage("--max-findings " + maxFindings + " is less than 0");
    }
  }

  private ComparisonReport compare(Environment env) throws CommandException, IOException {
    try {
      return new ZoneComparer()
          .compare(
              new ComparisonRequest(
                  ReadingOptions.source(first, env),
                  ReadingOptions.source(second, env),
                  reading.of(zone(env), env).build(),
                  scope(),
                  maxFindings,
                  sorting.budget(env)));
    } catch (ZoneFileException e) {
      throw ZoneFileErrors.told(e, env).refusing("what is to be compared", "nothing was compared");
    }
  }

  private DnsName zone(Environment env) throws CommandException, IOException, ZoneFileException {
    if (zone != null) {
      return zone;
    }
    if (first.equals(STDIN)) {
      throw CommandException.usage(
          "stdin can be read once, so it cannot be asked first which zone it is",
          "name the zone with --zone");
    }
    Optional<DnsName> owner =
        SoaOwner.find(ReadingOptions.source(first, env), reading.includes(env));
    return owner.orElseThrow(
        () ->
            CommandException.usage(
                first + " does not say which zone it is of", "name the zone with --zone"));
  }

  private Set<Scope> scope() {
    Set<Scope> scope = EnumSet.noneOf(Scope.class);
    add(scope, Scope.TTL, !ignoreTtl);
    add(scope, Scope.SERIAL, withSerial);
    add(scope, Scope.DS, withDs || withDnssec);
    add(scope, Scope.DNSSEC, withDnssec);
    add(scope, Scope.CASE, matchCase);
    return scope;
  }

  private static void add(Set<Scope> scope, Scope part, boolean counts) {
    if (counts) {
      scope.add(part);
    }
  }
}
