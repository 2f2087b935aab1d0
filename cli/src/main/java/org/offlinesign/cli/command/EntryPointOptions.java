package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.KeyArgument;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeySource;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say of which zone the keys are wanted, and where they are to be found. */
final class EntryPointOptions {
  @Option(names = "--zone", paramLabel = "NAME", description = "The zone's name.")
  private @Nullable DnsName zone;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "A key of the key store: a friendly name, tag:NUMBER and so on. Default, without --from:"
              + " the zone's KSKs that are in use.")
  private List<KeyArgument> named = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Take the keys from a keyset-, dsset- or .key file, the output of dig, or the signed zone"
              + " file, and not from the key store; - is stdin.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--quiet", description = "Print the result and errors alone.")
  private boolean quiet;

  @Mixin private StoreOptions store = new StoreOptions();

  /** Returns the zone that is named, which it must be unless a file tells it. */
  Optional<DnsName> zone() {
    return Optional.ofNullable(zone);
  }

  /** Says whether keys are named, or files that hold them. */
  boolean nameKeys() {
    return !named.isEmpty() || !files.isEmpty();
  }

  boolean isQuiet() {
    return quiet;
  }

  /** Returns the keys, at least one, or a digest. */
  EntryPoints find(KeyStores stores, Environment env) throws CommandException, IOException {
    if (zone == null) {
      throw CommandException.usage(
          "--zone NAME is missing", "it names the zone whose keys are wanted");
    }
    return find(zone, stores, env);
  }

  /** Returns the keys of a zone, at least one, or a digest. */
  EntryPoints find(DnsName zone, KeyStores stores, Environment env)
      throws CommandException, IOException {
    EntryPoints found = new EntryPoints(zone, List.of(), List.of());
    for (Path file : files) {
      found = found.and(EntryPointFile.read(file, zone, env));
    }
    if (!named.isEmpty()) {
      found = found.and(named(zone, stores));
    }
    return files.isEmpty() && named.isEmpty() ? inUse(zone, stores.source(), env) : found;
  }

  StoreOptions store() {
    return store;
  }

  private EntryPoints named(DnsName zone, KeyStores stores) throws CommandException, IOException {
    List<Dnskey> keys = new ArrayList<>();
    for (KeyArgument argument : named) {
      ZoneKey key = stores.signingKey(argument, zone).facts();
      if (!key.zone().equals(zone)) {
        throw CommandException.keys(
            "the key " + key + " belongs to " + key.zone() + " and not to " + zone,
            "`offlinesign listkeys --zone " + zone + "` shows the keys of the zone");
      }
      if (key.dnskey().isRevoked()) {
        throw CommandException.keys(
            "the key " + key + " is revoked, so nobody may trust it",
            "name a KSK that is not: `offlinesign listkeys --zone " + zone + "` shows them");
      }
      keys.add(key.dnskey());
    }
    return new EntryPoints(zone, keys, List.of());
  }

  /** Returns the zone's KSKs that are published and not on their way out. */
  private EntryPoints inUse(DnsName zone, KeySource source, Environment env)
      throws CommandException {
    List<Dnskey> used = new ArrayList<>();
    for (StoredKey key : source.keys()) {
      if (key.facts().filter(facts -> facts.zone().equals(zone)).isPresent()) {
        if (isInUse(key, env)) {
          key.facts().map(ZoneKey::dnskey).ifPresent(used::add);
        } else if (!quiet) {
          env.tell(leftOut(key, env));
        }
      }
    }
    EntryPoints points = EntryPoints.among(zone, used);
    if (points.isEmpty()) {
      throw CommandException.keys(
          KeyText.place(source) + " has no key of " + zone + " in use",
          "`offlinesign listkeys` shows the keys there are; --key names one, --from a file");
    }
    return points;
  }

  private static boolean isInUse(StoredKey key, Environment env) {
    KeyState state = key.timing().stateAt(env.clock().instant());
    return state == KeyState.PUBLISHED || state == KeyState.ACTIVE;
  }

  private static String leftOut(StoredKey key, Environment env) {
    return "left out, because its state is "
        + KeyText.state(key, env.clock())
        + ": "
        + key.describe()
        + "; --key names it all the same";
  }
}
