package org.offlinesign.cli.command;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.offlinesign.cli.argument.BeyondToken;
import org.offlinesign.cli.argument.KeyArgument;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.KeyDeed;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.key.TimingChange;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.StoredKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the timing of a key in the key store. */
@Command(
    header = {
      "  offlinesign settime ZSK2-example.com --publish now --activate +2d",
      "  offlinesign settime ZSK-example.com --inactive +2d --delete +9d"
    },
    customSynopsis = "offlinesign settime [OPTIONS] KEY",
    description =
        "Sets when what happens to a key of the key store. `signzone --smart` goes by it; the zone"
            + " itself does not change before it is signed.")
public final class SetTimeCommand implements Subcommand {
  @Parameters(
      paramLabel = "KEY",
      description = "A friendly name, tag:NUMBER, serial:HEX, or several joined with commas.")
  private KeyArgument key;

  @Mixin private TimeSettings settings = new TimeSettings();

  @Option(
      names = "--force",
      description = "Set the times though the zone is then without an active key of this role.")
  private boolean force;

  @Option(names = "--json", description = "Print the key as JSON.")
  private boolean json;

  @Mixin private PresentTime present = new PresentTime();
  @Mixin private StoreOptions store = new StoreOptions();

  @Override
  public Optional<Instant> now(Clock clock) {
    return present.now();
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    if (settings.areNone()) {
      throw CommandException.usage(
          "no time is to be set", "name one, such as --inactive +30d; none takes it away");
    }
    try (KeyStores stores = new KeyStores(env, store, env.resources().portableProviders())) {
      stores.refuseToken(BeyondToken.TIMES);
      KeyStoreFile file = stores.storeOf(key);
      StoredKey found = stores.find(key);
      check(found, file, env);
      StoredKey changed = file.setTiming(found, settings.appliedTo(found.timing()));
      env.notes().key(changed, KeyDeed.CHANGED);
      if (json) {
        JsonOutput.print(env.out(), generator -> KeyJson.write(changed, env.clock(), generator));
      } else {
        KeyText.print("Set the times of", changed, file, env);
      }
    } catch (KeyStoreFileException e) {
      throw KeyStores.refused(e);
    }
    return ExitCode.DONE;
  }

  private void check(StoredKey found, KeyStoreFile file, Environment env) throws CommandException {
    if (found.rollover().isPresent()) {
      env.warn("the key takes part in a rollover, which sets its times by itself");
    }
    Optional<ZoneKey> facts = found.facts();
    if (facts.isPresent()) {
      TimingChange change = new TimingChange(facts.get(), settings.appliedTo(found.timing()));
      change.oddities().forEach(env::warn);
      if (!force) {
        refuseGap(change, file, env);
      }
    }
  }

  private static void refuseGap(TimingChange change, KeyStoreFile file, Environment env)
      throws CommandException {
    ZoneKey key = change.key();
    List<ZoneKey> others =
        file.keys(key.zone()).stream()
            .flatMap(other -> other.facts().stream())
            .filter(other -> !other.isSameKey(key))
            .toList();
    Optional<Instant> gap = change.gap(others, env.clock().instant());
    if (gap.isPresent()) {
      throw CommandException.keys(
          "from "
              + TimeText.minute(gap.get(), env.clock().getZone())
              + " on no "
              + key.role()
              + " of "
              + key.zone()
              + " would be active",
          "have another one active by then, made with `offlinesign genkey` or set with `offlinesign"
              + " settime`",
          "--force sets the times all the same");
    }
  }
}
