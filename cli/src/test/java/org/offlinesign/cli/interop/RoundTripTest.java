package org.offlinesign.cli.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing a zone and taking the signatures away again leaves its data as it was. */
class RoundTripTest {
  @TempDir private static Path folder;
  private static KeyOwner owner;

  @BeforeAll
  static void sitDown() {
    owner = new KeyOwner(folder);
  }

  static List<TestZone> zones() throws IOException {
    return TestZone.valid();
  }

  @ParameterizedTest
  @MethodSource("zones")
  void unsignedZonesAreWhatTheyWereBeforeSigning(TestZone zone) {
    Path unsigned = owner.file("unsigned");
    Path input = zone.file();
    owner.makeKeys(zone.origin());
    for (String format : List.of("text", "full", "windows")) {
      Path signed =
          format.equals("full")
              ? owner.sign(
                  input,
                  zone.origin(),
                  "--format",
                  format,
                  "--ds",
                  "nochange",
                  "--nsec3",
                  "--zonemd",
                  "sha384")
              : owner.sign(input, zone.origin(), "--format", format, "--ds", "nochange");
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
      for (Path other : List.of(signed, unsigned)) {
        owner.succeed(
            List.of(
                "comparezones",
                "--zone",
                zone.origin(),
                "--with-ds",
                input.toString(),
                other.toString()));
      }
    }
  }
}
