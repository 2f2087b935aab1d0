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
import org.offlinesign.file.TargetPath;

/**
 * Allows files of some folders, and those below them, wherever symbolic links and {@code ..} lead.
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
    List<Path> allowed = new ArrayList<>();
    for (Path candidate : candidates(name, includer)) {
      if (isIn(folders, candidate)) {
        allowed.add(candidate);
      }
    }
    if (!allowed.isEmpty()) {
      return allowed.stream().filter(Files::exists).findFirst().orElse(allowed.get(0));
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
