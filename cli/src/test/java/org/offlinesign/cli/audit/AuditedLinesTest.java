package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.console.ExitCode;

/** Which command lines the log tells of, and in which words. */
class AuditedLinesTest extends AuditFixture {
  @Test
  void failuresAreToldToo() throws Exception {
    assertThat(user.run(AuditedUser.signing("signed")).exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(audit.lastLine()).containsEntry("exitCode", 3);
    assertThat(audit.lastLine().get("error").toString()).startsWith("there is no key store");
    assertThat(user.run("signzone", "--inptu", "zone").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(audit.lastLine()).containsEntry("exitCode", 2).containsKey("error");
    assertThat(user.run("sginzone").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(audit.lastLine()).containsEntry("exitCode", 2);
    assertThat(audit.lines()).hasSize(6);
    assertThat(audit.verify()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theOptionGoesBeforeTheVariableAndIsHeardOnALineThatIsRefused() throws Exception {
    user.run("genkey", "--audit=other.log", "--nonsense");
    assertThat(log()).doesNotExist();
    assertThat(Files.readAllLines(folder.resolve("other.log"))).hasSize(2);
    user.succeed("checkzone", "--zone", "example.", "zone", "--audit", "other.log");
    assertThat(Files.readAllLines(folder.resolve("other.log"))).hasSize(4);
  }

  @Test
  void helpAndChecksOfTheLogLeaveNoLines() throws Exception {
    user.succeed("--help");
    user.succeed("signzone", "--help");
    user.succeed("version");
    user.dnscmd("/OfflineSign", "/?");
    assertThat(log()).doesNotExist();
    audit.genkey("ZSK");
    String head = audit.head();
    assertThat(audit.head()).isEqualTo(head);
  }

  @Test
  void linesInTheSpellingOfDnscmdAreToldAsTyped() throws Exception {
    user.dnscmd("/OfflineSign", "/DeleteKey", "/Cert", "/FriendlyName", "ZSK");
    assertThat(audit.lastLine().get("command").toString())
        .startsWith("[dnscmd, /OfflineSign, /DeleteKey");
    assertThat(audit.lastLine()).containsEntry("exitCode", 3);
  }

  @Test
  void nothingIsDoneWhereTheLogCannotBeWritten() throws Exception {
    Files.writeString(log(), "example. NS ns\n");
    CommandLineUser.Result result = user.run("genkey", "--zone", "example.");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(result.err()).contains("the audit log").contains("nothing was done");
    assertThat(folder.resolve("home")).doesNotExist();
    assertThat(user.run("genkey", "--zone", "example.", "--audit", "none/audit.log").exitCode())
        .isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(user.run("genkey", "--zone", "example.", "--audit", "-").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void eachLineOfABatchIsToldByItself() throws Exception {
    Files.writeString(
        folder.resolve("lines"),
        """
        genkey --zone a.example --alg ed25519 --friendlyname a
        genkey --zone b.example --alg ed25519 --friendlyname b
        genkey --zone c.example --alg ed25519 --friendlyname c
        checkzone --zone example. zone
        deletekey nothing
        """);
    assertThat(user.run("batch", "lines", "--jobs", "4").exitCode()).isEqualTo(ExitCode.KEYS);
    List<Map<String, Object>> lines = audit.lines();
    assertThat(lines).hasSize(12);
    Object batch = lines.get(0).get("run");
    assertThat(lines.subList(1, 11))
        .allSatisfy(line -> assertThat(line).containsEntry("batch", batch));
    assertThat(audit.files(lines.get(11), "inputs")).containsOnlyKeys(folder.resolve("lines"));
    assertThat(lines)
        .filteredOn(line -> Integer.valueOf(3).equals(line.get("exitCode")))
        .hasSize(2);
    assertThat(audit.verify()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aLineOfABatchThatNamesALogIsToldToThatOfTheBatchToo() throws Exception {
    Files.writeString(
        folder.resolve("lines"),
        """
        checkzone --zone example. zone --audit other.log
        checkzone --zone example. zone --audit ./audit.log
        checkzone --zone example. zone --audit zone
        """);
    assertThat(user.run("batch", "lines").exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    List<Map<String, Object>> lines = audit.lines();
    assertThat(lines).hasSize(8);
    Object batch = lines.get(0).get("run");
    assertThat(lines.subList(1, 7))
        .allSatisfy(line -> assertThat(line).containsEntry("batch", batch));
    assertThat(lines)
        .filteredOn(line -> String.valueOf(line.get("command")).contains("other.log"))
        .extracting(line -> line.get("event"))
        .containsExactly("begin", "end");
    assertThat(lines)
        .filteredOn(line -> line.containsKey("error"))
        .extracting(line -> line.get("error").toString())
        .anyMatch(error -> error.contains("it is not an audit log"));
    assertThat(Files.readAllLines(folder.resolve("other.log"))).hasSize(2);
    assertThat(user.run("verifyaudit", "other.log").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(audit.verify()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void noPasswordIsKept() throws Exception {
    user.run("genkey", "--zone", "example.", "--password", "hunter2", "--pin=hunter2");
    user.dnscmd("/OfflineSign", "/GenKey", "/Password", "hunter2");
    audit.genkey("ZSK");
    assertThat(Files.readString(log()))
        .doesNotContain("hunter2")
        .doesNotContain("correct horse")
        .contains("(hidden)");
  }
}
