package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.census.CensusTaker;
import org.offlinesign.cli.argument.InputZone;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.argument.SortOptions;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.console.Words;
import org.offlinesign.cli.page.ReportPage;
import org.offlinesign.cli.page.ReportedZone;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.Ttl;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.verify.VerificationRequest;
import org.offlinesign.verify.ZoneVerifier;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws a page about a signed zone. */
@Command(
    header = {
      "  offlinesign report --zone example.com --html report.html example.com.signed",
      "  offlinesign report --zone example.com --html report.html --parent-ds dsset-example.com \\",
      "              --keystore keys.p12 example.com.signed"
    },
    customSynopsis = "offlinesign report --zone NAME --html FILE [OPTIONS] FILE",
    description =
        "Verifies a signed zone and writes one page about it for a browser: the chain of trust, what"
            + " keys do and when, when signatures expire, what is wrong, delegations, sizes. The page"
            + " needs nothing else, no network either. Ends with 0 if the zone is valid, with 1 if not;"
            + " the page is written in both cases.")
public final class ReportCommand implements Subcommand {
  private static final int MOST = 200;

  /** In a file that shows none; the page shows no TTL of it. */
  private static final Ttl DS_TTL = new Ttl(3600);

  @Mixin private InputZone input = new InputZone();

  @Option(
      names = "--html",
      required = true,
      paramLabel = "FILE",
      description = "The page, which is replaced if it exists; - is stdout.")
  private Path html;

  @Mixin private VerificationTime time = new VerificationTime();

  @Option(
      names = "--parent-ds",
      paramLabel = "FILE",
      description =
          "Shows the DS records that the parent has now: a dsset- file, the parent's zone file, or"
              + " all that `dig DS` prints without +short.")
  private @Nullable Path parentDs;

  @Option(
      names = "--max-findings",
      paramLabel = "N",
      description =
          "How many errors, and how many warnings, are listed; all are counted. Default: 200.")
  private Integer maxFindings = MOST;

  @Option(
      names = "--max-delegations",
      paramLabel = "N",
      description = "How many delegations are listed; all are counted. Default: 200.")
  private Integer maxDelegations = MOST;

  @Option(names = "--quiet", description = "Print errors alone.")
  private boolean quiet;

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SortOptions sorting = new SortOptions();
  @Mixin private StoreOptions store = new StoreOptions();

  @Override
  public boolean isQuiet() {
    return quiet;
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    check(maxFindings, 1, "--max-findings");
    check(maxDelegations, 0, "--max-delegations");
    PageFile page = new PageFile("--html", html, env);
    page.claim();
    ZoneFileSource source = input.source(env);
    SortBudget budget = sorting.budget(env);
    ReportedZone reported = reported(source, budget, surroundings(env), env);
    page.write(budget.temporaryDirectory(), out -> ReportPage.write(reported, out));
    tellFirstError(reported, page);
    if (!quiet) {
      tell(reported.report(), page);
    }
    return reported.report().isValid() ? ExitCode.DONE : ExitCode.ZONE;
  }

  private static void check(int number, int least, String option) throws CommandException {
    if (number < least) {
      throw CommandException.usage(option + " " + number + " is less than " + least);
    }
  }

  private ReportedZone.Surroundings surroundings(Environment env)
      throws CommandException, IOException {
    Optional<List<Ds>> parent = Optional.empty();
    if (parentDs != null) {
      DsVersion version = ParentDs.read(parentDs, input.name(), DS_TTL, env);
      parent = Optional.of(version.records());
    }
    return new ReportedZone.Surroundings(parent, storedKeys(env));
  }

  /** Returns the keys of the store that is named, or of the usual one if it opens unasked. */
  private Optional<List<StoredKey>> storedKeys(Environment env)
      throws CommandException, IOException {
    try (KeyStores stores = new KeyStores(env, store, env.resources().portableProviders())) {
      boolean usable = stores.openUnasked() && (stores.areInToken() || Files.exists(stores.path()));
      if (!usable && !store.isNamed()) {
        return Optional.empty();
      }
      return Optional.of(stores.source().keys(input.name()));
    } catch (CommandException e) {
      if (store.isNamed()) {
        throw e;
      }
      env.warn(e.getMessage() + "; the page is without the keys of the key store");
      return Optional.empty();
    }
  }

  private ReportedZone reported(
      ZoneFileSource source,
      SortBudget budget,
      ReportedZone.Surroundings surroundings,
      Environment env)
      throws CommandException, IOException {
    Instant when = time.of(env).truncatedTo(ChronoUnit.SECONDS);
    CensusTaker census = new CensusTaker(when, maxDelegations);
    VerificationRequest request =
        VerificationRequest.builder(
                source, reading.of(input.name(), env).maxErrors(maxFindings).build(), budget)
            .trustAnchors(
                new EntryPoints(input.name(), List.of(), surroundings.parent().orElse(List.of())))
            .at(when)
            .maxFindings(maxFindings)
            .shownTo(census)
            .build();
    VerificationReport report = verify(request, env);
    ShownVerification findings =
        new ShownVerification(input.name(), report, true, env.clock(), RunFigures.of(budget));
    return new ReportedZone(
        findings,
        report,
        census.census(),
        surroundings,
        new ReportedZone.Origin(source.path(), when, env.clock().getZone()));
  }

  private static VerificationReport verify(VerificationRequest request, Environment env)
      throws CommandException, IOException {
    try {
      return new ZoneVerifier(env.resources().providers()).verify(request);
    } catch (ZoneFileException e) {
      throw ZoneFileErrors.told(e, env)
          .refusing(request.source().name(), "there is nothing to report on");
    }
  }

  private static void tellFirstError(ReportedZone reported, PageFile page) {
    reported.findings().findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .findFirst()
        .ifPresent(finding -> page.report().println(finding.text()));
  }

  private void tell(VerificationReport report, PageFile page) {
    page.report()
        .println(
            input.name()
                + ": "
                + Words.count(report.count(Severity.ERROR), "error")
                + ", "
                + Words.count(report.count(Severity.WARNING), "warning")
                + (page.isStdout() ? "" : "; see " + Printable.of(page.toString())));
  }
}
