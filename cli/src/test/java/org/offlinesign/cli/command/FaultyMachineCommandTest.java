package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.FaultyEngine;

/** Commands on a machine whose arithmetic goes wrong while they work. */
class FaultyMachineCommandTest {
  private static final String OLD = "the zone as it was signed last";

  @TempDir Path folder;
  private ZoneOwner owner;

  @BeforeEach
  void sitDown() throws IOException {
    owner = new ZoneOwner(folder);
    Files.writeString(owner.file("db.signed"), OLD);
  }

  /** RSA is checked as it is made, curves in the finished file. */
  @ParameterizedTest
  @CsvSource({
    "--signkey KSK --signkey ZSK, ENVIRONMENT, '`offlinesign doctor` tells more about this machine: test its hardware'",
    "--signkey KSK --signkey ZSK --no-verify, ENVIRONMENT, '`offlinesign doctor` tells more about this machine: test its hardware'",
    "--signkey Curve, BUG, either this machine miscalculates"
  })
  void aZoneWithAWrongSignatureIsNotReleased(String options, ExitCode exitCode, String advice)
      throws IOException {
    owner.at(FaultyEngine.failingAfter(3));
    Result result = owner.signWith(options.split(" "));
    assertThat(result.err()).contains(advice);
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(owner.signedText()).isEqualTo(OLD);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("db", "db.signed", "keys.p12");
    }
  }

  @Test
  void aKeyThatComesOutWrongIsNotKept() throws IOException {
    byte[] before = Files.readAllBytes(owner.file("keys.p12"));
    owner.at(FaultyEngine.failingAfter(1));
    assertWithheld(owner.run("genkey", "--zone", "example", "--length", "1024"));
    assertThat(owner.file("keys.p12")).hasBinaryContent(before);
  }

  @Test
  void norIsAStepOfARolloverDoneWithIt() throws IOException {
    RolloverOwner roller = new RolloverOwner(Files.createDirectory(folder.resolve("roller")));
    String keys = roller.user().succeed("listkeys").out();
    byte[] zone = Files.readAllBytes(roller.file("db.signed"));
    roller.user().with(FaultyEngine.failingAfter(1));
    assertWithheld(roller.next("zsk-prepublish"));
    assertThat(roller.file("db.signed")).hasBinaryContent(zone);
    roller.user().with(CryptoProviders.detect());
    assertThat(roller.user().succeed("listkeys").out()).isEqualTo(keys);
    assertThat(roller.next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.DONE);
  }

  private static void assertWithheld(Result result) {
    assertThat(result.err())
        .contains("error: the new key came out wrong, and was not kept: ")
        .contains("\n  `offlinesign doctor` tells more about this machine");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
  }
}
