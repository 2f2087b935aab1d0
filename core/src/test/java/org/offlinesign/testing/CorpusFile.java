package org.offlinesign.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of the corpus manifest.
 *
 * @param workingDirectory the folder that relative names of {@code $INCLUDE} in the file start from
 * @param origin the zone's name without its final dot ({@code .} for the root)
 * @param verifyTime the time at which references verified it, {@code YYYYMMDDHHMMSS} in UTC
 * @param verdict what is expected, and why
 */
public record CorpusFile(
    Path path,
    String relativePath,
    Path workingDirectory,
    Kind kind,
    String origin,
    Optional<String> verifyTime,
    String verdict,
    String remarks) {

  /** What the manifest says of a file. */
  public enum Kind {
    VALID_ZONE,
    INVALID_ZONE,
    SIGNED_VALID,
    SIGNED_INVALID,
    KEY,
    FRAGMENT;

    static Kind of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  static CorpusFile of(Path root, List<String> row, String verifyTime) {
    String relativePath = row.get(0);
    Path path = root.resolve(relativePath);
    return new CorpusFile(
        path,
        relativePath,
        workingDirectory(path, relativePath),
        Kind.of(row.get(1)),
        origin(row.get(2)),
        Optional.of(verifyTime).filter(time -> time.length() == "YYYYMMDDHHMMSS".length()),
        row.get(5),
        row.get(6));
  }

  // Two suites write their $INCLUDE names from a folder above; the corpus's own driver knows them
  // too.
  private static Path workingDirectory(Path path, String relativePath) {
    Path folder = path.getParent();
    if (relativePath.contains("checkzone/zones")) {
      return folder.getParent();
    }
    if (relativePath.contains("tests/dns/testdata/master")) {
      return folder.getParent().getParent();
    }
    return folder;
  }

  private static String origin(String cell) {
    String name = cell.replace(" (guessed)", "");
    String withoutDot = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return withoutDot.isEmpty() ? "." : withoutDot;
  }

  /** Returns whether the suite and the reference programs agree on this row, so that it gates. */
  public boolean isHard() {
    return remarks.contains("[hard]");
  }

  /** Returns the file's name as it is given from {@link #workingDirectory}. */
  public String argument() {
    return workingDirectory.relativize(path).toString();
  }

  @Override
  public String toString() {
    return relativePath;
  }
}
