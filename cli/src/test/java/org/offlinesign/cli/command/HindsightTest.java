package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** A time that is over is not taken for the present where that makes the zone wrong. */
class HindsightTest {
  @TempDir Path folder;
  private RolloverOwner owner;

  @BeforeEach
  void ownASignedZone() throws IOException {
    owner = new RolloverOwner(folder);
  }

  private Result sign(String now) {
    return owner.user().run(RolloverOwner.files("signzone", "--smart", "--now", now));
  }

  @Test
  void signaturesThatHaveExpiredByNowAreNotMade() throws IOException {
    byte[] before = Files.readAllBytes(owner.file("db.signed"));
    Result refused = sign("-40d");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err())
        .contains("signatures made at 2026-01-20T12:00:00Z would have expired at 2026-02-19T11:")
        .contains("leave --now out");
    Result step = owner.next("zsk-prepublish", "--now", "-40d");
    assertThat(step.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Files.readAllBytes(owner.file("db.signed"))).isEqualTo(before);
    assertThat(owner.user().succeed("rollover", "status").out()).contains("no rollover is under");
  }

  @Test
  void whatWasDoneWithKeysSinceIsNotUndone() {
    assertThat(owner.next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.DONE);
    owner.later(Duration.ofDays(2));
    Result since = sign("-1d");
    assertThat(since.exitCode()).as(since.err()).isEqualTo(ExitCode.DONE);
    Result undone = sign("-3d");
    assertThat(undone.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(undone.err())
        .contains("'ZSK-example-20260301' tag ", " has 'Publish' at 2026-03-01T12:00:00Z, between");
  }

  @Test
  void aClockThatLagsALittleAndOneThatIsAheadArePretendedFreely() {
    owner.next("zsk-prepublish");
    owner.later(Duration.ofMinutes(30));
    assertThat(sign("-31m").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(sign("+90d").exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aStepThatIsForcedIsDoneAllTheSame() {
    Result forced = owner.next("zsk-prepublish", "--now", "-40d", "--force", "rehearsal");
    assertThat(forced.exitCode()).as(forced.err()).isEqualTo(ExitCode.DONE);
    assertThat(forced.err()).contains("warning: signatures made at 2026-01-20T12:00:00Z would");
  }
}
