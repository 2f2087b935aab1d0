package org.offlinesign.delegation;

import java.nio.file.Path;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;

/**
 * What the files of a child zone say.
 *
 * @param records the DS records that follow from them; empty if nothing could be used
 * @param used the files that these come from
 * @param complaints why files, or parts of them, were not used, do not agree, or should not be used
 *     any more; each names the file
 */
public record ChildKeys(DnsName child, List<Ds> records, List<Path> used, List<String> complaints) {
  /** Copies the lists. */
  public ChildKeys {
    records = List.copyOf(records);
    used = List.copyOf(used);
    complaints = List.copyOf(complaints);
  }
}
