package org.offlinesign.delegation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.offlinesign.delegation.SignatureTrial.Verdict;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;

/**
 * The DNSKEY RRset of a zone with those of its signatures that are valid, by which the owner of the
 * parent can see that DS records lead into the zone.
 */
public final class KeyProof {
  private final ChildZone zone;
  private final SignedRecords keys;
  private final List<Rrsig> signatures;

  private KeyProof(ChildZone zone, SignedRecords keys, List<Rrsig> signatures) {
    this.zone = zone;
    this.keys = keys;
    this.signatures = signatures;
  }

  /**
   * Takes the records out of a zone, and checks them.
   *
   * @throws ChildZoneException if no signature is valid at an instant
   */
  public static KeyProof of(ChildZone zone, CryptoProviders providers, Instant now)
      throws ChildZoneException {
    SignedRecords keys =
        zone.records(RecordType.DNSKEY)
            .orElseThrow(
                () -> new ChildZoneException(zone.file() + " has no DNSKEY records to hand out"));
    SignatureTrial trial = new SignatureTrial(providers, now, null);
    List<Rrsig> valid =
        keys.signatures().stream()
            .filter(rrsig -> verdict(zone, keys, List.of(rrsig), trial).isSigned())
            .toList();
    if (valid.isEmpty()) {
      throw new ChildZoneException(
          "the DNSKEY records in "
              + zone.file()
              + " prove nothing: "
              + verdict(zone, keys, keys.signatures(), trial).shortfall().words());
    }
    return new KeyProof(zone, keys, valid);
  }

  private static Verdict verdict(
      ChildZone zone, SignedRecords keys, List<Rrsig> signatures, SignatureTrial trial) {
    return trial.of(new SignedRecords(keys.owner(), keys.rrset(), signatures), zone.keys());
  }

  /** Returns what some DS records are to the zone. */
  public DsCheck of(Collection<Ds> records, CryptoProviders providers, Instant now) {
    return DsCheck.of(records, zone, providers, now);
  }

  /** Returns the records as they stand in a master file. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int record = 0; record < keys.rrset().size(); record++) {
      String rdata = RdataSchema.of(RecordType.DNSKEY).toText(keys.rrset().rdata(record));
      append(text, RecordType.DNSKEY, rdata);
    }
    signatures.forEach(rrsig -> append(text, RecordType.RRSIG, rrsig.toString()));
    return text.toString();
  }

  private void append(StringBuilder text, RecordType type, String rdata) {
    text.append(keys.owner()).append('\t').append(keys.rrset().ttl()).append('\t');
    text.append(RecordClass.of(keys.rrset().recordClass())).append('\t');
    text.append(type).append('\t').append(rdata).append('\n');
  }
}
