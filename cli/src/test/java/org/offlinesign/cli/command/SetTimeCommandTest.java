package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** The times of keys: set with settime, shown by listkeys. */
class SetTimeCommandTest {
  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeEach
  void makeKeys() {
    user = new CommandLineUser(folder).with("OFFLINESIGN_PASSWORD", "secret");
    makeKey("KSK", "--flags", "KSK");
    makeKey("ZSK");
    makeKey("Next");
  }

  private void makeKey(String name, String... options) {
    String[] genkey = {"genkey", "--zone", "example", "--alg", "13", "--friendlyname", name};
    user.succeed(ZoneOwner.line(genkey, options));
  }

  private Result settime(String... options) {
    return user.succeed(ZoneOwner.line(new String[] {"settime"}, options));
  }

  private String line(String name, String... options) {
    return user.succeed(ZoneOwner.line(new String[] {"listkeys"}, options))
        .out()
        .lines()
        .filter(line -> line.contains(" " + name + " "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTimeIsSetAndListkeysTellsWhatComesNext() {
    Result result = settime("ZSK", "--inactive", "+12d", "--delete", "+20d");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("Set the times of the ZSK ")
        .contains("  state           active; inactive 2026-03-13 12:00 UTC, in 12 days\n")
        .contains("  times           inactive 2026-03-13 12:00 UTC, delete 2026-03-21 12:00 UTC\n");
    assertThat(line("ZSK")).contains("  active  inactive 2026-03-13 12:00 UTC, in 12 days  ");
    assertThat(line("KSK")).containsPattern(" active +- ");
    assertThat(line("ZSK", "--now", "+12d"))
        .contains(" inactive  deleted 2026-03-21 12:00 UTC, in 8 days ");
    assertThat(line("ZSK", "--now", "20260321110000Z")).contains("UTC, in 1 hour ");
    assertThat(line("ZSK", "--now", "+21d")).containsPattern(" deleted +- ");
  }

  @Test
  void noneUnsetsATimeAndTheOthersStay() {
    settime("ZSK", "--inactive", "+12d", "--delete", "+20d");
    assertThat(settime("ZSK", "--inactive", "none", "--json").out())
        .contains("\"delete\" : \"2026-03-21T12:00:00Z\"")
        .contains("\"at\" : \"2026-03-21T12:00:00Z\"")
        .doesNotContain("\"inactive\"");
  }

  @Test
  void everyTimeHasItsOption() {
    String[] options = {"publish", "activate", "inactive", "revoke", "delete"};
    for (String option : options) {
      assertThat(settime("Next", "--" + option, "+40d").out()).contains(option + " 2026-04-10");
    }
    String[][] others = {
      {"--ds-seen", "dspublish"},
      {"--ds-gone", "dsremoved"},
      {"--sync-publish", "syncpublish"},
      {"--sync-delete", "syncdelete"}
    };
    for (String[] other : others) {
      assertThat(settime("Next", other[0], "now").out()).contains(other[1] + " 2026-03-01 12:00");
    }
  }

  @Test
  void aTimeThatIsNotDecidedOnIsLaterThanAll() {
    Result result = settime("Next", "--publish", "undecided", "--activate", "undecided");
    assertThat(result.out()).contains("state           future\n", "publish undecided, activate");
    assertThat(line("Next"))
        .containsPattern(" future +- ")
        .contains("publish undecided activate undecided");
    assertThat(settime("Next", "--activate", "now").err())
        .contains("Activate comes before Publish: it signs before it is in the zone");
    assertThat(line("Next")).containsPattern(" signing_only +- ");
    Result refused = user.run("deletekey", "Next");
    assertThat(refused.err()).contains("it is signing_only");
  }

  @Test
  void theLastActiveKeyOfItsRoleStaysUnlessForced() {
    Result refused = user.run("settime", "KSK", "--delete", "+3d");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(refused.err())
        .contains("from 2026-03-04 12:00 UTC on no KSK of example. would be active")
        .contains("--force");
    assertThat(line("KSK")).containsPattern(" active +- ");
    settime("KSK", "--delete", "+3d", "--force");
    settime("ZSK", "--inactive", "+3d");
    assertThat(user.run("settime", "Next", "--inactive", "+5d").err())
        .contains("from 2026-03-06 12:00 UTC on no ZSK of example. would be active");
  }

  @Test
  void somethingMustBeSet() {
    Result refused = user.run("settime", "KSK");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("no time is to be set");
    assertThat(user.run("settime", "KSK", "--delete", "never").err())
        .contains("--delete: 'never' is not a time");
  }

  @Test
  void timesTravelToBindAndBack() throws IOException {
    settime("ZSK", "--publish", "-3d", "--activate", "-2d", "--inactive", "+3d", "--delete", "+9d");
    settime("KSK", "--ds-seen", "-3d", "--ds-gone", "+30d", "--sync-publish", "-4d");
    user.succeed("exportkey", "ZSK", "KSK", "--output", "bind");
    String[] before = {timesOf("ZSK"), timesOf("KSK")};
    user.with("OFFLINESIGN_KEYSTORE", "other.p12");
    try (Stream<Path> files = Files.list(folder.resolve("bind"))) {
      files
          .filter(file -> file.toString().endsWith(".private"))
          .forEach(file -> user.succeed("importkey", file.toString()));
    }
    assertThat(user.succeed("listkeys").out()).contains(before);
  }

  /** Returns the dates of a key that the list shows. */
  private String timesOf(String name) {
    String line = line(name);
    return line.substring(Math.max(line.indexOf(" publish "), line.indexOf(" dspublish ")));
  }

  @Test
  void bindCannotTellOfAKeyThatSignsBeforeItIsPublished() {
    settime("Next", "--publish", "undecided", "--activate", "now");
    assertThat(user.succeed("exportkey", "Next", "--output", "bind").err())
        .contains("when to publish the key is not decided on, which BIND's files cannot say");
  }
}
