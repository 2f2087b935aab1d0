package org.offlinesign.cli.command;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.BeyondToken;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.console.TextTable;
import org.offlinesign.key.CertificateFacts;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the keys of a key store. */
@Command(
    header = {"  offlinesign listkeys", "  offlinesign listkeys --zone example.com --json"},
    customSynopsis = "offlinesign listkeys [OPTIONS]",
    description =
        "Lists the keys of the key store, each with what selects it, its state now, and what"
            + " its timing has it do next.")
public final class ListKeysCommand implements Subcommand {
  @Option(names = "--zone", paramLabel = "NAME", description = "List the keys of this zone alone.")
  private @Nullable DnsName zone;

  @Option(names = "--trash", description = "List the deleted keys that can still be recovered.")
  private boolean trash;

  @Option(names = "--json", description = "Print the keys as JSON.")
  private boolean json;

  @Mixin private PresentTime present = new PresentTime();
  @Mixin private StoreOptions store = new StoreOptions();

  @Override
  public Optional<Instant> now(Clock clock) {
    return present.now();
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    try (KeyStores stores = new KeyStores(env, store, env.resources().portableProviders())) {
      List<StoredKey> keys = keys(stores);
      if (json) {
        JsonOutput.print(env.out(), generator -> KeyJson.write(keys, env.clock(), generator));
      } else if (keys.isEmpty()) {
        env.tell("no keys in " + stores.source() + (zone == null ? "" : " for " + zone));
      } else {
        printTable(keys, env);
      }
    } catch (KeyStoreFileException e) {
      throw KeyStores.refused(e);
    }
    return ExitCode.DONE;
  }

  private List<StoredKey> keys(KeyStores stores)
      throws CommandException, IOException, KeyStoreFileException {
    if (trash) {
      stores.refuseToken(BeyondToken.DELETE);
    }
    List<StoredKey> all = trash ? stores.existing().trash() : stores.source().keys();
    return all.stream()
        .filter(key -> zone == null || KeyText.zoneOf(key).equalsIgnoreCase(zone.toString()))
        .toList();
  }

  private static void printTable(List<StoredKey> keys, Environment env) {
    TextTable table =
        new TextTable(
            "ZONE", "NAME", "ROLE", "ALGORITHM", "BITS", "TAG", "STATE", "NEXT", "SERIAL", "DATES");
    for (StoredKey key : keys) {
      String next = KeyText.next(key, env.clock());
      table.row(
          KeyText.zoneOf(key),
          key.friendlyName().orElse("-"),
          key.facts().map(facts -> facts.role().toString()).orElse("-"),
          key.facts().map(facts -> facts.algorithm().mnemonic()).orElse("-"),
          key.facts().map(facts -> Integer.toString(facts.bits())).orElse("-"),
          key.facts().map(facts -> Integer.toString(facts.keyTag())).orElse("-"),
          KeyText.state(key, env.clock()),
          next.isEmpty() ? "-" : next,
          key.certificate().map(CertificateFacts::serialHex).orElse("-"),
          KeyText.dates(key, env.clock()));
    }
    table.print(env.out());
  }
}
