package org.offlinesign.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.offlinesign.census.SignerFigures;
import org.offlinesign.census.ZoneCensus;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/**
 * How trust gets from the parent of a zone to its records.
 *
 * @param parent the DS records of the parent; empty if they are not known
 * @param keys the DNSKEY records: those that sign, then the others; of both, those with the SEP
 *     flag first
 */
public record TrustChain(Optional<List<DsLink>> parent, List<KeyLink> keys) {
  /**
   * A DS record.
   *
   * @param key the key of the zone that it is the digest of; empty if there is none
   */
  public record DsLink(Ds ds, Optional<Dnskey> key) {}

  /**
   * A key.
   *
   * @param ofKeySet how many signatures of the DNSKEY RRset name it
   * @param ofData how many signatures name it of what is not about the zone's own keys
   * @param valid how many signatures verify with it, whatever their times
   */
  public record KeyLink(Dnskey dnskey, int keyTag, long ofKeySet, long ofData, long valid) {
    private boolean signs() {
      return valid > 0;
    }

    /** Says whether it signs the DNSKEY RRset. */
    public boolean signsKeySet() {
      return ofKeySet > 0 && valid > 0;
    }

    /** Says whether it signs what the zone is for. */
    public boolean signsData() {
      return ofData > 0 && valid > 0;
    }
  }

  /** Copies the list. */
  public TrustChain {
    keys = List.copyOf(keys);
  }

  /**
   * Returns the chain of a zone that has been verified.
   *
   * @param parent the DS records of the parent; empty if they are not known
   */
  public static TrustChain of(
      DnsName zone, Optional<List<Ds>> parent, VerificationReport report, ZoneCensus census) {
    List<Dnskey> keys = report.keys().stream().map(KeyFigures::dnskey).toList();
    EntryPoints points = new EntryPoints(zone, keys, List.of());
    return new TrustChain(
        parent.map(all -> all.stream().map(ds -> new DsLink(ds, points.keyOf(ds))).toList()),
        report.keys().stream()
            .map(key -> link(key, census))
            .sorted(
                Comparator.comparing(KeyLink::signs)
                    .thenComparing(link -> link.dnskey().isSep())
                    .reversed())
            .toList());
  }

  private static KeyLink link(KeyFigures key, ZoneCensus census) {
    Optional<SignerFigures> named = census.signer(key.dnskey());
    return new KeyLink(
        key.dnskey(),
        key.keyTag(),
        named.map(SignerFigures::ofKeySet).orElse(0L),
        named.map(SignerFigures::ofData).orElse(0L),
        key.validSignatures());
  }

  /** Says whether one of the parent's DS records leads to a key that signs the DNSKEY RRset. */
  public boolean isEntered() {
    return parent.orElse(List.of()).stream()
        .flatMap(link -> link.key().stream())
        .anyMatch(
            dnskey ->
                keys.stream().anyMatch(key -> key.dnskey().equals(dnskey) && key.signsKeySet()));
  }
}
