package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.offlinesign.cli.argument.BeyondToken;
import org.offlinesign.cli.argument.KeyArgument;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.KeyDeed;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.console.Words;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.RolloverState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves a key from the key store into its trash. */
@Command(
    header = {
      "  offlinesign deletekey ZSK-example.com",
      "  offlinesign deletekey ZSK-example.com,tag:32478 --force"
    },
    customSynopsis = "offlinesign deletekey [OPTIONS] KEY",
    description =
        "Removes a key from the key store. For 30 days it can be recovered with `offlinesign"
            + " importkey --from-trash`.")
public final class DeleteKeyCommand implements Subcommand {
  @Parameters(
      paramLabel = "KEY",
      description = "A friendly name, tag:NUMBER, serial:HEX, or several joined with commas.")
  private KeyArgument key;

  @Option(
      names = "--force",
      description = "Delete the key though it is in use by its timing, or part of a rollover.")
  private boolean force;

  @Option(names = "--json", description = "Print the key as JSON.")
  private boolean json;

  @Mixin private StoreOptions store = new StoreOptions();

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    try (KeyStores stores = new KeyStores(env, store, env.resources().portableProviders())) {
      stores.refuseToken(BeyondToken.DELETE);
      KeyStoreFile file = stores.storeOf(key);
      StoredKey found = stores.find(key);
      if (!force) {
        refuseWithinRollover(found, file);
        refuseIfInUse(found, env.clock().instant());
      }
      file.delete(found);
      env.notes().key(found, KeyDeed.DELETED);
      report(found, file, env);
    } catch (KeyStoreFileException e) {
      throw KeyStores.refused(e);
    }
    return ExitCode.DONE;
  }

  private void report(StoredKey deleted, KeyStoreFile file, Environment env)
      throws IOException, KeyStoreFileException {
    Instant now = env.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Instant recoverableUntil = now.plus(KeyStoreFile.TRASH_LIFETIME);
    if (json) {
      JsonOutput.print(
          env.out(), generator -> write(deleted, recoverableUntil, env.clock(), generator));
      return;
    }
    env.out().println("Deleted " + Printable.of(deleted.describe()) + ".");
    env.out()
        .println(
            "  until "
                + TimeText.day(recoverableUntil, env.clock().getZone())
                + " it can be recovered: offlinesign importkey --from-trash "
                + KeyText.selector(deleted, file.trash()));
  }

  private static void write(
      StoredKey deleted, Instant recoverableUntil, Clock clock, JsonGenerator generator)
      throws IOException {
    generator.writeStartObject();
    generator.writeFieldName("key");
    KeyJson.write(deleted, clock, generator);
    generator.writeStringField("recoverableUntil", recoverableUntil.toString());
    generator.writeEndObject();
  }

  private static void refuseWithinRollover(StoredKey key, KeyStoreFile file)
      throws CommandException {
    Optional<DnsName> zone = key.facts().map(ZoneKey::zone);
    List<StoredKey> keysOfZone = zone.map(file::keys).orElse(List.of());
    for (RolloverState state : RolloverState.among(keysOfZone)) {
      if (state.takesPart(key)) {
        throw CommandException.keys(
            "the key takes part in a rollover: " + Printable.of(key.describe()),
            "%s of %s is under way, %s done; without the key it cannot go on"
                .formatted(
                    state.method(), zone.orElseThrow(), Words.count(state.stepsDone(), "step")),
            "`offlinesign rollover abandon` gives the rollover up; --force deletes the key all the"
                + " same");
      }
    }
  }

  private static void refuseIfInUse(StoredKey key, Instant now) throws CommandException {
    Set<KeyEvent> planned = EnumSet.noneOf(KeyEvent.class);
    planned.addAll(key.timing().events().keySet());
    planned.remove(KeyEvent.CREATED);
    KeyState state = key.timing().stateAt(now);
    // A key without any timing is used whenever it is named, so nothing says that it is in use.
    if (planned.isEmpty() || !(state.isPublished() || state.signs())) {
      return;
    }
    Optional<Instant> end = key.timing().at(KeyEvent.DELETE);
    throw CommandException.keys(
        "the key is in use: " + Printable.of(key.describe()),
        "its timing says that it is "
            + KeyText.word(state)
            + end.map(time -> ", and leaves the zone on " + time).orElse(""),
        "--force deletes it all the same");
  }
}
