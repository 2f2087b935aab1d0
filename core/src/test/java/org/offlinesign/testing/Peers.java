package org.offlinesign.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The DNS programs of others, which are asked for a second opinion. */
@CheckReturnValue
public final class Peers {
  private Peers() {}

  /**
   * Returns the installed program, or skips (or fails) the calling test as {@link Interop} says.
   */
  public static Program require(String name) {
    Interop.skipWhenOff();
    return find(name).orElseThrow(() -> Interop.missing(name + " on this machine"));
  }

  /** Returns the installed program; sbin is searched too, where Debian puts some checkers. */
  public static Optional<Program> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(
            Stream.of(path.split(File.pathSeparator, -1)).filter(folder -> !folder.isEmpty()),
            Stream.of("/usr/local/sbin", "/usr/sbin", "/sbin"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Program::new);
  }
}
