package org.offlinesign.cli.command;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import org.offlinesign.cli.console.TextTable;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.StoredKey;

/** The keys of a zone below what is said of its rollovers. */
final class KeyTable {
  private KeyTable() {}

  /** Prints one line for each key: what it does, and when it does something else. */
  static void print(List<StoredKey> keys, PrintStream out, Clock clock) {
    TextTable table = new TextTable("  KEY", "ALGORITHM", "TAG", "STATE", "NAME", "DATES");
    for (StoredKey key : keys) {
      ZoneKey facts = key.facts().orElseThrow();
      table.row(
          "  " + facts.role(),
          facts.algorithm().mnemonic(),
          Integer.toString(facts.keyTag()),
          KeyText.state(key, clock),
          key.friendlyName().orElse("-"),
          KeyText.dates(key, clock));
    }
    table.print(out);
  }
}
