package org.offlinesign.denial;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;

/**
 * Links the names of a zone, given in canonical order, into a chain of NSEC records (RFC 4035
 * §2.3).
 *
 * <p>A link is known only when the next name is, so one name is held back, and with it what stands
 * between it and the next: the names below a delegation or a DNAME, which are not in the chain. At
 * most {@link #HELD_UNITS} of those are held, and of large ones about {@link #HELD_OCTETS}; if
 * there are more, they go first and the link follows them, which is still the same zone.
 *
 * @param <U> what the caller knows a name by
 */
public final class NsecChain<U> {
  /** How many names outside the chain are held at most. */
  public static final int HELD_UNITS = 1024;

  /** How many octets these names have at most, apart from the last one. */
  public static final int HELD_OCTETS = 4 << 20;

  private static final int[] NO_TYPES = {};

  private final DnsName apex;
  private final Sink<U> sink;
  private final Queue<U> held = new ArrayDeque<>();
  private long heldOctets;
  private @Nullable DnsName owner;
  private int[] types = NO_TYPES;

  /** Creates an empty chain; the first name given to it must be the apex. */
  public NsecChain(DnsName apex, Sink<U> sink) {
    this.apex = apex;
    this.sink = sink;
  }

  /** Takes names and links in the order in which they stand in the signed zone. */
  public interface Sink<U> {
    /** Takes a name as it was given. */
    void pass(U unit) throws IOException;

    /** Takes a link; the name it starts from has been passed already. */
    void link(NsecLink link) throws IOException;
  }

  /**
   * Adds a name to the chain.
   *
   * @param nameTypes the numbers of its types, without RRSIG and NSEC
   */
  public void add(U unit, DnsName name, int[] nameTypes) throws IOException {
    linkTo(name);
    sink.pass(unit);
    owner = name;
    types = nameTypes;
  }

  /**
   * Passes on a name that has no place in the chain.
   *
   * @param octets how much it takes to hold it
   */
  public void addOutside(U unit, int octets) throws IOException {
    if (owner == null) {
      sink.pass(unit);
      return;
    }
    held.add(unit);
    heldOctets += octets;
    if (held.size() > HELD_UNITS || heldOctets > HELD_OCTETS) {
      passHeld();
    }
  }

  /** Closes the ring: the last name leads back to the apex (RFC 4034 §4.1.1). */
  public void finish() throws IOException {
    linkTo(apex);
    owner = null;
  }

  private void linkTo(DnsName next) throws IOException {
    if (owner != null) {
      sink.link(new NsecLink(owner, types, next));
    }
    passHeld();
  }

  private void passHeld() throws IOException {
    for (U unit = held.poll(); unit != null; unit = held.poll()) {
      sink.pass(unit);
    }
    heldOctets = 0;
  }
}
