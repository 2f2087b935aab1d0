package org.offlinesign.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a former zone file beside the zone that is written now, in whose order it stands:
 * names in canonical order, then hashes in theirs. An NSEC record may follow the names below the
 * one that it belongs to.
 *
 * <p>Nothing goes wrong if a file is in another order; its names are then not found. Holds one
 * name, and a few that NSEC records came late for. Not thread safe.
 */
public final class FormerCursor {
  private static final int MOST_LATE = 64;

  /** Takes names in the order of the file. */
  @FunctionalInterface
  public interface Sink {
    /** Takes what the file says of a name. */
    void accept(FormerName name) throws IOException;
  }

  private final FormerZone zone;
  private final DigestedOctets octets;
  private final NameReader names;
  private final Map<ByteBuffer, FormerName> late =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, FormerName> eldest) {
          return size() > MOST_LATE;
        }
      };
  private @Nullable FormerName next;
  private byte[] nextKey = {};
  private byte[] last = {};

  FormerCursor(FormerZone zone, DigestedOctets octets) throws IOException {
    this.zone = zone;
    this.octets = octets;
    this.names = new NameReader(octets, zone.layout());
    advance();
  }

  private void advance() throws IOException {
    next = names.next();
    nextKey = next == null ? last : next.key(zone.zone());
  }

  /** Returns what the file says of its first name, the apex; null if it was passed already. */
  public @Nullable FormerName first() {
    return last.length == 0 ? next : null;
  }

  /** Reads the file to its end and hands on what it says of each name. */
  void forEach(Sink sink) throws IOException {
    for (FormerName name = next; name != null; name = names.next()) {
      sink.accept(name);
    }
    next = null;
    finish();
  }

  /**
   * Reads what is left of the file, and returns how many signatures it has.
   *
   * @throws IOException if its octets are not those that it was known by
   */
  public long finish() throws IOException {
    FormerName rest;
    do {
      rest = names.next();
    } while (rest != null);
    zone.check(octets.digest());
    return names.signatures();
  }

  private int compareNextTo(byte[] octets, int length) {
    return Arrays.compareUnsigned(nextKey, 0, nextKey.length, octets, 0, length);
  }

  /**
   * Returns what the file says of a name; null if it does not know it, or only as a hash.
   *
   * @param octets begin with the canonical key, which must not be lower than that of the last call
   */
  public @Nullable FormerName name(byte[] octets, int keyLength) throws IOException {
    while (next != null && !next.isHashed()) {
      int order = compareNextTo(octets, keyLength);
      if (order > 0) {
        return null;
      }
      FormerName passed = take();
      if (order == 0) {
        return passed;
      }
    }
    return null;
  }

  private FormerName take() throws IOException {
    FormerName taken = next;
    if (taken == null) {
      throw new IllegalStateException("there are no more names");
    }
    if (Arrays.compareUnsigned(nextKey, last) < 0) {
      late.put(ByteBuffer.wrap(nextKey), taken);
    } else {
      last = nextKey;
    }
    advance();
    return taken;
  }

  /** Says whether the file has said something of a name behind those that are below it. */
  public boolean hasLate() {
    return !late.isEmpty();
  }

  /** Returns what it said, once; null if it was of other names. */
  public @Nullable FormerName late(byte[] key) {
    return late.remove(ByteBuffer.wrap(key));
  }

  /**
   * Returns what the file says of a hash, after the last name; null if it does not know it.
   *
   * @param octets begin with the canonical key, which must not be lower than that of the last call
   */
  public @Nullable FormerName hash(byte[] octets, int keyLength) throws IOException {
    while (next != null && (!next.isHashed() || compareNextTo(octets, keyLength) < 0)) {
      advance();
    }
    if (next == null || compareNextTo(octets, keyLength) > 0) {
      return null;
    }
    return take();
  }
}
