package org.offlinesign.sign;

import java.nio.file.Path;
import java.util.List;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.Ttl;
import org.offlinesign.zonefile.Diagnostic;

/**
 * What became of a zone that keys were put into.
 *
 * @param file the file that was written
 * @param added the keys that the zone did not have before
 * @param dnskeys the DNSKEY RRset as it is now
 * @param dnskeyTtl how long resolvers keep the RRset without the new keys
 * @param serial the serial read and the serial written
 * @param signed whether the zone was signed, so that its DNSKEY and SOA RRsets were signed again
 * @param validity when these signatures are valid
 * @param notices what the reader of the zone file had to say
 */
public record PublicationReport(
    Path file,
    List<Dnskey> added,
    List<Dnskey> dnskeys,
    Ttl dnskeyTtl,
    SigningReport.SerialChange serial,
    boolean signed,
    Validity validity,
    List<Diagnostic> notices) {
  /** Copies the lists. */
  public PublicationReport {
    added = List.copyOf(added);
    dnskeys = List.copyOf(dnskeys);
    notices = List.copyOf(notices);
  }
}
