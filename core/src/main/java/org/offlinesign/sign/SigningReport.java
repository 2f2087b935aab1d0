package org.offlinesign.sign;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.offlinesign.delegation.ChildReport;
import org.offlinesign.denial.Denial;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.Serial;
import org.offlinesign.record.Ttl;
import org.offlinesign.zonefile.Diagnostic;

/**
 * What a signing did.
 *
 * @param zone the name of the zone
 * @param files the files written: the signed zone, dsset- files of children, then the zone's
 *     keyset- and dsset- files
 * @param input what became of the records read
 * @param output what the signed zone holds
 * @param keys the keys given, ordered by algorithm and key tag, and how much each signed
 * @param renewal what became of signatures
 * @param dnskeys the DNSKEY RRset of the signed zone
 * @param dnskeyTtl the TTL of that RRset
 * @param ds the records of the dsset- file; empty if none was written
 * @param serial the serial read and the serial written
 * @param denial how the zone proved what it does not hold, and how it does now
 * @param validity when the signatures are valid, those that expire first where keys differ
 * @param firstExpiry when the first signature expires
 * @param signAgainBy the last instant at which a new signing still reaches everyone in time
 * @param children what became of children that have files, whose zones are at hand, or that lost DS
 *     records
 * @param warnings what the user should know
 * @param notices what the reader of the zone file had to say
 */
public record SigningReport(
    DnsName zone,
    List<Path> files,
    InputFigures input,
    ZoneFigures output,
    List<KeyFigures> keys,
    RenewalFigures renewal,
    List<Dnskey> dnskeys,
    Ttl dnskeyTtl,
    List<Ds> ds,
    SerialChange serial,
    DenialChange denial,
    Validity validity,
    Instant firstExpiry,
    Instant signAgainBy,
    List<ChildReport> children,
    List<SigningWarning> warnings,
    List<Diagnostic> notices) {
  /** Copies the collections. */
  public SigningReport {
    files = List.copyOf(files);
    keys = List.copyOf(keys);
    dnskeys = List.copyOf(dnskeys);
    ds = List.copyOf(ds);
    children = List.copyOf(children);
    warnings = List.copyOf(warnings);
    notices = List.copyOf(notices);
  }

  /** The serial before and after. */
  public record SerialChange(Serial before, Serial after) {}

  /**
   * The proof of nonexistence before and after.
   *
   * @param before empty if the zone was not signed; more than one if it was in the midst of a
   *     change
   */
  public record DenialChange(List<Denial> before, Denial after) {
    /** Copies the list. */
    public DenialChange {
      before = List.copyOf(before);
    }
  }

  /** Returns how many signatures were made. */
  public long signatures() {
    return renewal.made();
  }
}
