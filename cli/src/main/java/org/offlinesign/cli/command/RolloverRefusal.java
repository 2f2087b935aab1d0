package org.offlinesign.cli.command;

import java.util.List;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.RolloverException;

/** Says in words why a rollover cannot be. */
final class RolloverRefusal {
  private RolloverRefusal() {}

  /** Returns why keys do not fit a rollover. */
  static CommandException of(RolloverException e) {
    return CommandException.keys(
            String.valueOf(e.getMessage()),
            "`offlinesign rollover plan` lists the methods for a zone, `offlinesign rollover"
                + " status` what is under way")
        .causedBy(e);
  }

  /** Returns the keys of a zone among those of a store. */
  static List<StoredKey> keysOf(DnsName zone, List<StoredKey> keys) {
    return keys.stream()
        .filter(key -> key.facts().filter(facts -> facts.zone().equals(zone)).isPresent())
        .toList();
  }
}
