package org.offlinesign.cli.command;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that reports on rollovers and changes nothing. */
final class RolloverReportOptions {
  @Mixin private PresentTime present = new PresentTime();

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Mixin private CalendarOption calendar = new CalendarOption();
  @Mixin private StoreOptions store = new StoreOptions();

  Optional<Instant> now() {
    return present.now();
  }

  boolean isJson() {
    return json;
  }

  CalendarOption calendar() {
    return calendar;
  }

  /** Refuses options that contradict each other, and a calendar in the place of what must stay. */
  void check(Environment env) throws CommandException, IOException {
    calendar.refuseBeside(json, "--json");
    calendar.claim(env);
  }

  /** Returns the key stores; whoever asks closes them. */
  KeyStores stores(Environment env) {
    return new KeyStores(env, store, env.resources().portableProviders());
  }
}
