package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.console.ExitCode;

/** Commands that are told to write where the log is that they are told to. */
class AuditLogAsTargetTest {
  private static final String ZONE =
      """
      $TTL 3600
      @ SOA ns hostmaster 1 7200 3600 1209600 3600
      @ NS ns
      ns A 192.0.2.1
      """;

  private static final String LOG = "dsset-example";

  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeEach
  void prepare() throws IOException {
    Files.writeString(folder.resolve("password"), "correct horse\n");
    Files.writeString(folder.resolve("zone"), ZONE);
    user =
        new CommandLineUser(folder)
            .with("OFFLINESIGN_PASSWORD_FILE", folder.resolve("password").toString())
            .with("OFFLINESIGN_AUDIT", LOG);
    for (String role : List.of("KSK", "ZSK")) {
      user.succeed(
          "genkey",
          "--zone",
          "example.",
          "--alg",
          "ed25519",
          "--flags",
          role,
          "--friendlyname",
          role);
    }
  }

  private Path log() {
    return folder.resolve(LOG);
  }

  /** Runs a command that must be refused, and sees the log grow by its two lines. */
  private void assertRefused(String... words) throws IOException {
    String before = Files.readString(log());
    CommandLineUser.Result result = user.run(words);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(result.err()).contains("audit log").contains("never replaced");
    assertThat(Files.readString(log())).startsWith(before);
    assertThat(Files.readAllLines(log())).hasSize((int) before.lines().count() + 2);
    assertThat(user.run("verifyaudit", LOG).exitCode()).isEqualTo(ExitCode.DONE);
  }

  private static String[] signing(String output, String... more) {
    List<String> words = new ArrayList<>(List.of("signzone", "--smart", "--input", "zone"));
    words.addAll(List.of("--zone", "example.", "--output", output));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  @Test
  void noOutputReplacesTheLog() throws Exception {
    Files.createDirectory(folder.resolve("sets"));
    user.succeed(signing("signed", "--keysetdir", "sets"));
    assertRefused(signing(LOG, "--keysetdir", "sets"));
    assertRefused("unsignzone", "--input", "signed", "--output", LOG, "--zone", "example.");
    assertRefused("trustanchor", "--zone", "example.", "--from", "signed", "--output", LOG);
  }

  @Test
  void aLinkDoesNotLeadToTheLog() throws Exception {
    Files.createDirectory(folder.resolve("sets"));
    Files.createSymbolicLink(folder.resolve("link"), log());
    Files.createLink(folder.resolve("hard"), log());
    assertRefused(signing("link", "--keysetdir", "sets"));
    assertRefused(signing("hard", "--keysetdir", "sets"));
  }

  @Test
  void noFileForTheParentReplacesTheLog() throws Exception {
    assertRefused(signing("signed", "--keysetdir", "."));
    assertThat(folder.resolve("signed")).doesNotExist();
    assertRefused("dsset", "--zone", "example.", "--keysetdir", ".");
  }

  @Test
  void noLineOfABatchReplacesTheLogOfAll() throws Exception {
    Files.writeString(
        folder.resolve("lines"),
        """
        signzone --smart --input zone --zone example. --output dsset-example --keysetdir sets
        checkzone --zone example. zone
        """);
    Files.createDirectory(folder.resolve("sets"));
    int before = Files.readAllLines(log()).size();
    assertThat(user.run("batch", "lines").exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(Files.readAllLines(log())).hasSize(before + 6);
    assertThat(user.run("verifyaudit", LOG).exitCode()).isEqualTo(ExitCode.DONE);
  }
}
