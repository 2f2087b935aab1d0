package org.offlinesign.delegation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;

/**
 * What the files of a child zone say.
 *
 * @param records the DS records that follow from them; empty if nothing could be used
 * @param used the files that these come from
 * @param acceptedSince since when the CDS records are signed that the DS records come from; then
 *     they are the whole truth, even if there are none. It is null if they come from elsewhere
 * @param findings why files, or parts of them, were not used, do not agree, or should not be used
 *     any more; each names the file
 */
public record ChildKeys(
    DnsName child,
    List<Ds> records,
    List<Path> used,
    @Nullable Instant acceptedSince,
    List<ChildFinding> findings) {
  /** Copies the lists. */
  public ChildKeys {
    records = List.copyOf(records);
    used = List.copyOf(used);
    findings = List.copyOf(findings);
  }
}
