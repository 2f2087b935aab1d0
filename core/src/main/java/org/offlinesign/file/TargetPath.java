package org.offlinesign.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the file that a path names once symbolic links are followed, also if it is missing. */
public final class TargetPath {
  // Linux gives up after as many.
  private static final int MAX_LINKS = 40;

  private TargetPath() {}

  /** Returns the path of what is, or is to be, the file itself; its folder must exist. */
  public static Path resolve(Path path) throws IOException {
    Path file = inRealFolder(path);
    for (int links = 0; Files.isSymbolicLink(file); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemLoopException(path.toString());
      }
      file = inRealFolder(file.resolveSibling(Files.readSymbolicLink(file)));
    }
    return file;
  }

  /** Returns the path with the links to its folder followed, but not one that it is itself. */
  static Path inRealFolder(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path name = absolute.getFileName();
    Path folder = absolute.getParent();
    if (name == null || folder == null) {
      throw new FileSystemException(path.toString(), null, "expected a file but found a folder");
    }
    if (name.toString().equals("..") || name.toString().equals(".")) {
      return absolute.toRealPath();
    }
    return folder.toRealPath().resolve(name);
  }
}
