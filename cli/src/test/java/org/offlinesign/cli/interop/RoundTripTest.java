package org.offlinesign.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** Signing a zone and taking the signatures away again leaves its data as it was. */
class RoundTripTest {
  @TempDir private Path folder;
  private KeyOwner owner;

  @BeforeEach
  void sitDown() {
    owner = new KeyOwner(folder);
  }

  static List<TestZone> zones() throws IOException {
    return TestZone.valid();
  }

  @ParameterizedTest
  @MethodSource("zones")
  void unsignedZonesAreWhatTheyWereBeforeSigning(TestZone zone) {
    owner.makeKeys(zone.origin());
    for (String format : List.of("text", "full", "windows")) {
      Path signed =
          format.equals("full")
              ? sign(zone, format, "--nsec3", "--zonemd", "sha384")
              : sign(zone, format);
      Path unsigned = unsign(signed, zone, format);
      String ofSigned = same(zone, signed);
      String ofUnsigned = same(zone, unsigned);
      assertThat(ofSigned).containsPattern("left out +\\d+ DNSSEC records of .*/signed-");
      assertThat(ofUnsigned).doesNotContainPattern("DNSSEC records? of .*/unsigned\n");
    }
  }

  @Test
  void aChangeBesideTheSignaturesIsSeen() throws IOException {
    TestZone zone = TestZone.of(TestZone.folder().resolve("example.com.zone"));
    owner.makeKeys(zone.origin());
    Path signed = sign(zone, "full");
    Path unsigned = unsign(signed, zone, "full");
    for (Path file : List.of(signed, unsigned)) {
      String text = Files.readString(file);
      assertThat(text).contains("192.0.2.1\n");
      Files.writeString(file, text.replace("192.0.2.1\n", "192.0.2.9\n"));

      Result result = compare(zone, file);
      assertThat(result.exitCode()).as(result.out()).isEqualTo(ExitCode.ZONE);
      assertThat(result.out()).contains(" A 192.0.2.1\n", " A 192.0.2.9\n", ": 2 differences in ");
    }
  }

  private Path sign(TestZone zone, String format, String... more) {
    List<String> options = new ArrayList<>(List.of("--format", format, "--ds", "nochange"));
    options.addAll(List.of(more));
    return owner.sign(zone.file(), zone.origin(), options.toArray(new String[0]));
  }

  private Path unsign(Path signed, TestZone zone, String format) {
    Path unsigned = owner.file("unsigned");
    owner.succeed(
        List.of(
            "unsignzone",
            "--input",
            signed.toString(),
            "--output",
            unsigned.toString(),
            "--zone",
            zone.origin(),
            "--format",
            format));
    return unsigned;
  }

  /** Returns what is told of two files that hold the same data. */
  private String same(TestZone zone, Path other) {
    Result result = compare(zone, other);
    assertThat(result.exitCode()).as(result.out()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).startsWith(zone.origin() + ": the same ");
    return result.out();
  }

  private Result compare(TestZone zone, Path other) {
    return owner.attempt(
        List.of(
            "comparezones",
            "--zone",
            zone.origin(),
            "--with-ds",
            zone.file().toString(),
            other.toString()));
  }
}
