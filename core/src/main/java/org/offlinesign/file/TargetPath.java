package org.offlinesign.file;

import java.io.IOException;
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
        throw loop(path);
      }
      file = inRealFolder(file.resolveSibling(Files.readSymbolicLink(file)));
    }
    return file;
  }

  /** Returns the path of what is, or would be, the file itself, even if its folder is missing. */
  public static Path ofAny(Path path) throws IOException {
    return ofAny(path.toAbsolutePath(), 0);
  }

  private static Path ofAny(Path path, int links) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    if (links > MAX_LINKS) {
      throw loop(path);
    }
    Path name = path.getFileName();
    Path folder = path.getParent();
    if (name == null || folder == null) {
      return path;
    }
    Path real =
        Files.isSymbolicLink(path)
            ? ofAny(path.resolveSibling(Files.readSymbolicLink(path)), links + 1)
            : ofAny(folder, links).resolve(name);
    return real.normalize();
  }

  private static AdvisedFileException loop(Path path) {
    return new AdvisedFileException(
        path.toString(),
        "its symbolic links lead in a circle",
        "`ls -l` shows where each leads; name a file, or remove the links");
  }

  /** Returns the path with the links to its folder followed, but not one that it is itself. */
  public static Path inRealFolder(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path name = absolute.getFileName();
    Path folder = absolute.getParent();
    if (name == null || folder == null) {
      throw new AdvisedFileException(
          path.toString(), "expected a file but found a folder", "name a file in it");
    }
    if (name.toString().equals("..") || name.toString().equals(".")) {
      return absolute.toRealPath();
    }
    return folder.toRealPath().resolve(name);
  }
}
