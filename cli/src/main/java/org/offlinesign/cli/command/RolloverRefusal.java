package org.offlinesign.cli.command;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.RolloverException;

/** Says in words why a rollover cannot be. */
final class RolloverRefusal {
  private static final int MOST_LISTED = 10;

  private RolloverRefusal() {}

  /** Returns why keys do not fit a rollover. */
  static CommandException of(RolloverException e) {
    return CommandException.keys(
            String.valueOf(e.getMessage()),
            e.advice(),
            "--replace names a key, --alg the algorithm of new ones; `offlinesign rollover plan`"
                + " lists the methods for",
            "a zone, `offlinesign rollover status` what is under way")
        .causedBy(e);
  }

  /** Refuses a zone that a key store has no keys of, as its name may be mistyped. */
  static void refuseUnlessKnown(DnsName zone, KeyStoreFile store) throws CommandException {
    if (!store.keys(zone).isEmpty()) {
      return;
    }
    List<DnsName> zones =
        store.keys().stream()
            .flatMap(key -> key.facts().map(ZoneKey::zone).stream())
            .distinct()
            .toList();
    throw CommandException.keys(
        "the key store " + store.path() + " has no key of " + zone,
        zones.isEmpty()
            ? "it is empty; `offlinesign genkey` makes keys, `offlinesign rollover next go-secure`"
                + " those of a first signing"
            : "it has keys of "
                + zones.stream().limit(MOST_LISTED).map(DnsName::toString).collect(joining(", ")));
  }

  /** Returns the keys of a zone among those of a store. */
  static List<StoredKey> keysOf(DnsName zone, List<StoredKey> keys) {
    return keys.stream()
        .filter(key -> key.facts().filter(facts -> facts.zone().equals(zone)).isPresent())
        .toList();
  }
}
