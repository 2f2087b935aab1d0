package org.offlinesign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The page of the commands leaves out none of them, and none of their options. */
class CommandsPageTest {
  private static final Path PAGE = Path.of("docs", "commands.md");

  @ParameterizedTest
  @EnumSource(CommandName.class)
  void everyCommandAndOptionIsThere(CommandName name) throws IOException {
    String page = Files.readString(PAGE);
    List<String> missing =
        new CommandLine(name.newCommand())
            .getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .filter(option -> !Pattern.compile(option + "(?![\\w-])").matcher(page).find())
                .toList();
    assertThat(missing).isEmpty();
    assertThat(page).contains("| `" + name + "` |");
  }
}
