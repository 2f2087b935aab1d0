package org.offlinesign.zone;

import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.Place;

/**
 * One record of a zone and where it stands in its files.
 *
 * @param rrset one of the node's
 * @param index which record of the RRset, from 0
 */
public record SourceRecord(OwnerNode node, NodeRrset rrset, int index) {
  /** Returns the first record of an RRset. */
  public static SourceRecord first(OwnerNode node, NodeRrset rrset) {
    return new SourceRecord(node, rrset, 0);
  }

  /** Returns the last record of an RRset. */
  public static SourceRecord last(OwnerNode node, NodeRrset rrset) {
    return new SourceRecord(node, rrset, rrset.size() - 1);
  }

  /** Returns the first record of a name. */
  public static SourceRecord first(OwnerNode node) {
    return first(node, node.rrsets().get(0));
  }

  /** Returns the owner as typed. */
  public DnsName owner() {
    return node.owner();
  }

  /** Returns the type. */
  public RecordType type() {
    return RecordType.of(rrset.type());
  }

  /**
   * Returns where the record begins.
   *
   * @param files the names of the files, by the index that records carry
   */
  public Place place(List<String> files) {
    return new Place(files.get(rrset.file(index)), rrset.line(index), rrset.column(index));
  }
}
