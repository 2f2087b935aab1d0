package org.offlinesign.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.BeyondToken;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.rollover.ReadZone;
import org.offlinesign.rollover.RolloverException;
import org.offlinesign.rollover.RolloverMethod;
import org.offlinesign.rollover.RolloverRequest;
import org.offlinesign.rollover.RolloverState;
import org.offlinesign.rollover.ZoneTimes;
import org.offlinesign.sign.Validity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Does the next step of a rollover. */
@Command(
    header = {
      "  offlinesign rollover next zsk-prepublish --zone example.com \\",
      "              --input example.com.zone --output example.com.signed",
      "  offlinesign rollover next --zone example.com --input example.com.zone \\",
      "              --output example.com.signed --parent-ds dig-answer.txt"
    },
    customSynopsis =
        "offlinesign rollover next [METHOD] --zone NAME --input FILE --output FILE [OPTIONS]",
    description =
        "Does the next step of the rollover that is under way, or with METHOD the first step of a"
            + " new one: makes keys, signs the zone as they are to be used then, and notes what was"
            + " done in the key store and in a log beside it. Refuses what is not due, or for which"
            + " the parent's DS records are not as they must be. Interrupted, it is simply run again.")
public final class RolloverNextCommand implements Subcommand {
  @Mixin private RolloverOptions options = new RolloverOptions();
  @Mixin private SignedZoneOptions files = new SignedZoneOptions(new ZoneFiles());

  @Option(
      names = "--previous",
      paramLabel = "FILE",
      description =
          "The zone that name servers have now, whose TTLs count too. Default: what --output is"
              + " before.")
  private @Nullable Path previous;

  @Option(
      names = "--force",
      paramLabel = "REASON",
      description = "Do the step whatever speaks against it; the reason is kept in the log.")
  private @Nullable String force;

  @Mixin private PresentTime present = new PresentTime();
  @Mixin private ZoneContentOptions content = new ZoneContentOptions();
  @Mixin private CertificateOptions certificate = new CertificateOptions();
  @Mixin private CalendarOption calendar = new CalendarOption();
  @Spec private CommandSpec spec;

  @Override
  public Optional<Instant> now(Clock clock) {
    // One moment for the whole run: a key that is published now has to be in the zone signed now.
    return Optional.of(
        present.now().orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS)));
  }

  @Override
  public boolean isQuiet() {
    return files.isQuiet();
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    checkOptions();
    files.comments().check(content.layout());
    calendar.claim(env);
    try (SigningSession session = SigningSession.open(files, env)) {
      StepRun run = stepRun(session, env);
      StepReport report = run.run();
      print(report, session, env);
    } catch (RolloverException e) {
      throw RolloverRefusal.of(e);
    } catch (KeyStoreFileException e) {
      throw KeyStores.refused(e);
    }
    return ExitCode.DONE;
  }

  private void checkOptions() throws CommandException {
    calendar.refuseBeside(files.isJson(), "--json");
    calendar.refuseBeside(isStdout(files.output()), "the zone");
    if (force != null && force.isBlank()) {
      throw CommandException.usage(
          "--force needs a reason", "say in a few words why; it is kept in the log");
    }
    if (options.readsStdin() && isStdout(files.input())) {
      throw CommandException.usage(
          "--input and --parent-ds are both to be read from stdin", "name a file for one of them");
    }
  }

  private static boolean isStdout(Path file) {
    return file.toString().equals("-");
  }

  private StepRun stepRun(SigningSession session, Environment env)
      throws CommandException, IOException {
    KeyStoreFile store = store(session.stores());
    refuseBlindBegin(store);
    refuseHindsight(store.keys(files.zone()), env);
    Optional<ReadZone> out = zoneThatIsOut(session, env);
    options.refuseOwn(content.keySets().filesOf(files.zone(), env), env);
    Optional<DsVersion> parent = options.parent(files.zone(), env);
    ZoneTimes times = options.times().withParent(timesOf(out, env), parent);
    RolloverRequest.Builder request =
        RolloverRequest.builder(files.zone(), env.clock().instant(), times)
            .keys(store.keys(files.zone()))
            .parentDs(parent.map(DsVersion::records).orElse(null));
    options.addTo(request, session.stores());
    return new StepRun(
        new StepRun.Options(
            files, content, certificate, options.times(), Optional.ofNullable(force)),
        new StepRun.Situation(request, times, out, parent, TypedLine.of(spec)),
        session,
        store,
        env);
  }

  /** Refuses a first step in a pipe, which knows no TTL of the version that it replaces. */
  private void refuseBlindBegin(KeyStoreFile store) throws CommandException {
    boolean isBlind = previous == null && isStdout(files.input()) && isStdout(files.output());
    boolean isReplaced = !options.method().equals(Optional.of(RolloverMethod.GO_SECURE));
    boolean begins =
        RolloverState.among(store.keys(files.zone())).stream()
            .allMatch(state -> state.stepsDone() == 0);
    if (isBlind && isReplaced && begins) {
      throw CommandException.usage(
          "the wait after the first step depends on the TTLs of the zone that it replaces, which"
              + " stdin and stdout do not show",
          "name the zone that servers have now with --previous");
    }
  }

  private void refuseHindsight(List<StoredKey> keys, Environment env) throws CommandException {
    Hindsight hindsight = new Hindsight(env);
    Validity validity = files.validity().validity(env.clock().instant());
    if (force == null) {
      hindsight.refuse(validity, keys);
    } else {
      hindsight.problem(validity, keys).ifPresent(env::warn);
    }
  }

  private KeyStoreFile store(KeyStores stores) throws CommandException, IOException {
    stores.refuseToken(BeyondToken.ROLLOVER);
    if (options.method().equals(Optional.of(RolloverMethod.GO_SECURE))) {
      return stores.existingOrNew();
    }
    RolloverRefusal.refuseUnlessKnown(files.zone(), stores.existing());
    return stores.existing();
  }

  private Optional<ReadZone> zoneThatIsOut(SigningSession session, Environment env)
      throws CommandException, IOException {
    if (previous != null) {
      return Optional.of(zone(env).read(previous));
    }
    boolean isThere = !session.isStdout() && Files.exists(env.resolve(files.output()));
    return isThere ? Optional.of(zone(env).read(files.output())) : Optional.empty();
  }

  private RolloverZone zone(Environment env) throws CommandException {
    return new RolloverZone(files.zone(), files.reading(), files.sorting().budget(env), env);
  }

  private ZoneTimes timesOf(Optional<ReadZone> out, Environment env)
      throws CommandException, IOException {
    if (out.isPresent()) {
      return options.times().of(out.get());
    }
    // stdin can be read once only, and that is for the zone that is to be signed.
    return isStdout(files.input())
        ? options.times().ofNotes()
        : options.times().of(zone(env).read(files.input()));
  }

  private void print(StepReport report, SigningSession session, Environment env)
      throws CommandException, IOException {
    if (report.next().isPresent()) {
      calendar.write(List.of(report.next().get().plan()), env);
    }
    PrintStream out = session.isStdout() ? env.err() : calendar.report(env);
    StepText text = new StepText(report, env.clock(), RunFigures.of(files.sorting().budget(env)));
    if (files.isJson()) {
      JsonOutput.print(out, text::write);
    } else if (!files.isQuiet()) {
      text.print(out);
    }
  }
}
