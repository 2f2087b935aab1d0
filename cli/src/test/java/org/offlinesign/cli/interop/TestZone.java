package org.offlinesign.cli.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of {@code testzones/}, with what its first lines say of it.
 *
 * @param origin the zone's name, with a final dot
 * @param isValid whether it is a zone at all; the others show errors
 * @param refusedBy names of the peers that cannot read it
 */
record TestZone(Path file, String origin, boolean isValid, List<String> refusedBy) {
  private static final int HEADER_LINES = 10;

  /** Returns every file, in the order of their names. */
  static List<TestZone> all() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".zone") || file.toString().endsWith(".dns"))
          .sorted()
          .map(TestZone::of)
          .toList();
    }
  }

  /** Returns the files that are zones. */
  static List<TestZone> valid() throws IOException {
    return all().stream().filter(TestZone::isValid).toList();
  }

  static Path folder() {
    for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
      Path folder = above.resolve("testzones");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    throw new AssertionError("no folder testzones above " + Path.of("").toAbsolutePath());
  }

  static TestZone of(Path file) {
    Map<String, String> said = header(file);
    String origin = said.get("Zone");
    if (origin == null) {
      throw new AssertionError(file + " does not say which zone it is");
    }
    List<String> refusedBy = new ArrayList<>();
    for (String peer : said.getOrDefault("Refused by", "").replaceAll("\\(.*", "").split(",", -1)) {
      if (!peer.isBlank()) {
        refusedBy.add(peer.strip());
      }
    }
    boolean valid = !said.getOrDefault("Valid", "yes").equals("no");
    return new TestZone(file, origin, valid, List.copyOf(refusedBy));
  }

  private static Map<String, String> header(Path file) {
    Map<String, String> said = new HashMap<>();
    // ISO 8859-1, because some of these files hold octets that are no text.
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      lines
          .limit(HEADER_LINES)
          .filter(line -> line.startsWith("; ") && line.contains(": "))
          .map(line -> line.substring(2).split(": ", 2))
          .forEach(words -> said.put(words[0], words[1].strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said;
  }

  /** Returns the origin without its final dot, as the names of keyset- files have it. */
  String name() {
    return origin.equals(".") ? origin : origin.substring(0, origin.length() - 1);
  }

  boolean isRefusedBy(String peer) {
    return refusedBy.contains(peer);
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
