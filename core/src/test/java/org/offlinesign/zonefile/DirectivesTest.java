package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.PipedText;

class DirectivesTest {
  private static final String TTL = "$TTL 300\n";

  @TempDir Path folder;

  private ReadZone read(String file) throws IOException {
    return read(file, IncludePolicy.inFolderOfZone());
  }

  private ReadZone read(String file, IncludePolicy policy) throws IOException {
    return ReadZone.of(
        ZoneFileSource.of(folder.resolve(file)),
        ZoneFileOptions.builder(DnsName.of("example")).includes(policy));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String errorOf(String file) throws IOException {
    List<Diagnostic> diagnostics = read(file).diagnostics();
    assertThat(diagnostics).hasSize(1);
    return diagnostics.get(0).message();
  }

  @Test
  void rfc1035_5_1_originCompletesRelativeNamesAndMayBeRelative() throws IOException {
    ReadZone zone =
        ReadZone.of(TTL + "$ORIGIN a\nx NS y\n$origin b\nx NS y\n$ORIGIN c.test.\n@ NS y\n");
    assertThat(zone.records())
        .containsExactly(
            "x.a.example. 300 IN NS y.a.example.",
            "x.b.a.example. 300 IN NS y.b.a.example.",
            "c.test. 300 IN NS y.c.test.");
    assertThat(zone.diagnostics()).isEmpty();
  }

  @Test
  void unknownAndMalformedDirectivesAreErrors() throws IOException {
    ReadZone zone =
        ReadZone.of(
            "$FOO x\n$ORIGIN\n$ORIGIN a b\n$TTL\n$TTL \"5\"\n$TTL 5 6\n$INCLUDE\n$ORIGIN a..b\n");
    assertThat(zone.errors())
        .containsExactly(
            "1:1 directive",
            "2:8 syntax",
            "3:11 syntax",
            "4:5 syntax",
            "5:7 ttl",
            "6:8 syntax",
            "7:9 syntax",
            "8:11 name");
  }

  @Test
  void anIndentedDirectiveIsNone() throws IOException {
    assertThat(ReadZone.of(TTL + "x A 192.0.2.1\n $TTL 5\n").errors()).containsExactly("3:2 type");
  }

  @Test
  void bindsDateIsPassedOver() throws IOException {
    assertThat(ReadZone.of("$DATE 20200101000000\n" + TTL + "x A 192.0.2.1\n").diagnostics())
        .isEmpty();
  }

  @Test
  void rfc1035_5_1_includeHasItsOriginAndLeavesThatOfTheIncluder() throws IOException {
    write("zone", TTL + "a A 192.0.2.1\n$INCLUDE part sub\nb A 192.0.2.2\n$INCLUDE \"part\"\n");
    write("part", "x NS @\n$ORIGIN deep\ny NS @\n");
    ReadZone zone = read("zone");
    assertThat(zone.records())
        .containsExactly(
            "a.example. 300 IN A 192.0.2.1",
            "x.sub.example. 300 IN NS sub.example.",
            "y.deep.sub.example. 300 IN NS deep.sub.example.",
            "b.example. 300 IN A 192.0.2.2",
            "x.example. 300 IN NS example.",
            "y.deep.example. 300 IN NS deep.example.");
    assertThat(zone.diagnostics()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPipeIsReadAsAFileIsAndMayIncludeFromFoldersThatAreNamed() throws IOException {
    write("part", "x A 192.0.2.2\n");
    String text = TTL + "a A 192.0.2.1\n$INCLUDE part\n";
    try (PipedText pipe = PipedText.of(text)) {
      ReadZone zone =
          ReadZone.of(
              ZoneFileSource.of(pipe.path()),
              ZoneFileOptions.builder(DnsName.of("example"))
                  .includes(IncludePolicy.inFolders(folder, List.of(folder))));
      assertThat(zone.diagnostics()).isEmpty();
      assertThat(zone.records())
          .containsExactly("a.example. 300 IN A 192.0.2.1", "x.example. 300 IN A 192.0.2.2");
    }
    try (PipedText pipe = PipedText.of(text)) {
      ReadZone zone =
          ReadZone.of(
              ZoneFileSource.of(pipe.path()),
              ZoneFileOptions.builder(DnsName.of("example"))
                  .includes(IncludePolicy.inFolders(folder, List.of())));
      assertThat(zone.diagnostics().get(0).message())
          .startsWith("a zone that is read from stdin or a pipe has no folder to include 'part'");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void pipesAndDevicesAreNotIncluded() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    write("zone", TTL + "$INCLUDE pipe\n");
    assertThat(errorOf("zone")).isEqualTo("expected a file but found a device or a pipe: " + pipe);
    write("zone", TTL + "$INCLUDE /dev/zero\n");
    Diagnostic error =
        read("zone", IncludePolicy.inFolders(folder, List.of(Path.of("/dev"))))
            .diagnostics()
            .get(0);
    assertThat(error.message())
        .isEqualTo("expected a file but found a device or a pipe: /dev/zero");
  }

  @Test
  void theOwnerGoesIntoAnIncludedFileAndIsRestoredAfterIt() throws IOException {
    write("zone", TTL + "a A 192.0.2.1\n$INCLUDE part\n A 192.0.2.4\n");
    write("part", " A 192.0.2.2\nx A 192.0.2.3\n");
    assertThat(read("zone").records())
        .containsExactly(
            "a.example. 300 IN A 192.0.2.1",
            "a.example. 300 IN A 192.0.2.2",
            "x.example. 300 IN A 192.0.2.3",
            "a.example. 300 IN A 192.0.2.4");
  }

  @Test
  void dollarTtlOfAnIncludedFileStays() throws IOException {
    write("zone", TTL + "$INCLUDE part\na A 192.0.2.1\n");
    write("part", "$TTL 5\n");
    assertThat(read("zone").records()).containsExactly("a.example. 5 IN A 192.0.2.1");
  }

  @Test
  void aRelativeNameIsRelativeToTheIncludingFile() throws IOException {
    write("zone", TTL + "$INCLUDE sub/one\n");
    write("sub/one", "$INCLUDE two\n");
    write("sub/two", "x A 192.0.2.1\n");
    assertThat(read("zone").records()).containsExactly("x.example. 300 IN A 192.0.2.1");
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
  void errorsInAnIncludedFileHaveItsName() throws IOException {
    write("zone", TTL + "$INCLUDE part\n");
    write("part", "\nx A 1\n");
    Diagnostic error = read("zone").diagnostics().get(0);
    assertThat(error.file()).isEqualTo(folder.resolve("part").toString());
    assertThat(error.line()).isEqualTo(2);
  }

  @Test
  void recordsSayInWhichFileAndLineTheyBegin() throws IOException, ZoneFileException {
    write("zone", TTL + "$INCLUDE part\na A 192.0.2.1\n\n  A 192.0.2.2\n");
    write("part", "; comment\nx TXT (\n a )\n");
    StringBuilder places = new StringBuilder();
    ZoneFileSummary summary =
        new ZoneFileReader(ZoneFileOptions.builder(DnsName.of("example")).build())
            .read(
                ZoneFileSource.of(folder.resolve("zone")),
                r -> places.append(r.file() + ":" + r.line() + ":" + r.column() + " "));
    assertThat(places.toString()).isEqualTo("1:2:1 0:3:1 0:5:3 ");
    assertThat(summary.files())
        .containsExactly(folder.resolve("zone").toString(), folder.resolve("part").toString());
    assertThat(summary.records()).isEqualTo(3);
  }

  @Test
  void aFileThatIncludesItselfIsRefusedByAnyName() throws IOException {
    write("zone", "$INCLUDE sub/../zone\n");
    write("sub/x", "");
    assertThat(errorOf("zone")).endsWith("includes itself");
    write("a", "$INCLUDE b\n");
    write("b", "$INCLUDE a\n");
    assertThat(errorOf("a")).endsWith("includes itself");
  }

  @Test
  void filesWithinEachOtherHaveALimit() throws IOException {
    for (int i = 0; i < 40; i++) {
      write("f" + i, "$INCLUDE f" + (i + 1) + "\n");
    }
    assertThat(errorOf("f0")).isEqualTo("expected at most 32 files within each other");
  }

  @Test
  void aFileThatCannotBeIncludedIsAnErrorAtItsName() throws IOException {
    write("zone", TTL + "$INCLUDE none\n$INCLUDE \"\"\n$INCLUDE .\nx A 192.0.2.1\n");
    ReadZone zone = read("zone");
    assertThat(zone.errors()).containsExactly("2:10 include", "3:11 include", "4:10 include");
    assertThat(zone.diagnostics().get(0).message())
        .isEqualTo("there is no file " + folder.resolve("none"));
    assertThat(zone.records()).containsExactly("x.example. 300 IN A 192.0.2.1");
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
  @EnabledOnOs(OS.LINUX)
  void aFileThatIsReadByTheNameOfItsDescriptorHasNoFolder() throws IOException {
    write("zone", TTL + "a A 192.0.2.1\n$INCLUDE " + folder.resolve("part") + "\n");
    write("part", "x A 192.0.2.2\n");
    Process holder =
        new ProcessBuilder("sleep", "600").redirectInput(folder.resolve("zone").toFile()).start();
    try {
      Path name = Path.of("/proc", Long.toString(holder.pid()), "fd", "0");
      ReadZone zone =
          ReadZone.of(ZoneFileSource.of(name), ZoneFileOptions.builder(DnsName.of("example")));
      assertThat(zone.diagnostics().get(0).message())
          .startsWith("a zone that is read from stdin or a pipe has no folder to include");
    } finally {
      holder.destroy();
    }
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
  void whatIsIncludedAgainAndAgainHasALimit() throws IOException {
    write("zone", TTL + "$INCLUDE small\n".repeat(3));
    write("small", "x A 192.0.2.1\n" + "; comment\n".repeat(10));
    assertThat(read("zone").diagnostics()).isEmpty();
    write(
        "big",
        TTL + "x A 192.0.2.1\n".repeat(1000) + ("; " + "c".repeat(1021) + "\n").repeat(9990));
    write("zone", "$INCLUDE big\n".repeat(120));
    Diagnostic fault = read("zone").diagnostics().get(0);
    assertThat(fault.message())
        .isEqualTo("expected at most 1024 MiB of files that are included again");
  }

  @Test
  void theNameOfAFileHasALimit() throws IOException {
    write("zone", "$INCLUDE " + "a/".repeat(3000) + "\n");
    assertThat(errorOf("zone")).startsWith("expected the name of a file of at most 4096 octets");
  }

  @Test
  void filesOfFoldersThatAreNamedMayBeIncluded() throws IOException {
    write("zones/zone", TTL + "$INCLUDE part\n$INCLUDE " + folder.resolve("named/part") + "\n");
    write("named/part", "x A 192.0.2.1\n");
    IncludePolicy named = IncludePolicy.inFolders(folder, List.of(folder.resolve("named")));
    assertThat(read("zones/zone", named).records())
        .containsExactly("x.example. 300 IN A 192.0.2.1", "x.example. 300 IN A 192.0.2.1");
  }

  @Test
  void aSourceThatCannotBeReadIsAnIoExceptionWithItsName() {
    assertThatThrownBy(() -> read("none"))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no file " + folder.resolve("none"));
    assertThatThrownBy(() -> read("."))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("found a directory");
  }

  @Test
  void filesAreIncludedAsOftenAsARecordCanSayWhichItIsFrom() throws IOException {
    write("empty", "");
    write("db", "$INCLUDE empty\n".repeat(Directives.MAX_FILES));
    List<Diagnostic> diagnostics = read("db").diagnostics();
    assertThat(diagnostics).hasSize(1);
    assertThat(diagnostics.get(0).line()).isEqualTo(Directives.MAX_FILES);
    assertThat(diagnostics.get(0).message()).isEqualTo("expected at most 65536 files in one zone");
  }
}
