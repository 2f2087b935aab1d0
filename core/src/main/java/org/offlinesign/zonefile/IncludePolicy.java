package org.offlinesign.zonefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which file an {@code $INCLUDE} means, and whether it may be read at all. */
@FunctionalInterface
public interface IncludePolicy {
  /**
   * Returns the file that a name means, whether there is one or not.
   *
   * @throws IOException if the file may not be included; the message says why
   */
  Path resolve(String name, Includer includer) throws IOException;

  /**
   * Where an {@code $INCLUDE} stands.
   *
   * @param file the file that the directive stands in; empty if it is a stream or a pipe
   * @param zoneFile the file that the reading began with; empty as above
   * @param standIn a file that counts as there, because it is being made
   */
  record Includer(Optional<Path> file, Optional<Path> zoneFile, Optional<IncludeStandIn> standIn) {
    /** Says whether there is a file, or will be. */
    boolean isThere(Path candidate) throws IOException {
      return Files.exists(candidate) || (standIn.isPresent() && standIn.get().isAt(candidate));
    }
  }

  /** Returns a policy that allows no inclusion. */
  static IncludePolicy refused() {
    return (name, includer) -> {
      throw new IOException("$INCLUDE is not allowed here");
    };
  }

  /**
   * Returns a policy that allows what lies in the folder of the zone file or below it: a zone of
   * strangers can include nothing else.
   */
  static IncludePolicy inFolderOfZone() {
    return inFolders(Path.of(""), List.of());
  }

  /**
   * Returns a policy that allows what lies in the folder of the zone file, or in one of some other
   * folders, or below. A relative name is relative to the folder of the includer, and if there is
   * no such file, to the working folder (other programs know only that one), or to the others.
   */
  static IncludePolicy inFolders(Path workingFolder, List<Path> others) {
    return new IncludeFolders(workingFolder, others);
  }
}
