package org.offlinesign.denial;

import java.io.IOException;
import java.util.Arrays;
import org.offlinesign.name.DnsName;
import org.offlinesign.zone.EntryCursor;

/**
 * Links the hashes of a zone's names, given in order, into a chain of NSEC3 records (RFC 5155
 * §7.1). Holds one name.
 */
public final class Nsec3Chain {
  private final Sink sink;

  /** Creates a chain. */
  public Nsec3Chain(Sink sink) {
    this.sink = sink;
  }

  /** Takes the links in the order of their hashes. */
  public interface Sink {
    /** Takes a link. */
    void link(Nsec3Link link) throws IOException;

    /** Hears of two names that have one hash, so that no chain can be made (RFC 5155 §7.1). */
    void collision(DnsName name, DnsName other);
  }

  /**
   * Links all entries.
   *
   * @param entries made by {@link HashedNames} and sorted, at least one
   */
  public void link(EntryCursor entries) throws IOException {
    if (!entries.advance()) {
      throw new IllegalArgumentException("a chain without names");
    }
    byte[] first = HashedNames.hash(entries);
    byte[] hash = first;
    byte[] types = HashedNames.types(entries);
    DnsName name = HashedNames.name(entries);
    while (entries.advance()) {
      byte[] next = HashedNames.hash(entries);
      DnsName nextName = HashedNames.name(entries);
      if (Arrays.equals(hash, next)) {
        sink.collision(name, nextName);
      } else {
        sink.link(new Nsec3Link(hash, types, next));
      }
      hash = next;
      types = HashedNames.types(entries);
      name = nextName;
    }
    // RFC 5155 §7.1: the last record names the hash of the first.
    sink.link(new Nsec3Link(hash, types, first));
  }
}
