package org.offlinesign.rollover;

import java.time.Duration;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.Ttl;

/** What was read of a zone file: the version, and the SOA record with its periods. */
public record ReadZone(ZoneVersion version, Soa soa, Ttl soaTtl) {
  /**
   * Returns how long secondaries may take to get a new version where notices fail: refresh and
   * retry of the SOA record.
   */
  public Duration propagation() {
    return Duration.ofSeconds(soa.refresh() + soa.retry());
  }

  /** Returns how long the absence of a name or type may be cached (RFC 2308 §5). */
  public Duration negativeTtl() {
    return Duration.ofSeconds(soa.denialTtl(soaTtl).seconds());
  }
}
