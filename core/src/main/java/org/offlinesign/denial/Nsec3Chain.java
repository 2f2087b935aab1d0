package org.offlinesign.denial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    /**
     * Takes a link.
     *
     * @param signatures the RDATA of the old signatures at its owner, which it takes over
     */
    void link(Nsec3Link link, List<byte[]> signatures) throws IOException;

    /** Hears of two names that have one hash, so that no chain can be made (RFC 5155 §7.1). */
    void collision(DnsName name, DnsName other);
  }

  /**
   * Links all entries.
   *
   * @param entries made by {@link HashedNames} and {@link HashedSignature} and sorted, at least one
   *     name
   */
  public void link(EntryCursor entries) throws IOException {
    if (!advanceToName(entries)) {
      throw new IllegalArgumentException("a chain without names");
    }
    byte[] first = HashedNames.hash(entries);
    byte[] hash = first;
    byte[] types = HashedNames.types(entries);
    DnsName name = HashedNames.name(entries);
    List<byte[]> signatures = new ArrayList<>(0);
    while (entries.advance()) {
      byte[] next = HashedNames.hash(entries);
      if (HashedSignature.isAt(entries)) {
        if (Arrays.equals(hash, next)) {
          signatures.add(HashedSignature.rdata(entries));
        }
        continue;
      }
      DnsName nextName = HashedNames.name(entries);
      if (Arrays.equals(hash, next)) {
        sink.collision(name, nextName);
      } else {
        sink.link(new Nsec3Link(hash, types, next), signatures);
      }
      signatures = new ArrayList<>(0);
      hash = next;
      types = HashedNames.types(entries);
      name = nextName;
    }
    // RFC 5155 §7.1: the last record names the hash of the first.
    sink.link(new Nsec3Link(hash, types, first), signatures);
  }

  /** Passes over signatures of hashes that no name has. */
  private static boolean advanceToName(EntryCursor entries) throws IOException {
    boolean found = entries.advance();
    while (found && HashedSignature.isAt(entries)) {
      found = entries.advance();
    }
    return found;
  }
}
