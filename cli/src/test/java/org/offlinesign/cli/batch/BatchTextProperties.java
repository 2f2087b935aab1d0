package org.offlinesign.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.io.FileUtils;
import org.offlinesign.testing.Program;

/** A batch file means to a shell, line by line, what it means here. */
class BatchTextProperties {
  /** Prints its arguments, each behind a zero octet, and a line end. */
  private static final String SHOW = "show() { printf '\\0%s' \"$@\"; echo; }\n";

  @Property(tries = 40)
  void aShellFindsTheSameWords(@ForAll("texts") List<String> lines) throws Exception {
    List<String> accepted = lines.stream().filter(BatchTextProperties::isOneLine).toList();
    Assume.that(!accepted.isEmpty());
    assertThat(accepted.stream().map(BatchTextProperties::words).toList())
        .isEqualTo(wordsOfShell(accepted));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings()
        .withChars("aab \t  \\'\"\"#=/-,.:%!$*~{}")
        .ofMinLength(1)
        .ofMaxLength(14)
        .list()
        .ofSize(100);
  }

  private static boolean isOneLine(String text) {
    try {
      return BatchTextTest.lines(text).size() == 1;
    } catch (BatchSyntaxException refused) {
      return false;
    }
  }

  private static List<String> words(String line) {
    try {
      return BatchTextTest.lines(line).get(0).words();
    } catch (BatchSyntaxException e) {
      throw new AssertionError("the line was accepted before", e);
    }
  }

  private static List<List<String>> wordsOfShell(List<String> lines) throws Exception {
    Path folder = Files.createTempDirectory("shell");
    try {
      StringBuilder script = new StringBuilder(SHOW);
      lines.forEach(line -> script.append("show ").append(line).append('\n'));
      Path file = folder.resolve("script");
      Files.writeString(file, script, StandardCharsets.ISO_8859_1);
      Program.Outcome outcome = new Program(Path.of("/bin/sh")).run(folder, file.toString());
      List<List<String>> words = new ArrayList<>();
      for (String line : outcome.orFail().stdout().split("\n", -1)) {
        if (!line.isEmpty()) {
          words.add(List.copyOf(Arrays.asList(line.substring(1).split("\0", -1))));
        }
      }
      return words;
    } finally {
      FileUtils.deleteDirectory(folder.toFile());
    }
  }
}
