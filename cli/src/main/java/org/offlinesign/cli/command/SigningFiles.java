package org.offlinesign.cli.command;

import java.nio.file.Path;
import org.offlinesign.cli.console.OutputClaim;
import org.offlinesign.name.DnsName;

/** The zone file that a command reads, and the file that it writes. */
interface SigningFiles {
  /** Returns the zone file. */
  Path input();

  /** Returns the file to write. */
  Path output();

  /** Returns what that file is, and what it may take the place of. */
  default OutputClaim claim() {
    return OutputClaim.ofSignedZone();
  }

  /** Returns the name of the zone. */
  DnsName zone();
}
