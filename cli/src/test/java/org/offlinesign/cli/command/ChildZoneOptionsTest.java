package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** A parent that is signed with what its child asks for. */
class ChildZoneOptionsTest {
  private static final String SOA = "$TTL 3600\n@ SOA ns a 1 7200 900 1209600 300\n@ NS ns\n";

  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() throws IOException {
    user =
        new CommandLineUser(folder)
            .with("OFFLINESIGN_PASSWORD", "secret")
            .with("OFFLINESIGN_KEYSTORE", "keys.p12");
    Files.writeString(user.file("parent"), SOA + "ns A 192.0.2.1\nsub NS ns\n");
    Files.writeString(user.file("child"), SOA + "ns A 192.0.2.2\n");
    makeKey("example", "Parent");
    makeKey("sub.example", "K1");
    makeKey("sub.example", "K2");
  }

  private void makeKey(String zone, String name) {
    user.succeed("genkey", "--zone", zone, "--alg", "13", "--flags", "KSK", "--friendlyname", name);
  }

  private static String[] line(String[] first, String... more) {
    return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
  }

  /** Signs the child with keys that sign everything. */
  private void signChild(String... options) {
    String[] sign = {
      "signzone",
      "--input",
      "child",
      "--output",
      "child.signed",
      "--zone",
      "sub.example",
      "--genkeyset",
      "none"
    };
    user.succeed(line(sign, options));
  }

  private Result signParent(String... options) {
    String[] sign = {
      "signzone",
      "--input",
      "parent",
      "--output",
      "parent.signed",
      "--zone",
      "example",
      "--signkey-allrr",
      "Parent"
    };
    return user.run(line(sign, options));
  }

  private Result succeedWithParent(String... options) {
    Result result = signParent(options);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    return result;
  }

  @Test
  void aChildRollsItsKskOverWithoutAWordToTheOwnerOfTheParent() throws Exception {
    signChild("--signkey-allrr", "K1", "--cds", "--cdnskey");
    Result first = signParent("--child-zone", "child.signed", "--accept-new-child", "sub.example");
    assertThat(first.out()).contains("new: 1 DS record from ", "child.signed", "dsset-sub.example");

    user.at(CommandLineUser.NOW.plusSeconds(1), ZoneOffset.UTC);
    signChild("--signkey-allrr", "K1", "--signkey-allrr", "K2", "--cds", "--cdnskey");
    assertThat(succeedWithParent("--child-zone", "child.signed").out())
        .containsPattern("changed: 2 DS records from .*child.signed, \\d+/13/2 added");

    Result alone = succeedWithParent();
    assertThat(alone.out()).contains("2 DS records from ", "dsset-sub.example");
    user.succeed("verifyzone", "--zone", "example", "parent.signed");
  }

  @Test
  void whatIsRefusedIsToldAndLeavesTheDelegationAsItIs() throws Exception {
    signChild("--signkey-allrr", "K1", "--cds");
    Result result = succeedWithParent("--child-zone", "child.signed", "--json");
    assertThat(result.err()).contains("RFC 8078 section 3", "--accept-new-child sub.example.");
    assertThat(result.out())
        .contains("\"status\" : \"insecure\"", "\"request\" : \"refused\"")
        .contains("\"code\" : \"new-child\"");
    assertThat(user.file("dsset-sub.example")).doesNotExist();
  }

  @Test
  void signaturesOlderThanATimeAreRefused() throws Exception {
    signChild("--signkey-allrr", "K1", "--cds");
    Result result =
        succeedWithParent(
            "--child-zone",
            "child.signed",
            "--accept-new-child",
            "sub.example",
            "--child-signed-since",
            "-60");
    assertThat(result.err()).contains("older than those that were accepted before");
  }

  @Test
  void theDssetFileOfTheChildStaysAsItIsIfAsked() throws Exception {
    signChild("--signkey-allrr", "K1", "--cds");
    succeedWithParent(
        "--child-zone", "child.signed", "--accept-new-child", "sub.example", "--no-child-dsset");
    assertThat(user.file("dsset-sub.example")).doesNotExist();
    assertThat(Files.readString(user.file("parent.signed"))).contains("\tDS\t");
  }

  @Test
  void whatWouldBecomeOfChildrenCanBeSeenWithoutAFile() throws Exception {
    signChild("--signkey-allrr", "K1", "--cds");
    List<String> before = files();
    Result result =
        user.run(
            "signzone",
            "--input",
            "parent",
            "--output",
            "/dev/null",
            "--zone",
            "example",
            "--signkey-allrr",
            "Parent",
            "--genkeyset",
            "none",
            "--child-zone",
            "child.signed",
            "--accept-new-child",
            "sub.example",
            "--no-child-dsset");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("child sub.example. new: 1 DS record from ");
    assertThat(files()).isEqualTo(before);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --accept-new-child sub.example              | USAGE | no --child-zone of sub.example.
          --child-zone child.signed --ds nochange     | USAGE | leave one of them out
          --child-zone child.signed --child-zone copy | USAGE | are both of sub.example.
          --child-zone stranger                       | USAGE | which is no child of example.
          --child-zone relative                       | ZONE  | relative to an origin
          --child-zone keyless                        | ZONE  | it is not known whose it is
          --child-zone broken                         | ZONE  | nothing was written
          """)
  void filesThatCannotBeMeantAreRefused(String options, ExitCode exitCode, String message)
      throws Exception {
    signChild("--signkey-allrr", "K1", "--cds");
    Files.copy(user.file("child.signed"), user.file("copy"));
    Files.writeString(user.file("stranger"), "$ORIGIN other.\n" + SOA);
    Files.writeString(user.file("relative"), SOA);
    Files.writeString(user.file("keyless"), "www.sub.example. 60 A 192.0.2.1\n");
    Files.writeString(user.file("broken"), "what is this\n");
    Result result = signParent(options.split(" +"));
    assertThat(result.err()).contains(message);
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(user.file("parent.signed")).doesNotExist();
  }
}
