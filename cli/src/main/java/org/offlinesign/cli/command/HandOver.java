package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.OutputClaim;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.delegation.KeySetFile;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.file.GrowingFile;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.Ttl;
import org.offlinesign.rollover.PlannedStep;
import org.offlinesign.rollover.RolloverKey;
import org.offlinesign.rollover.RolloverSession;

/** The keyset- and dsset- files that hold exactly what the parent is to have at some step. */
final class HandOver {
  // In a keyset- file it means nothing: the zone has its own.
  private static final Ttl TTL = new Ttl(3600);

  private final RolloverSession session;
  private final DnsName zone;
  private final List<StoredKey> keys;
  private final Instant now;

  /**
   * @param keys those of the zone in the store
   */
  HandOver(RolloverSession session, List<StoredKey> keys, Instant now) {
    this.session = session;
    this.zone = session.plan().zone();
    this.keys = List.copyOf(keys);
    this.now = now;
  }

  /**
   * Returns the keys that the parent's DS records are to point to, once some steps are done; empty
   * if the rollover does not touch what the parent has.
   */
  Optional<EntryPoints> wantedAfter(int steps) {
    boolean changesParent =
        session.plan().steps().stream().anyMatch(step -> step.dsWish().isPresent());
    return changesParent ? Optional.of(after(steps)) : Optional.empty();
  }

  private EntryPoints after(int steps) {
    Stream<ZoneKey> own = wanted(steps).stream().flatMap(key -> key.facts().stream());
    Stream<ZoneKey> others =
        keys.stream().filter(this::staysAtParent).flatMap(k -> k.facts().stream());
    List<Dnskey> points = Stream.concat(own, others).map(ZoneKey::dnskey).toList();
    return new EntryPoints(zone, points, List.of());
  }

  private List<RolloverKey> wanted(int steps) {
    Optional<PlannedStep> last =
        session.plan().steps().stream()
            .filter(step -> step.number() <= steps && step.dsWish().isPresent())
            .reduce((earlier, later) -> later);
    return last.flatMap(PlannedStep::dsWish)
        .map(wish -> wish.present())
        .orElseGet(() -> session.keys().stream().filter(HandOver::isOldEntryPoint).toList());
  }

  private static boolean isOldEntryPoint(RolloverKey key) {
    return !key.isNew() && key.role() == KeyRole.KSK;
  }

  /** Says whether a key that the rollover leaves alone is one that the parent points to. */
  private boolean staysAtParent(StoredKey key) {
    KeyState state = key.stateAt(now);
    boolean inUse = state == KeyState.ACTIVE || state == KeyState.PUBLISHED;
    return inUse
        && key.facts()
            .filter(facts -> facts.role() == KeyRole.KSK && !takesPart(facts))
            .isPresent();
  }

  private boolean takesPart(ZoneKey key) {
    return session.keys().stream().flatMap(part -> part.facts().stream()).anyMatch(key::isSameKey);
  }

  /**
   * Writes the files, or removes them where the parent is to have no DS record.
   *
   * @return the files written; empty if they were removed, or are not wanted
   */
  List<Path> write(EntryPoints points, KeySetOptions options, Environment env)
      throws CommandException, IOException {
    if (!options.isWanted()) {
      return List.of();
    }
    Path folder = options.folder(env);
    if (points.isEmpty()) {
      for (Path stale : KeySetFile.of(zone, folder, options.naming())) {
        env.kept().claim(stale, OutputClaim.ofHandOver(stale, "--keysetdir"));
        GrowingFile.refuse(stale);
        if (Files.deleteIfExists(stale)) {
          env.notes().removed(stale);
          env.tell("removed " + stale + ": the parent is to have no DS record of " + zone);
        }
      }
      return List.of();
    }
    List<Path> written = new ArrayList<>();
    for (KeySetFile file : files(points, points.dsRecords(options.digests()))) {
      Path path = file.in(folder, options.naming());
      env.kept().claim(path, OutputClaim.ofHandOver(path, "--keysetdir"));
      AtomicOutput.write(path, file.octets(), env.files());
      written.add(path);
    }
    return written;
  }

  private List<KeySetFile> files(EntryPoints points, List<Ds> records) {
    return List.of(
        KeySetFile.keyset(zone, RecordClass.IN, TTL, points.keys()),
        KeySetFile.dsset(zone, RecordClass.IN, records));
  }
}
