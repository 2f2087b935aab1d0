package org.offlinesign.delegation;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.zone.NodeRrset;

/**
 * What a zone asks of its parent with the CDS and CDNSKEY records at its apex (RFC 7344, RFC 8078).
 *
 * @param cds empty if there are none
 * @param cdnskey empty if there are none
 */
public record ChildSignals(DnsName zone, List<Ds> cds, List<Dnskey> cdnskey) {
  /** RFC 8078 §4: the algorithm that asks the parent to delete the DS records. */
  private static final int DELETE = 0;

  // RFC 8078 §4 with erratum 5049: digest and key are one octet, zero.
  private static final byte[] NOTHING = {0};

  /** The only CDS record that asks for deletion. */
  public static final Ds DELETING_CDS = new Ds(0, DELETE, 0, NOTHING);

  /** The only CDNSKEY record that asks for deletion. */
  public static final Dnskey DELETING_CDNSKEY = new Dnskey(0, Dnskey.PROTOCOL, DELETE, NOTHING);

  /** Copies the lists. */
  public ChildSignals {
    cds = List.copyOf(cds);
    cdnskey = List.copyOf(cdnskey);
  }

  /** Reads the RRsets at the apex of a zone; null stands for one that is not there. */
  public static ChildSignals of(
      DnsName zone, @Nullable NodeRrset cds, @Nullable NodeRrset cdnskey) {
    return new ChildSignals(
        zone, NodeRrset.views(cds, Ds::from), NodeRrset.views(cdnskey, Dnskey::from));
  }

  /** Says whether nothing is asked for. */
  public boolean areAbsent() {
    return cds.isEmpty() && cdnskey.isEmpty();
  }

  /** Says whether a record asks for the end of the delegation's DS records. */
  public boolean askForDeletion() {
    return cds.stream().anyMatch(ds -> ds.algorithm() == DELETE)
        || cdnskey.stream().anyMatch(key -> key.algorithm() == DELETE);
  }

  /**
   * Says whether the deletion is asked for in its only right form: alone in its RRset, and in both
   * RRsets if there are two.
   */
  public boolean askForDeletionRightly() {
    return (cds.isEmpty() || cds.equals(List.of(DELETING_CDS)))
        && (cdnskey.isEmpty() || cdnskey.equals(List.of(DELETING_CDNSKEY)));
  }

  /** Returns the CDS records that point to none of some keys. */
  public List<Ds> cdsOtherThan(Collection<Dnskey> keys) {
    return cds.stream()
        .filter(ds -> ds.algorithm() != DELETE)
        .filter(ds -> DsMatch.isOfNone(zone, ds, keys))
        .toList();
  }

  /** Returns the CDNSKEY records that are none of some keys. */
  public List<Dnskey> cdnskeyOtherThan(Collection<Dnskey> keys) {
    return cdnskey.stream()
        .filter(key -> key.algorithm() != DELETE && !keys.contains(key))
        .toList();
  }

  /** Says whether both RRsets, where there are two, ask for the same keys (RFC 7344 §4). */
  public boolean agree() {
    return cds.isEmpty()
        || cdnskey.isEmpty()
        || (cdsOtherThan(cdnskey).isEmpty()
            && cdnskey.stream()
                .filter(key -> key.algorithm() != DELETE)
                .noneMatch(key -> DsMatch.noneIsOf(zone, cds, key)));
  }
}
