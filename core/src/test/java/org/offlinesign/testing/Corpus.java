package org.offlinesign.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/**
 * The zone files and keys that others wrote, which lie beside the checkout in {@code
 * ../shared/corpus} and are never copied into it.
 *
 * <p>The system property {@code offlinesign.corpus} names another place. Where there is no corpus a
 * test is skipped, or fails, as {@link Interop} says.
 */
public final class Corpus {
  private static final int VERIFY_TIME_COLUMN = 8;

  private final Path root;

  private Corpus(Path root) {
    this.root = root;
  }

  /** Returns the corpus, or skips (or fails) the calling test. */
  public static Corpus require() {
    Interop.skipWhenOff();
    return find().orElseThrow(() -> Interop.missing("corpus at ../shared/corpus of this checkout"));
  }

  /** Returns the corpus if there is one; a place that is named but holds none is an error. */
  public static Optional<Corpus> find() {
    String named = System.getProperty("offlinesign.corpus", "");
    if (!named.isEmpty()) {
      Path root = Path.of(named).toAbsolutePath().normalize();
      Assertions.assertTrue(isCorpus(root), () -> "-Dofflinesign.corpus names no corpus: " + root);
      return Optional.of(new Corpus(root));
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path root = folder.resolve("shared").resolve("corpus");
      if (isCorpus(root)) {
        return Optional.of(new Corpus(root));
      }
    }
    return Optional.empty();
  }

  private static boolean isCorpus(Path root) {
    return Files.isRegularFile(root.resolve("MANIFEST.tsv"));
  }

  public Path root() {
    return root;
  }

  /** Returns a file of the corpus by its path in the manifest; a missing one is an error. */
  public Path file(String relativePath) {
    Path file = root.resolve(relativePath);
    Assertions.assertTrue(Files.exists(file), () -> "the corpus has no " + relativePath);
    return file;
  }

  /** Returns the cells of a tab-separated table, its first line (the headings) included. */
  public List<List<String>> table(String relativePath) throws IOException {
    // ISO 8859-1, because cells quote octets of files that are in no particular encoding.
    return Files.readAllLines(file(relativePath), StandardCharsets.ISO_8859_1).stream()
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }

  /** Returns a row for each file of the manifest, in its order. */
  public List<CorpusFile> manifest() throws IOException {
    Map<String, String> times = new HashMap<>();
    for (List<String> row : table("REFERENCE-VERDICTS.tsv")) {
      times.put(row.get(0), row.get(VERIFY_TIME_COLUMN));
    }
    List<List<String>> rows = table("MANIFEST.tsv");
    List<CorpusFile> files = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      files.add(CorpusFile.of(root, row, times.getOrDefault(row.get(0), "")));
    }
    return List.copyOf(files);
  }

  /** Returns the rows of one kind that gate: the verdicts on which all references agree. */
  public List<CorpusFile> hard(CorpusFile.Kind kind) throws IOException {
    return manifest().stream().filter(file -> file.kind() == kind && file.isHard()).toList();
  }
}
