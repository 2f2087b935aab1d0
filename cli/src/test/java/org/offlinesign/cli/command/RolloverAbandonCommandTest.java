package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** How a rollover is given up, and that its keys are not lost by mistake. */
class RolloverAbandonCommandTest {
  private static final String[] ABANDON = {"rollover", "abandon", "--zone", "example"};

  @TempDir Path folder;
  private RolloverOwner owner;

  @BeforeEach
  void ownASignedZone() throws IOException {
    owner = new RolloverOwner(folder);
  }

  private Result abandon(String... more) {
    return owner.user().run(ZoneOwner.line(ABANDON, more));
  }

  @Test
  void aRolloverIsGivenUpWithAReasonAndItsKeysStayAsTheyAre() throws IOException {
    assertThat(owner.next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.DONE);
    String keys = owner.user().succeed("listkeys").out();
    Result refused = abandon();
    assertThat(refused.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(refused.err())
        .contains("1 step of the zsk-prepublish rollover of example. done")
        .contains("--force REASON gives it up all the same");
    Result given = abandon("--force", "wrong length");
    assertThat(given.out())
        .startsWith("Given up: the zsk-prepublish rollover of example., 1 step done.\n")
        .containsPattern("ZSK +ECDSAP256SHA256 +\\d+ +published");
    assertThat(owner.user().succeed("listkeys").out()).isEqualTo(keys);
    assertThat(owner.user().succeed("rollover", "status").out())
        .contains("no rollover is under way");
    assertThat(Files.readString(owner.file("keys.p12.rollover.log")))
        .contains("zsk-prepublish given up, steps done: 1; forced: wrong length\n");
    Result again = owner.user().run(RolloverOwner.files("signzone", "--smart"));
    assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void ofSeveralRolloversOneHasToBeNamed() {
    assertThat(abandon().err()).contains("no rollover of example. is under way");
    owner.next("zsk-prepublish");
    owner.next("ksk-double-signature");
    assertThat(abandon("--force", "x").err())
        .contains("several rollovers", "name one: ", "zsk-prepublish");
    assertThat(abandon("ksk-double-signature", "--force", "x").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(owner.user().succeed("rollover", "status").out())
        .contains("zsk-prepublish is under way")
        .doesNotContain("ksk-double-signature");
    assertThat(abandon("--force", "").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aKeyOfARolloverIsNotDeletedWithoutForce() {
    owner.next("zsk-prepublish");
    Result refused = owner.user().run("deletekey", "ZSK");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(refused.err())
        .contains("the key takes part in a rollover: 'ZSK'")
        .contains("zsk-prepublish of example. is under way, 1 step done");
    owner.user().succeed("deletekey", "--force", "ZSK-example-20260301");
    assertThat(owner.next().err())
        .contains(
            "recover the deleted key (`offlinesign importkey --from-trash`)", "left are ZSK ");
    assertThat(abandon("--force", "the key is gone").err())
        .contains("the new keys of the rollover are not in the store");
  }
}
