package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.List;
import org.offlinesign.name.DnsName;

/**
 * The names of a zone that have one hash, mostly one, and the NSEC3 records of a chain under that
 * hash, mostly one.
 */
final class Nsec3Group {
  private final Nsec3Hash hash;
  private final List<Name> names = new ArrayList<>(1);
  private final List<Link> links = new ArrayList<>(1);

  Nsec3Group(Nsec3Hash hash) {
    this.hash = hash;
  }

  /**
   * A name that was hashed.
   *
   * @param place where its first record stands, or the first record below it
   */
  record Name(DnsName name, HashedNameKind kind, BitmapCheck.Expected types, Subject place) {}

  /** An NSEC3 record that was found. */
  record Link(boolean isOptOut, Nsec3Hash next, BitmapOctets types, Subject subject) {}

  void add(Name name) {
    names.add(name);
  }

  void add(Link link) {
    links.add(link);
  }

  Nsec3Hash hash() {
    return hash;
  }

  List<Name> names() {
    return names;
  }

  List<Link> links() {
    return links;
  }

  /** Says whether there is a name, and a record for it. */
  boolean isComplete() {
    return !names.isEmpty() && !links.isEmpty();
  }

  /** Says whether a record is here that has the opt-out flag. */
  boolean isOptOut() {
    return links.stream().anyMatch(Link::isOptOut);
  }
}
