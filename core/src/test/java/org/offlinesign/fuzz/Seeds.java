package org.offlinesign.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offlinesign.testing.Corpus;
import org.offlinesign.testing.CorpusFile;

/** Collects the first inputs of a target: short ones, because a fuzzer gets nowhere with others. */
final class Seeds {
  static final int MAX_LENGTH = 6000;

  private final List<byte[]> all = new ArrayList<>();

  /** Adds octets after some that say how they are to be taken. */
  void add(byte[] content, int... before) {
    if (content.length <= MAX_LENGTH) {
      ByteArrayOutputStream seed = new ByteArrayOutputStream(content.length + before.length);
      for (int octet : before) {
        seed.write(octet);
      }
      seed.writeBytes(content);
      all.add(seed.toByteArray());
    }
  }

  void add(String content, int... before) {
    add(content.getBytes(StandardCharsets.ISO_8859_1), before);
  }

  List<byte[]> all() {
    return List.copyOf(all);
  }

  /** Returns the folder of the zones that a person can try things on. */
  static Path testZoneFolder() {
    for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
      Path folder = above.resolve("testzones");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    throw new AssertionError("no folder testzones above " + Path.of("").toAbsolutePath());
  }

  /** Returns the zones in that folder. */
  static List<Path> testZones() throws IOException {
    try (Stream<Path> files = Files.walk(testZoneFolder())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Returns files of the corpus, spread over it; none where there is no corpus. */
  static List<CorpusFile> corpus(int count, CorpusFile.Kind... kinds) throws IOException {
    Optional<Corpus> corpus = Corpus.find();
    if (corpus.isEmpty()) {
      return List.of();
    }
    List<CorpusFile> chosen = new ArrayList<>();
    for (CorpusFile file : corpus.get().manifest()) {
      if (List.of(kinds).contains(file.kind()) && Files.size(file.path()) <= MAX_LENGTH) {
        chosen.add(file);
      }
    }
    int step = Math.max(1, chosen.size() / count);
    return Stream.iterate(0, i -> i < chosen.size(), i -> i + step).map(chosen::get).toList();
  }
}
