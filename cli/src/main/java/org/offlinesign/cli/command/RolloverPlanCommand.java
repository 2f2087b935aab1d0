package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.BeyondToken;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.argument.SortOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.console.Words;
import org.offlinesign.cli.page.PlanPicture;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.rollover.ReadZone;
import org.offlinesign.rollover.RolloverException;
import org.offlinesign.rollover.RolloverMethod;
import org.offlinesign.rollover.RolloverPlan;
import org.offlinesign.rollover.RolloverRequest;
import org.offlinesign.rollover.RolloverSession;
import org.offlinesign.rollover.ZoneTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says by which steps keys of a zone can be replaced, and when. */
@Command(
    header = {
      "  offlinesign rollover plan --zone example.com --input example.com.signed",
      "  offlinesign rollover plan zsk-prepublish --zone example.com \\",
      "              --input example.com.zone --output example.com.signed --ics dates.ics"
    },
    customSynopsis =
        "offlinesign rollover plan [METHOD] --zone NAME {--input FILE | --output FILE} [OPTIONS]",
    description =
        "Says by which steps a key is replaced without a break, when each is due at the earliest and"
            + " why, and what to type. Without METHOD: which methods the zone has a choice of."
            + " Changes nothing.")
public final class RolloverPlanCommand implements Subcommand {
  @Mixin private RolloverOptions options = new RolloverOptions();

  @Option(names = "--zone", required = true, paramLabel = "NAME", description = "The zone's name.")
  private DnsName zone;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "The zone file that is to be signed, or the signed one.")
  private @Nullable Path input;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The signed zone file that name servers have now.")
  private @Nullable Path output;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Draw the time line of the plan into a file; it is replaced if it exists.")
  private @Nullable Path svg;

  @Mixin private ValidityOptions validity = new ValidityOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SortOptions sorting = new SortOptions();
  @Mixin private RolloverReportOptions report = new RolloverReportOptions();
  @Spec private CommandSpec spec;

  @Override
  public Optional<Instant> now(Clock clock) {
    return report.now();
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    report.check(env);
    try (KeyStores stores = report.stores(env)) {
      List<StoredKey> keys = keys(stores);
      RolloverRequest.Builder request = request(keys, stores, env);
      Optional<RolloverMethod> method = options.method();
      if (method.isPresent()) {
        RolloverSession session = RolloverSession.of(request.build());
        draw(session, env);
        print(ShownRollover.of(session, keys, TypedLine.of(spec), env.clock().instant()), env);
      } else {
        listMethods(request, env);
      }
    } catch (RolloverException e) {
      throw RolloverRefusal.of(e);
    }
    return ExitCode.DONE;
  }

  private List<StoredKey> keys(KeyStores stores) throws CommandException, IOException {
    stores.refuseToken(BeyondToken.ROLLOVER);
    boolean isFirst = options.method().equals(Optional.of(RolloverMethod.GO_SECURE));
    if (isFirst && !Files.exists(stores.path())) {
      return List.of();
    }
    if (!isFirst) {
      RolloverRefusal.refuseUnlessKnown(zone, stores.existing());
    }
    return stores.existing().keys();
  }

  private RolloverRequest.Builder request(List<StoredKey> keys, KeyStores stores, Environment env)
      throws CommandException, IOException {
    Instant now = env.clock().instant();
    ReadZone out = zoneThatIsOut(env);
    Optional<DsVersion> parent = options.parent(zone, env);
    ZoneTimes times = options.times().withParent(options.times().of(out), parent);
    Duration length = validity.validity(now).length();
    RolloverRequest.Builder request =
        RolloverRequest.builder(zone, now, times)
            .keys(RolloverRefusal.keysOf(zone, keys))
            .parentDs(parent.map(DsVersion::records).orElse(null))
            .signatures(RolloverZone.signatures(out, length).orElse(null));
    options.addTo(request, stores);
    return request;
  }

  private ReadZone zoneThatIsOut(Environment env) throws CommandException, IOException {
    boolean isSigned = output != null && Files.exists(env.resolve(output));
    Path file = isSigned ? output : input;
    if (file == null) {
      throw CommandException.usage(
          "the plan depends on the TTLs of the zone, and no file of it is there",
          "name the signed zone file with --output, or the one to be signed with --input");
    }
    return new RolloverZone(zone, reading, sorting.budget(env), env).read(file);
  }

  private void draw(RolloverSession session, Environment env) throws IOException, CommandException {
    if (svg == null) {
      return;
    }
    PageFile file = new PageFile("--svg", svg, env);
    if (file.isStdout()) {
      throw CommandException.usage("the plan itself goes to stdout", "--svg takes a file");
    }
    file.claim();
    PlanPicture.View view =
        new PlanPicture.View(session.plan(), session.keys(), env.clock().instant());
    file.write(
        sorting.budget(env).temporaryDirectory(),
        out -> PlanPicture.write(view, env.clock().getZone(), out));
  }

  private void print(ShownRollover shown, Environment env) throws IOException {
    report.calendar().write(List.of(shown.plan()), env);
    if (report.isJson()) {
      JsonOutput.print(env.out(), generator -> new RolloverJson(generator).write(shown));
    } else {
      new RolloverText(report.calendar().report(env), env.clock()).plan(shown);
    }
  }

  private void listMethods(RolloverRequest.Builder request, Environment env)
      throws CommandException, IOException {
    if (report.calendar().isWanted() || svg != null) {
      throw CommandException.usage(
          (svg == null ? "a calendar has the dates" : "--svg draws the plan")
              + " of one method, and none is named",
          "name one of " + RolloverMethod.labels());
    }
    List<MethodChoice> choices = new ArrayList<>();
    for (RolloverMethod method : RolloverMethod.values()) {
      choices.add(MethodChoice.of(method, request.method(method).build(), env.clock()));
    }
    if (report.isJson()) {
      JsonOutput.print(env.out(), generator -> MethodChoice.write(zone, choices, generator));
      return;
    }
    env.out().println("Methods for " + zone + ", the last step of each at the earliest after:");
    for (MethodChoice choice : choices) {
      choice.plan().ifPresent(plan -> printFitting(choice, plan, env));
    }
    for (MethodChoice choice : choices) {
      choice.obstacle().ifPresent(why -> env.tell(choice.method() + " is not possible: " + why));
    }
  }

  private static void printFitting(MethodChoice choice, RolloverPlan plan, Environment env) {
    env.out()
        .println(
            String.format(
                Locale.ROOT,
                "  %-21s %-18s %s, %s%s",
                choice.method(),
                SpanText.of(choice.length()),
                Words.count(plan.steps().size(), "step"),
                choice.method().title(),
                choice.isUnderWay() ? " (under way)" : ""));
  }
}
