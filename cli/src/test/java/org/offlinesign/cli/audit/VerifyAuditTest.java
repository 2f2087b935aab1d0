package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.console.ExitCode;

/** What verifyaudit says of a log that was changed. */
class VerifyAuditTest extends AuditFixture {
  @Test
  void verifyauditNamesTheFirstPlaceThatWasChanged() throws Exception {
    audit.genkey("KSK");
    audit.genkey("ZSK");
    List<String> lines = new ArrayList<>(Files.readAllLines(log()));
    String head = audit.head();
    Collections.swap(lines, 1, 2);
    Files.write(log(), lines);
    CommandLineUser.Result result = user.run("verifyaudit", AuditedUser.LOG);
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err()).contains(AuditedUser.LOG + ":2: line 2 is missing before this one");
    Collections.swap(lines, 1, 2);
    Files.write(log(), lines);
    assertThat(audit.verify("--expect", head)).isEqualTo(ExitCode.DONE);
    Files.write(log(), lines.subList(0, 3));
    assertThat(audit.verify()).isEqualTo(ExitCode.DONE);
    assertThat(user.run("verifyaudit", AuditedUser.LOG).err())
        .contains("the command of line 3, begun at");
    assertThat(audit.verify("--expect", head)).isEqualTo(ExitCode.ZONE);
    assertThat(audit.verify("--expect", "1234")).isEqualTo(ExitCode.USAGE);
    assertThat(user.run("verifyaudit", "none").exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    Map<String, Object> json =
        JSON.std.mapFrom(user.run("verifyaudit", AuditedUser.LOG, "--json").out());
    assertThat(json).containsEntry("inOrder", true).containsEntry("lines", 3);
  }

  private CommandLineUser.Result refused(ExitCode expected, String... words) {
    CommandLineUser.Result result = user.run(words);
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(expected);
    return result;
  }

  @Test
  void theDigestInsideALineIsToldFromTheHead() throws Exception {
    audit.genkey("KSK");
    String head = audit.head();
    String inner = audit.lastLine().get("digest").toString();
    assertThat(inner).isNotEqualTo(head);
    assertThat(refused(ExitCode.ZONE, "verifyaudit", AuditedUser.LOG, "--expect", inner).err())
        .contains(inner + " is the \"digest\" inside line 2, and no head")
        .contains("that of line 2 is " + head)
        .doesNotContain("cut off");
  }

  @Test
  void anEmptyLogIsNoticedAndProvesNothing() throws Exception {
    audit.genkey("KSK");
    String head = audit.head();
    Files.writeString(folder.resolve(AuditedUser.LOG), "");
    CommandLineUser.Result result = user.succeed("verifyaudit", AuditedUser.LOG);
    assertThat(result.err()).contains("notice: ").contains("audit.log is empty");
    assertThat(result.out()).doesNotContain("0000").contains("no head yet");
    assertThat(refused(ExitCode.ZONE, "verifyaudit", AuditedUser.LOG, "--after", head).err())
        .contains("no line follows the one that the log is to go on from");
    assertThat(refused(ExitCode.ZONE, "verifyaudit", AuditedUser.LOG, "--expect", head).err())
        .contains("no line has the digest " + head);
  }

  @Test
  void theHeadOfNoLineIsNotExpected() throws Exception {
    audit.genkey("KSK");
    String none = "0".repeat(64);
    assertThat(refused(ExitCode.USAGE, "verifyaudit", AuditedUser.LOG, "--expect", none).err())
        .contains("is the head of no line: any log goes on from there")
        .contains("give the head of a log that has lines");
  }

  @Test
  void aFileIsNotTakenTwice() throws Exception {
    audit.genkey("KSK");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve(AuditedUser.LOG));
    for (String other : List.of(AuditedUser.LOG, "./" + AuditedUser.LOG, "link")) {
      assertThat(refused(ExitCode.USAGE, "verifyaudit", AuditedUser.LOG, other).err())
          .contains(" is named twice");
    }
    assertThat(refused(ExitCode.ENVIRONMENT, "verifyaudit", "none", "none").err()).contains("none");
  }
}
