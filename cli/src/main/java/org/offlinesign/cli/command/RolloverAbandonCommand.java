package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.BeyondToken;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.KeyDeed;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.console.Words;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.RolloverLog;
import org.offlinesign.rollover.RolloverMethod;
import org.offlinesign.rollover.RolloverState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives up a rollover that is under way. */
@Command(
    header = {
      "  offlinesign rollover abandon --zone example.com",
      "  offlinesign rollover abandon zsk-prepublish --zone example.com --force 'new key is too short'"
    },
    customSynopsis = "offlinesign rollover abandon [METHOD] --zone NAME [--force REASON] [OPTIONS]",
    description =
        "Takes the notes of a rollover off its keys, so that it is under way no more. Keys and what"
            + " its steps have done stay as they are: between two steps a zone can stay for as long as"
            + " it likes. Once a step is done it takes --force, and the log keeps the reason.")
public final class RolloverAbandonCommand implements Subcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "METHOD",
      description = "Which rollover, where several are under way.")
  private @Nullable RolloverMethod method;

  @Option(names = "--zone", required = true, paramLabel = "NAME", description = "The zone's name.")
  private DnsName zone;

  @Option(
      names = "--force",
      paramLabel = "REASON",
      description = "Give it up although steps are done; the reason is kept in the log.")
  private @Nullable String reason;

  @Option(names = "--json", description = "Print what was given up, and the keys, as JSON.")
  private boolean json;

  @Mixin private StoreOptions store = new StoreOptions();

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    if (reason != null && reason.isBlank()) {
      throw CommandException.usage(
          "--force needs a reason", "say in a few words why; it is kept in the log");
    }
    try (KeyStores stores = new KeyStores(env, store, CryptoProviders.withoutNative())) {
      stores.refuseToken(BeyondToken.ROLLOVER);
      KeyStoreFile file = stores.existing();
      RolloverRefusal.refuseUnlessKnown(zone, file);
      RolloverState state = underWay(file);
      refuseWithoutReason(state);
      Instant now = env.clock().instant();
      RolloverLog log = RolloverLog.beside(file.path());
      log.append(state.logLineGivenUp(zone, now, reason));
      env.notes().wrote(log.file());
      file.change(state.changesGivenUp()).forEach(key -> env.notes().key(key, KeyDeed.CHANGED));
      if (json) {
        JsonOutput.print(env.out(), generator -> write(state, file, env, generator));
      } else {
        print(state, file, env);
      }
      warnOfLostKeys(state, env);
    } catch (KeyStoreFileException e) {
      throw KeyStores.refused(e);
    }
    return ExitCode.DONE;
  }

  private RolloverState underWay(KeyStoreFile file) throws CommandException {
    List<RolloverState> states =
        RolloverState.among(file.keys(zone)).stream()
            .filter(state -> method == null || state.method() == method)
            .toList();
    if (states.size() == 1) {
      return states.get(0);
    }
    throw states.isEmpty()
        ? CommandException.keys(
            "no " + (method == null ? "" : method + " ") + "rollover of " + zone + " is under way",
            "`offlinesign rollover status` shows those that are")
        : CommandException.keys(
            "several rollovers of " + zone + " are under way",
            "name one: "
                + states.stream()
                    .map(state -> state.method().label())
                    .collect(Collectors.joining(", ")));
  }

  private void refuseWithoutReason(RolloverState state) throws CommandException {
    if (state.stepsDone() > 0 && reason == null) {
      throw CommandException.keys(
          Words.count(state.stepsDone(), "step")
              + " of the "
              + state.method()
              + " rollover of "
              + zone
              + " done: what the zone and its parent have by now stays so if it is given up",
          "`offlinesign rollover next` goes on with it",
          "--force REASON gives it up all the same, and keeps the reason in the log");
    }
  }

  private void print(RolloverState state, KeyStoreFile file, Environment env) {
    env.out()
        .println(
            "Given up: the %s rollover of %s, %s done."
                .formatted(state.method(), zone, Words.count(state.stepsDone(), "step")));
    KeyTable.print(file.keys(zone), env.out(), env.clock());
    env.out().println("Nothing changes in the zone by itself, but for the dates above.");
    env.out()
        .println(
            "  settime says what else a key is to do, deletekey removes one that nothing needs");
  }

  private void write(
      RolloverState state, KeyStoreFile file, Environment env, JsonGenerator generator)
      throws IOException {
    generator.writeStartObject();
    generator.writeStringField("zone", zone.toString());
    generator.writeStringField("method", state.method().label());
    generator.writeNumberField("stepsDone", state.stepsDone());
    generator.writeBooleanField("keysAreLost", state.hasLostKeys());
    generator.writeFieldName("keys");
    KeyJson.write(file.keys(zone), env.clock(), generator);
    generator.writeEndObject();
  }

  private static void warnOfLostKeys(RolloverState state, Environment env) {
    if (state.hasLostKeys()) {
      env.warn(
          "the new keys of the rollover are not in the store: sign the zone again only once they"
              + " are, or when nothing in caches or at the parent needs them; `offlinesign importkey"
              + " --from-trash` recovers a deleted key");
    }
  }
}
