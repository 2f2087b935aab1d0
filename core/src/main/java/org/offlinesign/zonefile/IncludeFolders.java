package org.offlinesign.zonefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Allows files of some folders, and those below them, wherever symbolic links and {@code ..} lead.
 *
 * <p>What lies elsewhere is refused in the same words whether it is there or not.
 */
final class IncludeFolders implements IncludePolicy {
  private final Path workingFolder;
  private final List<Path> others;

  IncludeFolders(Path workingFolder, List<Path> others) {
    this.workingFolder = workingFolder;
    this.others = List.copyOf(others);
  }

  @Override
  public Path resolve(String name, Includer includer) throws IOException {
    List<Path> folders = new ArrayList<>(others);
    includer.zoneFile().ifPresent(zone -> folders.add(0, zone.toAbsolutePath().getParent()));
    if (folders.isEmpty()) {
      throw new IOException(
          "a zone that is read from stdin or a pipe has no folder to include '"
              + name
              + "' from; name one with --include-dir");
    }
    Set<Path> candidates = candidates(name, includer);
    for (Path candidate : candidates) {
      if (Files.exists(candidate) && isIn(folders, candidate)) {
        return candidate;
      }
    }
    Path first = candidates.iterator().next();
    if (candidates.stream().noneMatch(Files::exists) && isIn(folders, first)) {
      return first;
    }
    throw new IOException(
        "'"
            + name
            + "' does not lie in "
            + folders.stream().map(Path::toString).collect(Collectors.joining(" or "))
            + ", which files may be included from; --include-dir allows another folder");
  }

  private Set<Path> candidates(String name, Includer includer) throws IOException {
    try {
      Set<Path> candidates = new LinkedHashSet<>();
      includer.file().ifPresent(file -> candidates.add(file.resolveSibling(name)));
      candidates.add(workingFolder.resolve(name));
      others.forEach(folder -> candidates.add(folder.resolve(name)));
      return candidates;
    } catch (InvalidPathException e) {
      throw new IOException("expected the name of a file but found '" + name + "'", e);
    }
  }

  private static boolean isIn(List<Path> folders, Path file) throws IOException {
    for (Path folder : folders) {
      if (real(file).startsWith(real(folder))) {
        return true;
      }
    }
    return false;
  }

  /** Returns a path without links, or without {@code ..} at least where there is no file. */
  private static Path real(Path path) throws IOException {
    return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
  }
}
