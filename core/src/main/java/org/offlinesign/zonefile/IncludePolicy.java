package org.offlinesign.zonefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which file an {@code $INCLUDE} means, and whether it may be read at all. */
@FunctionalInterface
public interface IncludePolicy {
  /**
   * Returns the file that a name means.
   *
   * @param includer the file that the directive stands in; null if it is a stream
   * @throws IOException if the file may not be included; the message says why
   */
  Path resolve(String name, @Nullable Path includer) throws IOException;

  /** Returns a policy that allows no inclusion, for zones of strangers. */
  static IncludePolicy refused() {
    return (name, includer) -> {
      throw new IOException("$INCLUDE is not allowed here");
    };
  }

  /** Returns a policy that takes a relative name as relative to the folder of the includer. */
  static IncludePolicy besideIncluder() {
    return besideIncluderOrIn(Path.of(""));
  }

  /**
   * Returns a policy that takes a relative name as relative to the folder of the includer, and if
   * there is no such file, to another folder (other programs know only the current one).
   */
  static IncludePolicy besideIncluderOrIn(Path folder) {
    return (name, includer) -> {
      try {
        Path beside = includer == null ? folder.resolve(name) : includer.resolveSibling(name);
        Path elsewhere = folder.resolve(name);
        return !Files.exists(beside) && Files.exists(elsewhere) ? elsewhere : beside;
      } catch (InvalidPathException e) {
        throw new IOException("expected the name of a file but found '" + name + "'", e);
      }
    };
  }
}
