package org.offlinesign.sign;

import java.nio.file.Path;
import org.offlinesign.file.OutputPlace;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * What an unsigning is to do.
 *
 * @param reading how the zone is read; its origin is the zone
 * @param delegations what becomes of DS records
 */
public record UnsigningRequest(
    ZoneFileSource input, ZoneFileOptions reading, Target target, ChildDs delegations) {

  /**
   * Where the zone goes.
   *
   * @param temporaryFolder where records are kept that come before the SOA record
   */
  public record Target(OutputPlace place, ZoneLayout layout, Path temporaryFolder) {}

  /** What becomes of the DS records of child zones. */
  public enum ChildDs {
    /** They stay: nobody but the children can make them again, and the next signing needs them. */
    KEEP,
    /** They go: in a zone without signatures nobody asks for them. */
    DROP
  }

  /** Returns the name of the zone. */
  public DnsName zone() {
    return reading.origin();
  }
}
