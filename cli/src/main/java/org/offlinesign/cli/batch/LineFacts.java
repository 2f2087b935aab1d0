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
 * @param reach what it has to do with
 */
public record LineFacts(
    String command, Optional<DnsName> zone, Optional<Path> output, Reach reach) {
  /** What a command has to do with. */
  public enum Reach {
    /** The key store alone: it writes no other file, and holds hardly any memory. */
    KEY_STORE,
    /** Files, and as much memory as it is allowed. */
    FILES
  }
}
