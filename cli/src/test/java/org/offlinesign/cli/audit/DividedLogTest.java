package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.console.ExitCode;

/** A log that is divided, and what a head proves of its parts. */
class DividedLogTest extends AuditFixture {
  private static final String OLD = "audit.log.1";

  /** The commands that the guide has for it; each runs here, not in a shell. */
  private static final String RECIPE =
      "mv audit.log audit.log.1 && offlinesign verifyaudit audit.log.1 --continue-in audit.log";

  @BeforeEach
  void beginTheLog() {
    check();
  }

  private void check() {
    user.succeed("checkzone", "--zone", "example.", "zone");
  }

  /** Does what the guide says. */
  private CommandLineUser.Result divide() throws IOException {
    CommandLineUser.Result result = new CommandLineUser.Result(ExitCode.DONE, "", "");
    for (String command : RECIPE.split(" && ", -1)) {
      List<String> words = List.of(command.split(" ", -1));
      if (words.get(0).equals("mv")) {
        Files.move(folder.resolve(words.get(1)), folder.resolve(words.get(2)));
      } else {
        result = user.run(words.subList(1, words.size()).toArray(String[]::new));
      }
    }
    return result;
  }

  @Test
  void theGuideHasTheRecipeThatIsTriedHere() throws IOException {
    assertThat(Path.of("docs", "commands.md")).content().contains('`' + RECIPE + '`');
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"sequence\":3,\"prev", "{\"sequence\":3,\n{\"seq"})
  void whateverIsTornAtItsEndADividedLogGoesOn(String torn) throws Exception {
    Files.writeString(log(), torn, StandardOpenOption.APPEND);
    assertThat(divide().exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log())))
        .isEqualTo("rw-------");
    assertThat(Files.readAllLines(log()))
        .containsExactly(Files.readAllLines(folder.resolve(OLD)).get(1));
    check();
    CommandLineUser.Result both = user.succeed("verifyaudit", OLD, AuditedUser.LOG);
    assertThat(both.out()).startsWith("4 lines in order");
    assertThat(both.err()).doesNotContain("a log of its own");
  }

  @Test
  void aLastLineWithoutItsEndIsWhole() throws Exception {
    byte[] all = Files.readAllBytes(log());
    Files.write(log(), Arrays.copyOf(all, all.length - 1));
    assertThat(divide().exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(log()).hasBinaryContent(secondLine(all));
  }

  private static byte[] secondLine(byte[] all) {
    String text = new String(all, StandardCharsets.UTF_8);
    return text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aLogIsNotGoneOnWithThatIsNotInOrder() throws Exception {
    List<String> lines = Files.readAllLines(log());
    Files.write(log(), lines.subList(1, 2));
    assertThat(divide().exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(log()).doesNotExist();
  }

  @Test
  void nothingIsAddedToAFileThatHasSomethingInIt() throws Exception {
    byte[] before = Files.readAllBytes(log());
    CommandLineUser.Result onItself =
        user.run("verifyaudit", AuditedUser.LOG, "--continue-in", AuditedUser.LOG);
    assertThat(onItself.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(onItself.err()).contains("there is something in it already").contains("name a file");
    assertThat(log()).hasBinaryContent(before);
    Files.createFile(folder.resolve("empty"));
    CommandLineUser.Result ofNothing = user.run("verifyaudit", "empty", "--continue-in", "new");
    assertThat(ofNothing.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void aLogThatWasWrittenAnewFromALineOnIsShownByAHeadAlone() throws Exception {
    check();
    String head = audit.head();
    List<String> lines = new ArrayList<>(Files.readAllLines(log()));
    Files.write(log(), lines.subList(0, 2));
    check();
    assertThat(audit.verify()).isEqualTo(ExitCode.DONE);
    CommandLineUser.Result shown = user.run("verifyaudit", AuditedUser.LOG, "--expect", head);
    assertThat(shown.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(shown.err()).contains(head).contains("cut off at the end, or written anew");
  }

  @Test
  void aLogThatBeginsAnewAfterAnotherIsNoFaultButAHeadShowsWhatIsGone() throws Exception {
    check();
    String head = audit.head();
    List<String> lines = Files.readAllLines(log());
    Files.write(folder.resolve(OLD), lines.subList(0, 2));
    Files.delete(log());
    check();
    String newHead = audit.head();
    CommandLineUser.Result both = user.succeed("verifyaudit", OLD, AuditedUser.LOG);
    assertThat(both.err())
        .contains("audit.log begins a log of its own")
        .contains("--expect")
        .contains("audit.log --continue-in NEW` begins it");
    assertThat(user.run("verifyaudit", OLD, AuditedUser.LOG, "--expect", head).exitCode())
        .isEqualTo(ExitCode.ZONE);
    assertThat(audit.verify("--after", head)).isEqualTo(ExitCode.ZONE);
    assertThat(audit.verify("--expect", newHead, "--expect", head)).isEqualTo(ExitCode.ZONE);
    assertThat(audit.verify("--expect", newHead)).isEqualTo(ExitCode.DONE);
  }
}
