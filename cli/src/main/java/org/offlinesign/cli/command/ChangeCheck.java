package org.offlinesign.cli.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Words;
import org.offlinesign.file.WrittenFile;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.Serial;
import org.offlinesign.rollover.Breakage;
import org.offlinesign.rollover.ChangeGate;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.rollover.EarlierDsSets;
import org.offlinesign.rollover.EarlierVersions;
import org.offlinesign.rollover.EarlierVersions.TimedKey;
import org.offlinesign.rollover.ReadZone;
import org.offlinesign.rollover.ZoneVersionReader;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.OutputCheck;
import org.offlinesign.sign.OutputRefusedException;
import org.offlinesign.sign.ReadBack;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.ZoneFileException;

/**
 * Looks at what a finished zone would break if it took the place of what is out. Knows nothing of
 * that at first, and then breaks nothing.
 */
final class ChangeCheck implements OutputCheck {
  private final DnsName zone;
  private final Instant now;
  private final @Nullable String reason;
  private final List<Out> out = new ArrayList<>();
  private final List<String> assumptions = new ArrayList<>();
  private final List<String> breaks = new ArrayList<>();
  private @Nullable Parent parent;
  private @Nullable ReadZone written;
  private List<TimedKey> keys = List.of();
  private Set<Dnskey> known = Set.of();
  private @Nullable CryptoProviders providers;

  /** A version that is out, and how long the next one takes to replace it everywhere. */
  private record Out(ReadZone zone, Duration propagation) {}

  /**
   * The DS set that the parent has.
   *
   * @param propagation how long one takes to replace another everywhere
   * @param ttl for how long caches keep the one that was replaced
   */
  private record Parent(DsVersion ds, Duration propagation, Duration ttl) {}

  /**
   * @param reason why the zone is to be used whatever it breaks; null if it is not
   */
  ChangeCheck(DnsName zone, Instant now, @Nullable String reason) {
    this.zone = zone;
    this.now = now;
    this.reason = reason;
  }

  /**
   * Sets the DS set that the parent has.
   *
   * @param propagation how long all servers of the parent take to have another
   * @param ttl for how long caches keep one
   */
  void parent(DsVersion ds, Duration propagation, Duration ttl) {
    parent = new Parent(ds, propagation, ttl);
  }

  /** Takes note of keys of which all caches have the DS records that the parent has. */
  void knownToCaches(Set<Dnskey> entries) {
    known = Set.copyOf(entries);
  }

  /** Adds a version that is out; the one with the highest serial stays the last. */
  void previous(ReadZone version, Duration propagation) {
    boolean older =
        !out.isEmpty()
            && out.get(out.size() - 1).zone.soa().serial().isAfter(version.soa().serial());
    out.add(older ? out.size() - 1 : out.size(), new Out(version, propagation));
  }

  /** Returns the highest serial of the versions that are out; null if none is known. */
  @Nullable Serial servedSerial() {
    return out.isEmpty() ? null : out.get(out.size() - 1).zone.soa().serial();
  }

  /** Takes note of the keys of the zone that are at hand, for their timing. */
  void keys(List<StoredKey> stored) {
    keys =
        stored.stream()
            .flatMap(
                key ->
                    key.facts().map(facts -> new TimedKey(facts.dnskey(), key.timing())).stream())
            .toList();
  }

  /** Lets files be known again that this program wrote, which takes less time to read. */
  void providers(CryptoProviders signing) {
    providers = signing;
  }

  @Override
  public void check(WrittenFile part, SigningRequest request)
      throws IOException, OutputRefusedException {
    ChangeGate gate = gate();
    written = read(part, request);
    for (Breakage breakage : gate.breakages(written.version().named("the new zone"))) {
      breaks.add(breakage.message());
    }
    if (!breaks.isEmpty() && reason == null) {
      List<String> findings = new ArrayList<>(breaks);
      assumptions.forEach(assumption -> findings.add("assumed: " + assumption));
      throw new UnsafeChangeException(findings);
    }
  }

  private ChangeGate gate() {
    ChangeGate.Builder gate = ChangeGate.of(zone, now);
    for (Out version : out) {
      gate.previous(version.zone.version(), version.propagation);
      assumptions.add(
          "every server of "
              + zone
              + " has the new zone in place of "
              + version.zone.version().label()
              + " after "
              + version.propagation.toSeconds()
              + " s");
    }
    if (!out.isEmpty()) {
      addEarlier(gate, out.get(out.size() - 1));
    }
    if (parent != null) {
      gate.parent(parent.ds);
      addEarlierParents(gate, parent);
    } else {
      assumptions.add("the parent has a DS record of a KSK of the zone that is out");
    }
    return gate.build();
  }

  private void addEarlier(ChangeGate.Builder gate, Out last) {
    EarlierVersions earlier = new EarlierVersions(last.zone.version(), keys, now);
    int changes = earlier.addTo(gate, last.propagation).size();
    if (changes > 0) {
      assumptions.add(
          "caches may hold the zone from before "
              + Words.count(changes, "change")
              + " that the timing of its keys tells of; each was published when that says so");
    }
  }

  private void addEarlierParents(ChangeGate.Builder gate, Parent present) {
    List<TimedKey> changing = keys.stream().filter(key -> !known.contains(key.key())).toList();
    EarlierDsSets earlier = new EarlierDsSets(zone, present.ds, changing, now);
    int changes = earlier.addTo(gate, present.propagation, present.ttl).size();
    if (changes > 0) {
      assumptions.add(
          "caches may hold the DS set from before "
              + Words.count(changes, "change")
              + " that the timing of keys tells of, for its TTL of "
              + present.ttl.toSeconds()
              + " s after all servers of the parent have the new one, which takes "
              + present.propagation.toSeconds()
              + " s");
    }
  }

  private ReadZone read(WrittenFile part, SigningRequest request)
      throws IOException, OutputRefusedException {
    ReadBack readBack = ReadBack.of(request, part);
    try {
      ZoneVersionReader reader = new ZoneVersionReader(request.budget());
      return providers == null
          ? reader.read(readBack.source(), readBack.reading())
          : reader.read(
              readBack.source(), readBack.reading(), KeyUse.owner(zone, request.keys(), providers));
    } catch (ZoneFileException e) {
      throw new OutputRefusedException(e.errors().stream().map(Diagnostic::format).toList());
    }
  }

  /** Returns the zone that was looked at. */
  ReadZone written() {
    if (written == null) {
      throw new IllegalStateException("no zone has been written");
    }
    return written;
  }

  /** Says whether the zone is used although it breaks something. */
  boolean isForced() {
    return !breaks.isEmpty();
  }

  /** Warns of what the zone breaks and was written for all that. */
  void warn(Environment env) {
    if (reason != null && !breaks.isEmpty()) {
      breaks.forEach(env::warn);
      env.warn("the zone was written all the same, because of --force: " + reason);
    }
  }
}
