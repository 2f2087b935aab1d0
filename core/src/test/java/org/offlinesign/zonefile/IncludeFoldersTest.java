package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.offlinesign.testing.PipedText;

/** From which folders a zone may include files. */
class IncludeFoldersTest extends IncludeFixture {
  @Test
  @EnabledOnOs(OS.LINUX)
  void aPipeIsReadAsAFileIsAndMayIncludeFromFoldersThatAreNamed() throws IOException {
    write("part", "x A 192.0.2.2\n");
    String text = TTL + "a A 192.0.2.1\n$INCLUDE part\n";
    try (PipedText pipe = PipedText.of(text)) {
      ReadZone zone = read(pipe.path(), IncludePolicy.inFolders(folder, List.of(folder)));
      assertThat(zone.diagnostics()).isEmpty();
      assertThat(zone.records())
          .containsExactly("a.example. 300 IN A 192.0.2.1", "x.example. 300 IN A 192.0.2.2");
    }
    try (PipedText pipe = PipedText.of(text)) {
      ReadZone zone = read(pipe.path(), IncludePolicy.inFolders(folder, List.of()));
      assertThat(zone.diagnostics().get(0).message())
          .startsWith("a zone that is read from stdin or a pipe has no folder to include 'part'");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatIsReadByTheNameOfItsDescriptorHasNoFolder() throws IOException {
    write("zone", TTL + "a A 192.0.2.1\n$INCLUDE " + folder.resolve("part") + "\n");
    write("part", "x A 192.0.2.2\n");
    Process holder =
        new ProcessBuilder("sleep", "600").redirectInput(folder.resolve("zone").toFile()).start();
    try {
      Path name = Path.of("/proc", Long.toString(holder.pid()), "fd", "0");
      ReadZone zone = read(name, IncludePolicy.inFolderOfZone());
      assertThat(zone.diagnostics().get(0).message())
          .startsWith("a zone that is read from stdin or a pipe has no folder to include");
    } finally {
      holder.destroy();
    }
  }

  @Test
  void aFileThatIsNotBesideTheIncluderIsLookedForInTheGivenFolder() throws IOException {
    write("sub/zone", TTL + "$INCLUDE sub/part\n$INCLUDE other\n");
    write("sub/part", "x A 192.0.2.1\n");
    write("other", "y A 192.0.2.1\n");
    write("sub/other", "z A 192.0.2.1\n");
    assertThat(read("sub/zone", IncludePolicy.inFolders(folder, List.of(folder))).records())
        .containsExactly("x.example. 300 IN A 192.0.2.1", "z.example. 300 IN A 192.0.2.1");
  }

  @Test
  void includingMayBeRefused() throws IOException {
    write("zone", "$INCLUDE part\n");
    write("part", "");
    assertThat(read("zone", IncludePolicy.refused()).diagnostics().get(0).message())
        .isEqualTo("$INCLUDE is not allowed here");
  }

  @Test
  void aZoneIncludesNothingFromOutsideItsFolderWhereverLinksAndDotsLead() throws IOException {
    write("secret", "top secret\n");
    write("other/part", "x A 192.0.2.1\n");
    write("zones/below/part", "y A 192.0.2.1\n");
    Files.createSymbolicLink(folder.resolve("zones/link"), folder.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("zones/dir"), folder.resolve("other"));
    write(
        "zones/zone",
        TTL
            + "$INCLUDE below/../../secret\n$INCLUDE link\n$INCLUDE dir/part\n$INCLUDE ../none\n"
            + ("$INCLUDE " + folder.resolve("secret") + "\n")
            + "$INCLUDE below/part\n");
    ReadZone zone = read("zones/zone");
    assertThat(zone.errors())
        .containsExactly(
            "2:10 include", "3:10 include", "4:10 include", "5:10 include", "6:10 include");
    assertThat(zone.diagnostics())
        .allSatisfy(
            error ->
                assertThat(error.message())
                    .contains("does not lie in " + folder.resolve("zones"))
                    .doesNotContain("top"));
    assertThat(zone.records()).containsExactly("y.example. 300 IN A 192.0.2.1");
  }

  @Test
  void hiddenFilesBelowTheZoneAreNotIncludedUnlessTheirFolderIsNamed() throws IOException {
    write("home/.ssh/id_rsa", "top secret\n");
    Files.createSymbolicLink(folder.resolve("home/link"), folder.resolve("home/.ssh/id_rsa"));
    List<String> names = List.of(".ssh/id_rsa", ".ssh/none", "x/../.ssh/id_rsa", ".netrc", "link");
    write("home/sub/.hidden/part", "x A 192.0.2.1\n");
    for (String name : names) {
      write("home/zone", TTL + "$INCLUDE " + name + "\n");
      assertThat(read("home/zone").diagnostics().get(0).message())
          .startsWith("'" + name + "' is hidden, or lies in a hidden folder")
          .contains("--include-dir");
    }
    write("home/zone", TTL + "$INCLUDE sub/.hidden/part\n");
    assertThat(read("home/zone").errors()).containsExactly("2:10 include");
    Path hidden = folder.resolve("home/sub/.hidden");
    assertThat(read("home/zone", IncludePolicy.inFolders(folder, List.of(hidden))).records())
        .containsExactly("x.example. 300 IN A 192.0.2.1");
  }

  @Test
  void aZoneInAHiddenFolderIncludesWhatLiesBesideIt() throws IOException {
    write("home/.zones/zone", TTL + "$INCLUDE part\n");
    write("home/.zones/part", "x A 192.0.2.1\n");
    assertThat(read("home/.zones/zone").diagnostics()).isEmpty();
  }

  /** A volume of a ConfigMap: links to ..data, which is a link to a folder with a time. */
  @Test
  void aZoneThatKubernetesMountsIncludesWhatLiesBesideIt() throws IOException {
    write("mount/..2026_03_01/zone", TTL + "$INCLUDE part\n");
    write("mount/..2026_03_01/part", "x A 192.0.2.1\n");
    Files.createSymbolicLink(folder.resolve("mount/..data"), Path.of("..2026_03_01"));
    for (String name : List.of("zone", "part")) {
      Files.createSymbolicLink(folder.resolve("mount").resolve(name), Path.of("..data", name));
    }
    assertThat(read("mount/zone").diagnostics()).isEmpty();
  }

  @Test
  void whatLiesOutsideIsRefusedInTheSameWordsWhetherItIsThereOrNot() throws IOException {
    write("cwd/private/key", "top secret\n");
    write("zones/part", "x A 192.0.2.1\n");
    Files.createSymbolicLink(folder.resolve("zones/toNothing"), folder.resolve("cwd/none"));
    Files.createSymbolicLink(folder.resolve("zones/toKey"), folder.resolve("cwd/private/key"));
    IncludePolicy policy = IncludePolicy.inFolders(folder.resolve("cwd"), List.of());
    for (String name :
        List.of(
            "../cwd/private/key",
            "../cwd/private/none",
            folder.resolve("cwd/private/key").toString(),
            folder.resolve("cwd/private/none").toString(),
            "toKey",
            "toNothing",
            "toNothing/none")) {
      write("zones/zone", TTL + "$INCLUDE " + name + "\n");
      assertThat(read("zones/zone", policy).diagnostics().get(0).message())
          .startsWith("'" + name + "' does not lie in " + folder.resolve("zones") + ", which");
    }
    for (String name : List.of("private/key", "private/none")) {
      write("zones/zone", TTL + "$INCLUDE " + name + "\n");
      assertThat(read("zones/zone", policy).diagnostics().get(0).message())
          .isEqualTo("there is no file " + folder.resolve("zones").resolve(name));
    }
    write(
        "zones/zone",
        TTL
            + "$INCLUDE ../cwd/private/../../zones/part\n"
            + "$INCLUDE ../cwd/none/../../zones/part\n");
    ReadZone zone = read("zones/zone", policy);
    assertThat(zone.diagnostics()).isEmpty();
    assertThat(zone.records()).hasSize(2);
  }

  @Test
  void aFileThatIsMissingFromTheFolderOfTheZoneIsSaidToBeMissing() throws IOException {
    write("real/zone", TTL + "$INCLUDE none\n$INCLUDE below/none\n");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    assertThat(read("link/zone").diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "there is no file " + folder.resolve("link/none"),
            "there is no file " + folder.resolve("link/below/none"));
  }

  @Test
  void anIncludedFileMayIncludeFromTheFolderOfTheZoneAndNoOther() throws IOException {
    write("zone", TTL + "$INCLUDE sub/one\n");
    write("sub/one", "$INCLUDE ../two\n$INCLUDE ../../three\n");
    write("two", "x A 192.0.2.1\n");
    ReadZone zone = read("zone");
    assertThat(zone.records()).containsExactly("x.example. 300 IN A 192.0.2.1");
    assertThat(zone.errors()).containsExactly("2:10 include");
  }

  @Test
  void filesOfFoldersThatAreNamedMayBeIncluded() throws IOException {
    write("zones/zone", TTL + "$INCLUDE part\n$INCLUDE " + folder.resolve("named/part") + "\n");
    write("named/part", "x A 192.0.2.1\n");
    IncludePolicy named = IncludePolicy.inFolders(folder, List.of(folder.resolve("named")));
    assertThat(read("zones/zone", named).records())
        .containsExactly("x.example. 300 IN A 192.0.2.1", "x.example. 300 IN A 192.0.2.1");
  }
}
