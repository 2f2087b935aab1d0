package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.Main;
import org.offlinesign.cli.console.ExitCode;

/** What a command does whose audit log may not grow any more, before it begins and after. */
class FullAuditLogTest {
  private static final int BLOCK = 512;

  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeEach
  void fillTheLog() throws IOException {
    Files.writeString(folder.resolve("password"), "correct horse\n");
    user = new CommandLineUser(folder);
    for (int i = 0; i < 20; i++) {
      user.run("checkzone", "--zone", "none.", "none", "--audit", "audit.log");
    }
  }

  private long size() throws IOException {
    return Files.size(folder.resolve("audit.log"));
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  /** Runs genkey where no file may become longer than that. */
  private int genkey(long largestFile) throws Exception {
    String java =
        String.join(
            " ",
            "ulimit -f " + largestFile / BLOCK + "; exec",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData -XX:TieredStopAtLevel=1 -cp",
            "'" + System.getProperty("java.class.path") + "'",
            Main.class.getName(),
            "genkey --zone example --alg ecdsap256sha256 --keystore keys.p12",
            "--password-file password --audit audit.log");
    Process process =
        new ProcessBuilder("sh", "-c", java)
            .directory(folder.toFile())
            .redirectError(folder.resolve("err").toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  @Test
  void nothingIsDoneWhereTheFirstLineHasNoRoom() throws Exception {
    assertThat(genkey(size())).isEqualTo(4);
    assertThat(err()).contains("audit.log cannot be written").contains("nothing was done");
    assertThat(folder.resolve("keys.p12")).doesNotExist();
    assertThat(user.run("verifyaudit", "audit.log").exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatIsDoneStaysWhereTheSecondLineHasNoRoom() throws Exception {
    List<String> lines = Files.readAllLines(folder.resolve("audit.log"));
    long begin = lines.get(lines.size() - 2).length() + 200L;
    assertThat(genkey(size() + begin + BLOCK)).isEqualTo(4);
    assertThat(err())
        .contains("audit.log cannot be written")
        .contains("does not hold that the command ended with exit code 0")
        .contains("stays there");
    user.succeed("listkeys", "--keystore", "keys.p12", "--password-file", "password");
    CommandLineUser.Result check = user.run("verifyaudit", "audit.log");
    assertThat(check.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(check.err()).contains("the last line is not whole").contains("has not ended");
  }
}
