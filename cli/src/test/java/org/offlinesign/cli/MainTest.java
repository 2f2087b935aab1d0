package org.offlinesign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

class MainTest {
  @TempDir Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() {
    user = new CommandLineUser(folder);
  }

  @Test
  void anOptionThatOtherCommandsCallOtherwiseIsNamed() {
    assertThat(user.run("verifyzone", "--zone", "example", "--now", "+1d", "db").err())
        .startsWith("error: verifyzone has no option '--now'\n  did you mean --at?\n");
    assertThat(user.run("report", "--zone", "example", "--now", "+1d", "db").err())
        .startsWith("error: report has no option '--now'\n  did you mean --at?\n");
    assertThat(user.run("settime", "K", "--at", "+1d").err())
        .startsWith("error: settime has no option '--at'\n  did you mean --now?\n");
  }

  @Test
  void noArgumentsShowTheOverviewAndAreAMistake() {
    Result result = user.run();
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Usage: offlinesign COMMAND");
  }

  @Test
  void helpListsEveryCommand() {
    Result result = user.succeed("--help");
    for (CommandName name : CommandName.values()) {
      assertThat(result.out()).containsPattern("(?m)^  " + name + " ");
    }
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CommandName.class)
  void helpOfACommandBeginsWithTwoExamples(CommandName name) {
    String help = user.succeed(name.toString(), "--help").out();
    assertThat(help).startsWith("Examples:\n  offlinesign " + name);
    String examples = help.substring(0, help.indexOf("\nUsage: "));
    assertThat(examples.split("\n {2}offlinesign " + name, -1)).hasSize(3);
    assertThat(user.succeed("help", name.toString()).out()).isEqualTo(help);
  }

  @ParameterizedTest
  @EnumSource(CommandGroup.class)
  void helpOfSeveralCommandsBeginsWithExamplesOfThem(CommandGroup group) {
    String help = user.succeed(group.toString(), "--help").out();
    assertThat(help).startsWith("Examples:\n  offlinesign " + group + " ");
    String examples = help.substring("Examples:\n".length(), help.indexOf("\n\nUsage: "));
    assertThat(examples.lines()).hasSizeGreaterThan(1).allMatch(line -> line.length() < 100);
    assertThat(group.commands())
        .hasSizeGreaterThan(1)
        .allSatisfy(name -> assertThat(help).containsPattern("(?m)^  " + name + " "));
    assertThat(user.succeed("help", group.toString()).out()).isEqualTo(help);
  }

  @Test
  void anUnknownCommandSuggestsTheNearestOne() {
    Result result = user.run("versoin");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .isEqualTo(
            """
            error: there is no command 'versoin'
              did you mean version?
              `offlinesign --help` lists the commands
            """);
  }

  @Test
  void anUnknownOptionSuggestsTheNearestOne() {
    Result result = user.run("version", "--verbsoe");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .isEqualTo(
            """
            error: version has no option '--verbsoe'
              did you mean --verbose?
              `offlinesign version --help` lists the options
            """);
  }

  @Test
  void aMistypedOptionIsNamedWholeWithItsDigits() {
    Result result = user.run("signzone", "--nsec5");
    assertThat(result.err())
        .startsWith("error: signzone has no option '--nsec5'\n  did you mean --nsec");
  }

  @Test
  void aMistypedOptionIsNamedEvenIfARequiredOneIsMissingForIt() {
    Result result = user.run("signzone", "--inptu", "db", "--output", "db.signed", "--zone", "a");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .startsWith("error: signzone has no option '--inptu'\n  did you mean --input?\n");
  }

  @ParameterizedTest
  @EnumSource(CommandName.class)
  void examplesFitThePageSoThatTheyCanBePasted(CommandName name) {
    String help = user.succeed(name.toString(), "--help").out();
    String examples = help.substring("Examples:\n".length(), help.indexOf("\nUsage: "));
    assertThat(examples.lines().filter(line -> !line.isBlank()))
        .allSatisfy(line -> assertThat(line).startsWith("  ").hasSizeLessThan(100));
    assertThat(examples.replace("\\\n", "").strip().lines()).hasSize(2);
  }

  @Test
  void whatIsMissingIsNamedAtOnce() {
    assertThat(user.run("signzone", "--signkey", "K").err())
        .startsWith("error: signzone needs --input FILE, --zone NAME\n");
    assertThat(user.run("unsignzone").err())
        .startsWith("error: unsignzone needs --input FILE, --output FILE, --zone NAME\n");
    assertThat(user.run("signzone", "--input", "db", "--zone", "a", "--smart").err())
        .startsWith("error: nothing says where the signed zone goes\n  name a file with --output");
    assertThat(user.run("deletekey").err()).startsWith("error: deletekey needs KEY\n");
  }

  @Test
  void aStrayWordIsNotIgnored() {
    Result result = user.run("version", "please");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("word 1 behind version is no option, nor belongs to one");
    assertThat(user.run("genkey", "zone", "example.").err())
        .contains("'zone' stands where genkey expects an option", "did you mean --zone?");
  }

  @Test
  void versionGoesToStdout() {
    assertThat(user.succeed("--version").out())
        .startsWith("offlinesign ")
        .containsPattern("\n  build +\\S")
        .contains("\n  Java            " + Runtime.version())
        .containsPattern("\n  signing +\\S.*BouncyCastle");
    assertThat(user.succeed("version", "-v").out())
        .contains("Java")
        .containsPattern("\n  cryptography +BouncyCastle")
        .containsPattern("\n  RSASHA256 +\\S")
        .containsPattern("\n  ED448 +BouncyCastle");
  }
}
