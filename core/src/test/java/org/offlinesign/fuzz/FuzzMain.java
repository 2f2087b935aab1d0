package org.offlinesign.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.offlinesign.wire.Hex;

/** What {@code .ci/fuzz} needs of the targets besides fuzzing them. */
public final class FuzzMain {
  private FuzzMain() {}

  /**
   * {@code targets} prints their names; {@code seeds TARGET FOLDER DICTIONARY} writes what the
   * fuzzer begins with; {@code replay TARGET FILE...} runs a target over files without it.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    switch (words.get(0)) {
      case "targets" -> System.out.println(FuzzTargets.names());
      case "seeds" ->
          writeSeeds(
              FuzzTargets.named(words.get(1)).open(), Path.of(words.get(2)), Path.of(words.get(3)));
      case "replay" -> replay(FuzzTargets.named(words.get(1)), words.subList(2, words.size()));
      default -> throw new IllegalArgumentException("expected targets, seeds or replay");
    }
  }

  private static void writeSeeds(FuzzTarget target, Path folder, Path dictionary)
      throws IOException {
    Files.createDirectories(folder);
    int number = 0;
    for (byte[] seed : target.seeds()) {
      number++;
      Files.write(folder.resolve("seed-" + number), seed);
    }
    Files.write(dictionary, target.dictionary().stream().map(FuzzMain::entry).toList());
  }

  /** Returns a line of libFuzzer's form, {@code "..."} with hex escapes. */
  private static String entry(String word) {
    StringBuilder line = new StringBuilder("\"");
    for (byte octet : word.getBytes(StandardCharsets.ISO_8859_1)) {
      line.append("\\x").append(Hex.encode(new byte[] {octet}));
    }
    return line.append('"').toString();
  }

  private static void replay(FuzzTargets name, List<String> files) throws Exception {
    FuzzTarget target = name.open();
    for (String file : files) {
      target.run(Files.readAllBytes(Path.of(file)));
      System.out.println(name + " keeps its promises with " + file);
    }
  }
}
