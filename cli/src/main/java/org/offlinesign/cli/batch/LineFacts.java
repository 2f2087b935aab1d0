package org.offlinesign.cli.batch;

import java.nio.file.Path;
import java.util.Optional;
import org.offlinesign.name.DnsName;

/**
 * What is known of a line before it is run.
 *
 * @param command its name
 * @param zone the zone that it is about; empty if it says of none that it is about that alone
 * @param output the file that it writes, as typed
 * @param size what it holds in memory
 */
public record LineFacts(String command, Optional<DnsName> zone, Optional<Path> output, Size size) {
  /** What a command holds in memory. */
  public enum Size {
    /** A key or a few. */
    KEYS,
    /** A zone, or as much of it as it is allowed. */
    ZONE
  }
}
