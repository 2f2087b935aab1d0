package org.offlinesign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual pages of the package, as man shows them. */
class ManualPagesIT {
  private static final Path PAGES =
      Path.of(System.getProperty("offlinesign.dist"), "share", "man", "man1");

  @TempDir Path folder;

  @Test
  void eachCommandHasAPageAndNothingElseHas() throws IOException {
    List<String> expected = new ArrayList<>(List.of("dnscmd.1"));
    for (CommandSpec command : commands()) {
      expected.add(command.qualifiedName("-") + ".1");
    }
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void eachPageHasADateAndTheVersion() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages)
          .allSatisfy(
              page ->
                  assertThat(Files.readString(page))
                      .containsPattern(
                          "(?m)^\\.TH \"\\S+\" \"1\" \"\\d{4}-\\d\\d-\\d\\d\" \"offlinesign \\d\\S+\" "));
    }
  }

  /** What stands in AsciiDoc for something else than itself would be missing. */
  @Test
  void aPageSaysWhatTheHelpSays() throws Exception {
    for (CommandSpec command : commands()) {
      String page = shown(command);
      assertThat(page).contains(words(command.usageMessage().header()[0]));
      for (String line : command.usageMessage().footer()) {
        assertThat(page).contains(line.equals("....") ? "" : words(line));
      }
      assertThat(page).contains(words(command.usageMessage().description()));
      for (OptionSpec option : command.options()) {
        assertThat(page).contains(option.names()).contains(words(option.description()));
      }
    }
  }

  @Test
  void eachLineFitsATerminal() throws Exception {
    for (CommandSpec command : commands()) {
      shown(command, 80);
    }
  }

  private String shown(CommandSpec command) throws Exception {
    return shown(command, 5000);
  }

  /** Returns a page as a terminal of a width shows it, of which man has nothing to say. */
  private String shown(CommandSpec command, int width) throws Exception {
    Path page = PAGES.resolve(command.qualifiedName("-") + ".1");
    Program.Outcome outcome =
        Peers.require("man")
            .with(Map.of("MANWIDTH", Integer.toString(width)))
            .run(folder, "--warnings", "--nj", "--nh", "-l", page.toString())
            .orFail();
    assertThat(outcome.stderr()).as(page.toString()).isEmpty();
    return words(outcome.stdout());
  }

  /** Returns text without what only lays it out. */
  private static String words(String... text) {
    return String.join(" ", text)
        .replace("%n", " ")
        .replace("$$", "$")
        .replace("%%", "%")
        .replaceAll("[`*]", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static List<CommandSpec> commands() {
    return withSubcommands(new CommandLine(CommandTree.root())).toList();
  }

  private static Stream<CommandSpec> withSubcommands(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec()),
        command.getSubcommands().values().stream().flatMap(ManualPagesIT::withSubcommands));
  }
}
