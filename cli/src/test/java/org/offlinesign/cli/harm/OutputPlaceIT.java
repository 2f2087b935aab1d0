package org.offlinesign.cli.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** Gives the packaged program places to write to that do not take what it writes. */
class OutputPlaceIT {
  private static final int HOSTS = 2000;
  private static final String SIGN = " signzone --smart --zone example --input db --keysetdir sets";

  @TempDir Path folder;
  private Workplace place;

  @BeforeEach
  void makeAWorkplaceWithALargeZone() throws Exception {
    place = Workplace.make(folder.resolve("place"));
    String hosts =
        IntStream.range(0, HOSTS)
            .mapToObj("h%d A 192.0.2.1%n"::formatted)
            .collect(Collectors.joining());
    Path zone = place.folder().resolve("db");
    Files.writeString(zone, Files.readString(zone) + hosts);
  }

  @Test
  void theZoneThatIsReadIsNotReplacedNotThroughALinkEither() throws Exception {
    byte[] before = Files.readAllBytes(place.folder().resolve("db"));
    Files.createSymbolicLink(place.folder().resolve("link"), Path.of("db"));
    for (String output : new String[] {"db", "link"}) {
      Program.Outcome outcome = shell("exec \"$P\"" + SIGN + " --output " + output);
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.stderr()).contains("would replace the zone that is read");
    }
    assertThat(place.folder().resolve("db")).hasBinaryContent(before);
  }

  @Test
  void aPipeThatClosesIsToldOf() throws Exception {
    Program.Outcome outcome =
        shell("(\"$P\"" + SIGN + " --output -; echo \"code $?\" >&2) | head -c 10");
    assertThat(outcome.stderr())
        .contains("error: the zone could not be written to stdout", "code 4")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void aLimitOnTheSizeOfFilesIsToldOfAndTheOldZoneStays() throws Exception {
    Set<String> before = place.files();
    Program.Outcome outcome =
        shell("ulimit -f 100; exec \"$P\"" + SIGN + " --output out/db.signed");
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.stderr()).contains("out/db.signed: File too large", "ulimit -f");
    assertThat(place.isSignedAnew()).isFalse();
    assertThat(place.files()).isEqualTo(before);
  }

  @Test
  void aFolderForTemporaryFilesThatIsFullIsNamed() throws Exception {
    Program.Outcome outcome =
        shell("ulimit -f 100; exec \"$P\"" + SIGN + " --output - --tmpdir tmp | cat");
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.stderr()).contains("error: tmp: File too large", "ulimit -f");
  }

  private Program.Outcome shell(String line) throws Exception {
    return Peers.require("sh")
        .with(place.environment())
        .run(
            place.folder(),
            new byte[0],
            List.of("-c", "P=" + Victim.PROGRAM.toAbsolutePath() + "; " + line));
  }
}
