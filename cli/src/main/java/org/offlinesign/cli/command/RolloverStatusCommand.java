package org.offlinesign.cli.command;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.BeyondToken;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.RolloverException;
import org.offlinesign.rollover.RolloverRequest;
import org.offlinesign.rollover.RolloverSession;
import org.offlinesign.rollover.RolloverState;
import org.offlinesign.rollover.ZoneTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the rollovers that are under way. */
@Command(
    header = {
      "  offlinesign rollover status",
      "  offlinesign rollover status --zone example.com --json"
    },
    customSynopsis = "offlinesign rollover status [--zone NAME] [OPTIONS]",
    description =
        "Shows for each rollover that is under way, of one zone or of all in the key store, which"
            + " steps are done, what is next, when it is due and why. Changes nothing.")
public final class RolloverStatusCommand implements Subcommand {
  @Option(names = "--zone", paramLabel = "NAME", description = "Show this zone alone.")
  private @Nullable DnsName zone;

  @Mixin private RolloverTimeOptions times = new RolloverTimeOptions();
  @Mixin private RolloverReportOptions report = new RolloverReportOptions();
  @Spec private CommandSpec spec;

  @Override
  public Optional<Instant> now(Clock clock) {
    return report.now();
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    report.check(env);
    try (KeyStores stores = report.stores(env)) {
      stores.refuseToken(BeyondToken.ROLLOVER);
      KeyStoreFile file = stores.existing();
      List<StoredKey> keys = file.keys();
      Set<DnsName> zones = zones(file);
      List<ShownRollover> all = new ArrayList<>();
      Map<DnsName, RolloverException> unreadable = new LinkedHashMap<>();
      for (DnsName each : zones) {
        try {
          all.addAll(underWay(each, keys, env));
        } catch (RolloverException e) {
          unreadable.put(each, e);
        }
      }
      report.calendar().write(all.stream().map(ShownRollover::plan).toList(), env);
      if (report.isJson()) {
        JsonOutput.print(env.out(), generator -> RolloverJson.write(all, generator));
      } else {
        zones.removeAll(unreadable.keySet());
        print(zones, all, keys, env);
      }
      // Those of other zones have been shown by now.
      Optional<RolloverException> first = unreadable.values().stream().findFirst();
      if (first.isPresent()) {
        throw RolloverRefusal.of(first.get());
      }
    }
    return ExitCode.DONE;
  }

  private Set<DnsName> zones(KeyStoreFile file) throws CommandException {
    Set<DnsName> zones = new LinkedHashSet<>();
    for (StoredKey key : file.keys()) {
      key.facts().map(ZoneKey::zone).ifPresent(zones::add);
    }
    if (zone == null) {
      return zones;
    }
    RolloverRefusal.refuseUnlessKnown(zone, file);
    return new LinkedHashSet<>(Set.of(zone));
  }

  private List<ShownRollover> underWay(DnsName each, List<StoredKey> keys, Environment env)
      throws CommandException, RolloverException {
    Instant now = env.clock().instant();
    List<StoredKey> keysOfZone = RolloverRefusal.keysOf(each, keys);
    ZoneTimes known = times.ofNotesAlone();
    List<ShownRollover> shown = new ArrayList<>();
    for (RolloverState state : RolloverState.among(keysOfZone)) {
      RolloverRequest request =
          RolloverRequest.builder(each, now, known).keys(keysOfZone).method(state.method()).build();
      RolloverSession session = RolloverSession.of(request);
      shown.add(ShownRollover.of(session, keys, TypedLine.of(spec), now));
    }
    return shown;
  }

  private void print(
      Set<DnsName> zones, List<ShownRollover> all, List<StoredKey> keys, Environment env) {
    RolloverText text = new RolloverText(report.calendar().report(env), env.clock());
    for (DnsName each : zones) {
      List<ShownRollover> ofZone =
          all.stream().filter(shown -> shown.plan().zone().equals(each)).toList();
      if (ofZone.isEmpty()) {
        text.say(each + ": no rollover is under way");
        text.say(
            "  `offlinesign rollover plan --zone " + each + " --input FILE` shows how to begin");
      }
      ofZone.forEach(text::status);
      KeyTable.print(
          RolloverRefusal.keysOf(each, keys), report.calendar().report(env), env.clock());
    }
  }
}
