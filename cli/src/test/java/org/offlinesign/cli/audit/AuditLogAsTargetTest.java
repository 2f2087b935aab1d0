package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.console.ExitCode;

/** Commands that are told to write where the log is that they are told to. */
class AuditLogAsTargetTest extends AuditFixture {
  private static final String LOG = "dsset-example";

  AuditLogAsTargetTest() {
    super(LOG);
  }

  @BeforeEach
  void makeKeys() {
    audit.genkey("KSK");
    audit.genkey("ZSK");
  }

  /** Runs a command that must be refused, told to the log, and told to one that came after it. */
  private void assertRefused(String... words) throws IOException {
    String before = Files.readString(log());
    CommandLineUser.Result result = user.run(words);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("would replace the audit log");
    assertThat(Files.readString(log())).startsWith(before);
    assertThat(Files.readAllLines(log())).hasSize((int) before.lines().count() + 2);
    assertThat(audit.verify()).isEqualTo(ExitCode.DONE);
    String after = Files.readString(log());
    CommandLineUser.Result later = user.with("OFFLINESIGN_AUDIT", "later").run(words);
    user.with("OFFLINESIGN_AUDIT", LOG);
    assertThat(later.exitCode()).as(later.err()).isNotEqualTo(ExitCode.DONE);
    assertThat(later.err())
        .containsAnyOf(
            "it is an audit log, which is never replaced",
            "--output would replace a keyset- or dsset- file");
    assertThat(log()).hasContent(after);
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
    assertThat(user.run("batch", "lines").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Files.readAllLines(log())).hasSize(before + 6);
    assertThat(audit.verify()).isEqualTo(ExitCode.DONE);
  }
}
