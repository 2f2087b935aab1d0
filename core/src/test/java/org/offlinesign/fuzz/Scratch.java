package org.offlinesign.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the files of one input; it is gone when the program ends. */
final class Scratch {
  private final Path folder;

  Scratch() {
    try {
      folder = Files.createTempDirectory("offlinesign-fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
  }

  Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  /** Returns a folder in it, without what the input before has left there. */
  Path emptyFolder(String name) throws IOException {
    Path inner = folder.resolve(name);
    remove(inner);
    return Files.createDirectory(inner);
  }

  private static void remove(Path top) {
    if (!Files.exists(top)) {
      return;
    }
    try (Stream<Path> found = Files.walk(top)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
