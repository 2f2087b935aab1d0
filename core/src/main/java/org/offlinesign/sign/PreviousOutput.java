package org.offlinesign.sign;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.denial.Nsec3Link;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordType;
import org.offlinesign.seal.DistinctSigners;
import org.offlinesign.seal.FormerCursor;
import org.offlinesign.seal.FormerName;
import org.offlinesign.seal.FormerSignature;
import org.offlinesign.seal.FormerZone;
import org.offlinesign.seal.UnknownFileException;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.OwnerNode;

/**
 * The zone as this program wrote it last, known by its seal: signatures of RRsets that are still
 * the same are taken over from it unchecked.
 *
 * <p>Holds a block of the file, one name, and what the apex had. For the thread that passes over
 * the zone; {@link #mayStay} is for any.
 */
final class PreviousOutput implements Closeable {
  /** There is none. */
  static final PreviousOutput NONE = new PreviousOutput();

  private final @Nullable FormerZone zone;
  private final @Nullable FormerCursor cursor;
  private final @Nullable FormerName apex;
  private final List<OldSignature> atApex = new ArrayList<>();
  private final boolean[] known;
  private final Instant now;
  private final Duration least;
  private final WireWriter wire = new WireWriter(DnsName.MAX_WIRE_LENGTH);
  private final byte[] key = new byte[CanonicalKey.MAX_LENGTH];

  private PreviousOutput() {
    this.zone = null;
    this.cursor = null;
    this.apex = null;
    this.known = new boolean[0];
    this.now = Instant.EPOCH;
    this.least = Duration.ZERO;
  }

  private PreviousOutput(FormerZone zone, SigningContext context) throws IOException {
    this.zone = zone;
    this.cursor = zone.cursor();
    this.now = context.now();
    this.least = context.leastLife();
    this.apex = at(context.zone());
    DistinctSigners keys = new DistinctSigners();
    if (apex != null) {
      apex.read(context.zone(), context.recordClass(), record -> note(record, keys));
    }
    List<PlannedKey> planned = context.plan().keys();
    this.known = new boolean[planned.size()];
    for (PlannedKey signer : planned) {
      // Of another key, its signatures might only seem to be: a key tag is no name.
      known[signer.index()] = keys.tellApart(signer.dnskey());
    }
  }

  /** Opens the first of the request's files that is known, and warns of those before it. */
  static PreviousOutput open(SigningContext context, CryptoProviders providers) throws IOException {
    List<ZoneKey> owners =
        context.plan().keys().stream()
            .filter(PlannedKey::signsEverything)
            .map(PlannedKey::key)
            .toList();
    FormerZone.Owner owner = new FormerZone.Owner(context.zone(), owners, providers);
    List<String> unknown = new ArrayList<>();
    for (Path file : context.request().previous()) {
      try {
        FormerZone zone = FormerZone.open(file, owner, context.progress());
        if (zone.layout() == context.layout().fileLayout()) {
          return of(zone, context);
        }
        zone.close();
        unknown.add(
            "no signature of " + file + " is taken over unchecked, because --format was another");
      } catch (UnknownFileException e) {
        unknown.add(
            "no signature of "
                + file
                + " is taken over unchecked, because nothing proves that this program wrote it: "
                + e.getMessage());
      }
    }
    unknown.forEach(message -> context.warnings().add(Code.PREVIOUS_UNKNOWN, message));
    return NONE;
  }

  private static PreviousOutput of(FormerZone zone, SigningContext context) throws IOException {
    try {
      return new PreviousOutput(zone, context);
    } catch (IOException | RuntimeException e) {
      zone.close();
      throw e;
    }
  }

  private void note(RecordBuffer record, DistinctSigners keys) {
    keys.addFrom(record);
    if (record.type() == RecordType.RRSIG.code()) {
      byte[] rdata = record.rdata().toByteArray();
      atApex.add(new OldSignature(rdata, 0, rdata.length));
    }
  }

  /** Says whether there is a file to take signatures from. */
  boolean isKnown() {
    return zone != null;
  }

  /** Returns what the file says of the apex. */
  @Nullable FormerName apex() {
    return apex;
  }

  /** Returns the signatures at the apex, some of which may be of keys that are away now. */
  List<OldSignature> atApex() {
    return atApex;
  }

  /** Returns what the file says of the next name in canonical order; null if it has no such. */
  @Nullable FormerName at(OwnerNode node) throws IOException {
    return cursor == null ? null : cursor.name(node.octets(), node.keyLength());
  }

  private @Nullable FormerName at(DnsName name) throws IOException {
    byte[] octets = octets(name);
    return cursor == null ? null : cursor.name(octets, octets.length);
  }

  private static byte[] octets(DnsName name) {
    WireWriter out = new WireWriter(CanonicalKey.MAX_LENGTH);
    name.canonicalKey().writeTo(out);
    return out.toByteArray();
  }

  /** Returns what the file says of a name behind names below it; null if there is nothing. */
  @Nullable FormerName behind(DnsName name) {
    return cursor == null || !cursor.hasLate() ? null : cursor.late(octets(name));
  }

  /** Returns what the file says of the next hash in the chain; null if it does not know it. */
  @Nullable FormerName at(Nsec3Link link, DnsName apexName) throws IOException {
    if (cursor == null) {
      return null;
    }
    wire.clear();
    link.writeOwnerTo(wire, apexName);
    return cursor.hash(key, CanonicalKey.encode(wire.array(), 0, key, 0));
  }

  /** Says whether a signature by a key over an RRset that is the same may stay. */
  boolean mayStay(FormerSignature signature, PlannedKey signer) {
    return known[signer.index()]
        && signature.inception().secondsAfter(now) <= 0
        && signature.expiration().secondsAfter(now) > least.toSeconds();
  }

  /** Reads what is left, and returns how many signatures the file has. */
  long finish() throws IOException {
    return cursor == null ? 0 : cursor.finish();
  }

  @Override
  public void close() throws IOException {
    if (zone != null) {
      zone.close();
    }
  }
}
