package org.offlinesign.census;

import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;

/**
 * A child zone as its parent delegates it.
 *
 * @param nameServers how many NS records it has
 * @param ds the first of its DS records
 * @param furtherDs how many more it has
 */
public record Delegation(
    DnsName child, int nameServers, DelegationSecurity security, List<Ds> ds, int furtherDs) {
  /** Copies the list. */
  public Delegation {
    ds = List.copyOf(ds);
  }
}
