package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where files lie, whatever way leads there. */
final class FilePlace {
  private FilePlace() {}

  /** Says whether two names are of one file, which need not exist yet. */
  static boolean isSame(Path one, Path other) throws IOException {
    if (Files.exists(one) && Files.exists(other)) {
      return Files.isSameFile(one, other);
    }
    return place(one).equals(place(other));
  }

  private static Path place(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    return folder != null && name != null && Files.isDirectory(folder)
        ? folder.toRealPath().resolve(name)
        : absolute;
  }
}
