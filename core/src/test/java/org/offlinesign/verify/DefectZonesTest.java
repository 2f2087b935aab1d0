package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * Each code of a finding has a zone with that defect and no other, which is called after it.
 *
 * <p>The first lines of a zone say how it must be looked at. {@code -Dofflinesign.defects=write}
 * makes all zones anew.
 */
class DefectZonesTest {
  private static final Path FOLDER = DefectKeys.FOLDER.resolve("signed");

  /** No zone of this kind is known to anybody: it would take two names with one SHA-1 hash. */
  private static final Set<FindingCode> IMPOSSIBLE = EnumSet.of(FindingCode.NSEC3_COLLISION);

  static Set<FindingCode> codes() {
    return EnumSet.complementOf(EnumSet.copyOf(IMPOSSIBLE));
  }

  @BeforeAll
  static void makeTheZonesAnewIfAsked() throws IOException {
    if (System.getProperty("offlinesign.defects", "").equals("write")) {
      Files.createDirectories(FOLDER);
      for (FindingCode code : codes()) {
        DefectZone made = DefectZones.makers().get(code).get();
        Files.write(file(code), made.file(code));
        if (made.anchor().isPresent()) {
          Files.writeString(anchor(code), made.anchor().get());
        }
      }
    }
  }

  private static Path file(FindingCode code) {
    return FOLDER.resolve(DefectZone.baseName(code) + ".zone");
  }

  private static Path anchor(FindingCode code) {
    return FOLDER.resolve(DefectZone.baseName(code) + ".anchor");
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theZoneHasTheDefectItIsCalledAfter(FindingCode code) throws Exception {
    Set<FindingCode> expected = EnumSet.of(code);
    header(code, "besides").stream().map(FindingCode::valueOf).forEach(expected::add);

    assertThat(verify(code).counts().keySet()).isEqualTo(expected);
  }

  private static VerificationReport verify(FindingCode code) throws Exception {
    VerificationRequest.Builder request =
        VerificationRequest.builder(
            ZoneFileSource.of(file(code)),
            ZoneFileOptions.builder(ZoneText.ZONE).build(),
            ZoneText.BUDGET);
    time(code, "at").ifPresent(request::at);
    time(code, "until").ifPresent(request::until);
    for (String name : header(code, "trust-anchor")) {
      ZoneFileSource anchors = ZoneFileSource.of(FOLDER.resolve(name));
      request.trustAnchors(EntryPoints.read(anchors, ZoneText.ZONE));
    }
    return new ZoneVerifier(ZoneText.CRYPTO).verify(request.build());
  }

  private static Optional<Instant> time(FindingCode code, String name) throws IOException {
    return header(code, name).stream().findFirst().map(DefectZone::time);
  }

  private static List<String> header(FindingCode code, String name) throws IOException {
    String start = "; " + name + " ";
    return Files.readAllLines(file(code)).stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theZoneIsThatOfTheGenerator(FindingCode code) throws IOException {
    DefectZone made = DefectZones.makers().get(code).get();
    assertThat(Files.readAllBytes(file(code))).isEqualTo(made.file(code));
  }

  @Test
  void noCodeLacksAZoneAndNoZoneACode() throws IOException {
    List<String> expected =
        codes().stream().map(code -> DefectZone.baseName(code) + ".zone").sorted().toList();
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".zone")))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(DefectZones.makers()).containsOnlyKeys(codes());
  }
}
