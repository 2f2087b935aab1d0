package org.offlinesign.zonefile;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.offlinesign.file.TargetPath;

/**
 * Allows files of some folders, and those below them, wherever symbolic links and {@code ..} lead;
 * hidden ones only of folders that are named, because the zone may lie in the folder of a user.
 *
 * <p>What lies elsewhere is refused in the same words whether it is there or not: it is not looked
 * for there.
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
    List<Path> within = new ArrayList<>();
    for (Path candidate : candidates(name, includer)) {
      if (isIn(folders, candidate)) {
        within.add(candidate);
      }
    }
    if (within.isEmpty()) {
      throw new IOException(
          "'"
              + name
              + "' does not lie in "
              + folders.stream().map(Path::toString).collect(Collectors.joining(" or "))
              + ", which files may be included from; --include-dir allows another folder");
    }
    List<Path> allowed = new ArrayList<>();
    for (Path candidate : within) {
      if (isIn(others, candidate) || !isHidden(folders.get(0), candidate)) {
        allowed.add(candidate);
      }
    }
    return firstThere(name, allowed, includer);
  }

  private static Path firstThere(String name, List<Path> allowed, Includer includer)
      throws IOException {
    if (allowed.isEmpty()) {
      throw new IOException(
          "'"
              + name
              + "' is hidden, or lies in a hidden folder, and may hold secrets: its name begins"
              + " with '.'; if it belongs to the zone, name its folder with --include-dir");
    }
    for (Path candidate : allowed) {
      if (includer.isThere(candidate)) {
        return candidate;
      }
    }
    return allowed.get(0);
  }

  private Set<Path> candidates(String name, Includer includer) throws IOException {
    try {
      // The system would refuse a/../b only if there is no a, and so tell of a wherever it lies.
      Path path = Path.of(name).normalize();
      Set<Path> candidates = new LinkedHashSet<>();
      includer.file().ifPresent(file -> candidates.add(file.resolveSibling(path)));
      candidates.add(workingFolder.resolve(path));
      others.forEach(folder -> candidates.add(folder.resolve(path)));
      return candidates;
    } catch (InvalidPathException e) {
      throw new IOException("expected the name of a file but found '" + name + "'", e);
    }
  }

  /** Says whether a file below a folder, or a folder on the way to it, has a name with a dot. */
  private static boolean isHidden(Path folder, Path file) throws IOException {
    Path below = TargetPath.ofAny(folder).relativize(TargetPath.ofAny(file));
    for (Path part : below) {
      // Kubernetes keeps what it shows in a folder in others below it, such as ..data.
      if (part.toString().startsWith(".") && !part.toString().startsWith("..")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(List<Path> folders, Path file) throws IOException {
    Path real = TargetPath.ofAny(file);
    for (Path folder : folders) {
      if (real.startsWith(TargetPath.ofAny(folder))) {
        return true;
      }
    }
    return false;
  }
}
