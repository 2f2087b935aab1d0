package org.offlinesign.delegation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.offlinesign.name.DnsName;

/** Finds the keyset- and dsset- files that a zone's children have in a folder. */
public interface ChildKeySource {
  /** Returns the files in a folder that are of names at or below a zone. */
  ChildKeyFiles in(Path folder, DnsName zone) throws IOException;

  /**
   * Takes note that a command has ended that may have written files; who looks into the folder each
   * time need not know.
   *
   * @param zone the zone that it was about, whose files or those of its children it may have
   *     written; empty if it may have written any
   */
  default void commandEnded(Optional<DnsName> zone) {}
}
