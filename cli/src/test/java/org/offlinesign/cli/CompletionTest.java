package org.offlinesign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.cli.argument.Candidates;
import org.offlinesign.cli.argument.Converters;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What shells offer when a command is typed in part. */
class CompletionTest {
  /** Asks for completions of a line as the shell does when Tab is pressed, and prints them. */
  private static final String ASK =
      """
      shift
      COMP_WORDS=(offlinesign "$@")
      COMP_CWORD=$#
      COMP_LINE="${COMP_WORDS[*]}"
      _complete_offlinesign 2>/dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  /** The command prints what has become of the line, and that it is done. */
  private static final String TYPE =
      """
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell "PS1='READY> '
      fpath=(\\$PWD \\$fpath); autoload -Uz compinit; compinit -u -D
      offlinesign() { print -r -- \\"\\$*\\" >> typed; print DONE; }; print BEGUN"
      zpty -r shell shown '*BEGUN*READY> '
      for line in "$@"; do
        zpty -w -n shell "offlinesign $line"$'\\t'
        zpty -w -n shell $'\\n'
        zpty -r shell shown '*DONE*'
      done
      zpty -d shell
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'gen', 'genkey'",
    "'roll', 'rollover'",
    "'rollover,', 'abandon next plan status'",
    "'completion,', 'bash zsh'",
    "'genkey,--fr', '--friendlyname'",
    "'genkey,--flags,', 'KSK ZSK'",
    "'genkey,--zone,example.com,--alg,ed', 'ed25519 ed448'",
    "'signzone,--soaserial,', 'date increment keep unixtime'",
    "'rollover,plan,ksk', 'ksk-double-signature ksk-prepublish'",
    "'verifyzone,--format,s', 'sarif'",
    "'checkzone,--input,zone', 'zone.db'",
    "'signzone,--aud', '--audit'",
    "'dsset,--h', '--help'"
  })
  void bashOffersWhatFits(String typed, String offered) throws Exception {
    Files.writeString(folder.resolve("zone.db"), "");
    assertThat(completions("bash", typed)).containsExactlyInAnyOrder(offered.split(" "));
  }

  private List<String> completions(String shell, String typed) throws Exception {
    Path script = script(shell);
    String[] words = typed.split(",", -1);
    String[] command = new String[words.length + 4];
    command[0] = "-c";
    command[1] = ". \"$1\"\n" + ASK;
    command[2] = shell;
    command[3] = script.toString();
    System.arraycopy(words, 0, command, 4, words.length);
    Program.Outcome outcome = Peers.require(shell).run(folder, command).orFail();
    assertThat(outcome.stderr()).isEmpty();
    return outcome.stdout().lines().map(String::strip).distinct().toList();
  }

  private Path script(String shell) throws IOException {
    CommandLineUser user = new CommandLineUser(folder);
    return Files.writeString(
        folder.resolve("_offlinesign"), user.succeed("completion", shell).out());
  }

  /** A shell reads it, and nobody runs it. */
  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void aScriptNamesNoProgramToRunIt(String shell) throws Exception {
    assertThat(Files.readString(script(shell))).doesNotContain("#!");
  }

  @Test
  void zshTakesTheScriptForACompletionFunction() throws Exception {
    script("zsh");
    String[] command = {
      "-f",
      "-c",
      "fpath=($PWD $fpath); autoload -Uz compinit; compinit -C -D; print $_comps[offlinesign]"
    };
    assertThat(Peers.require("zsh").run(folder, command).orFail().stdout())
        .isEqualTo("_offlinesign\n");
  }

  /** A zsh at a terminal of its own, in which Tab and Enter are pressed behind each line. */
  @Test
  void zshCompletesLinesThatAreTyped() throws Exception {
    script("zsh");
    Files.writeString(folder.resolve("zone.db"), "");
    List<String> arguments = new ArrayList<>(List.of("-f", "-c", TYPE, "zsh"));
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("signz", "signzone");
    lines.put("genkey --fr", "genkey --friendlyname");
    lines.put("genkey --alg ed255", "genkey --alg ed25519");
    lines.put("checkzone zone", "checkzone zone.db");
    lines.put("rollover plan ksk-p", "rollover plan ksk-prepublish");
    arguments.addAll(lines.keySet());
    Peers.require("zsh").run(folder, arguments.toArray(String[]::new)).orFail();
    assertThat(folder.resolve("typed"))
        .content()
        .isEqualTo(String.join("\n", lines.values()) + "\n");
  }

  @ParameterizedTest
  @EnumSource(CommandName.class)
  void whatIsOfferedForAValueIsTaken(CommandName name) {
    CommandSpec command = CommandSpec.forAnnotatedObject(name.newCommand());
    for (ArgSpec argument : command.args()) {
      Class<?> type = argument.auxiliaryTypes()[0];
      for (String word : Candidates.of(type, argument.paramLabel())) {
        assertThat(parsed(type, word)).as(argument + " " + word).isInstanceOf(type);
      }
    }
  }

  private static Object parsed(Class<?> type, String word) {
    PositionalParamSpec value = PositionalParamSpec.builder().index("0").type(type).build();
    CommandLine parser = new CommandLine(CommandSpec.create().add(value));
    parser.setCaseInsensitiveEnumValuesAllowed(true);
    Converters.register(parser, Clock.systemUTC());
    parser.parseArgs(word);
    return value.getValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fish"})
  void anotherShellIsRefused(String shell) {
    CommandLineUser user = new CommandLineUser(folder);
    assertThat(user.run("completion", shell).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(user.run("completion", shell).err()).contains("expected one of bash, zsh");
  }
}
