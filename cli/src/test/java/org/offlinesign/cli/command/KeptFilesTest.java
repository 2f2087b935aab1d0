package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** No output takes the place of a file that the same command reads or keeps, whatever they are. */
class KeptFilesTest {
  private static final String NEW = "NEW";
  private static final String STORE = " --keystore keys.p12 --password-file pw";
  private static final List<String> STORE_FILES =
      List.of(
          "keys.p12",
          "keys.p12.bak",
          "keys.p12.trash",
          "keys.p12.lock",
          "keys.p12.rollover.log",
          "pw");

  @TempDir private static Path prepared;
  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeAll
  static void signAZoneAndRollAKey() throws IOException {
    RolloverOwner owner = new RolloverOwner(prepared);
    Files.writeString(owner.file("pw"), "secret\n");
    Files.writeString(owner.file("part"), "included A 192.0.2.9\n");
    Files.writeString(owner.file("db"), Files.readString(owner.file("db")) + "$INCLUDE part\n");
    Files.writeString(
        owner.file("ds"), owner.user().succeed(words("dsset --zone example --format dsset")).out());
    owner.user().succeed(words("exportkey KSK"));
    try (Stream<Path> files = Files.list(prepared)) {
      Path key = files.filter(file -> file.toString().endsWith(".key")).findFirst().orElseThrow();
      Files.move(key, owner.file("ksk.key"));
    }
    owner.genkey("ZSK", "Unused");
    owner.user().succeed(words("deletekey Unused"));
    assertThat(owner.next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.DONE);
    for (String file : STORE_FILES) {
      assertThat(owner.file(file)).isRegularFile();
    }
  }

  @BeforeEach
  void sitDownWithACopy() throws IOException {
    FileUtils.copyDirectory(prepared.toFile(), folder.toFile());
    user = new CommandLineUser(folder);
  }

  /** Lines with the place of an output in them, and the files that they read. */
  static Stream<Arguments> lines() {
    String sign = "signzone --zone example --input db --smart --output NEW --parent-ds ds";
    String next = "rollover next --zone example --input db --previous db.signed --force test";
    String plan =
        "rollover plan ksk-double-signature --zone example --parent-ds ds --output db.signed";
    return Stream.of(
        line(sign, "db", "ds", "part"),
        line("unsignzone --zone example --input db.signed --output NEW", "db.signed"),
        line("addkey --zone example --input db --output NEW --from ksk.key", "db", "ksk.key"),
        line(next + " --output NEW", "db", "part"),
        line(next + " --output db.new --ics NEW", "db", "part", "db.new"),
        line(plan + " --svg NEW", "ds", "db.signed"),
        line(plan + " --ics NEW", "ds", "db.signed"),
        line(plan + " --svg both --ics NEW", "ds", "db.signed", "both"),
        line("rollover status --ics NEW"),
        line("report --zone example --parent-ds ds --html NEW db.signed", "ds", "db.signed"),
        line("dsset --zone example --format dsset --output NEW"),
        line("dsset --zone example --proof db.signed --output NEW", "db.signed"),
        line("trustanchor --zone example --format bind --output NEW"),
        line("trustanchor --zone example --format bind --from ksk.key --output NEW", "ksk.key"));
  }

  private static Arguments line(String words, String... read) {
    return Arguments.of(words, List.of(read));
  }

  private static String[] words(String line) {
    return line.split(" ", -1);
  }

  private Result run(String line, String output) {
    boolean keyless = line.startsWith("unsignzone") || line.contains("--from");
    return user.run(words(line.replace(NEW, output) + (keyless ? "" : STORE)));
  }

  private Map<String, byte[]> contents() throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  @ParameterizedTest
  @MethodSource("lines")
  void anOutputTakesAPlaceOfItsOwn(String line, List<String> read) throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("pw"));
    List<String> places = new ArrayList<>(read);
    if (line.startsWith("unsignzone") || line.contains("--from")) {
      user.with("OFFLINESIGN_PASSWORD_FILE", "pw").with("OFFLINESIGN_KEYSTORE", "keys.p12");
    }
    places.addAll(STORE_FILES);
    places.add("link");
    Map<String, byte[]> before = contents();
    for (String place : places) {
      Result result = run(line, place);
      assertThat(result.exitCode())
          .as(place + ": " + result)
          .isIn(ExitCode.USAGE, ExitCode.ENVIRONMENT);
      assertThat(result.err()).as(place).containsAnyOf("would replace", "is not replaced");
      assertThat(contents()).as(place).containsExactlyEntriesOf(before);
    }
    Result result = run(line, "fresh");
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("fresh")).isNotEmptyFile();
  }

  @Test
  void whatAnEarlierSigningHasWrittenIsReplacedByTheNext() {
    String line =
        "signzone --zone example --input db --smart --output db.signed --previous db.signed";
    assertThat(user.run(words(line + STORE)).exitCode()).isEqualTo(ExitCode.DONE);
    String parent = " --parent-ds dsset-example";
    assertThat(user.run(words(line + parent + STORE)).exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aFileOfTheParentTakesThePlaceOfNone() throws IOException {
    Files.copy(
        folder.resolve("pw"), folder.resolve("dsset-example"), StandardCopyOption.REPLACE_EXISTING);
    String store = " --keystore keys.p12 --password-file dsset-example";
    for (String line :
        List.of(
            "signzone --zone example --input db --smart --output fresh",
            "dsset --zone example --keysetdir .",
            "dsset --zone example --bundle .")) {
      Result result = user.run(words(line + store));
      assertThat(result.exitCode()).as(line).isIn(ExitCode.USAGE, ExitCode.ENVIRONMENT);
      assertThat(folder.resolve("dsset-example")).hasContent("secret\n");
      assertThat(folder.resolve("fresh")).doesNotExist();
    }
  }

  @Test
  void filesOfTheParentAndItsChildrenAreNoPlacesForZones() throws IOException {
    Files.writeString(folder.resolve("dsset-child.example"), "");
    for (String option : List.of("--output dsset-child.example", "--output dsset-example")) {
      Result result = run("unsignzone --zone example --input db.signed " + option, NEW);
      assertThat(result.exitCode()).as(option).isEqualTo(ExitCode.USAGE);
      assertThat(result.err()).contains("--output would replace a keyset- or dsset- file");
    }
    String[] own = words("dsset --zone example --format dsset --output dsset-example" + STORE);
    assertThat(user.run(own).exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatLiesBesideAStoreBehindALinkIsKeptToo() throws IOException {
    Files.createDirectory(folder.resolve("other"));
    Path link = Files.createSymbolicLink(folder.resolve("other/link.p12"), Path.of("../keys.p12"));
    String line =
        "signzone --zone example --input db --smart --password-file pw --keystore " + link;
    for (String companion : STORE_FILES) {
      Result result = user.run(words(line + " --output " + companion));
      assertThat(result.err()).contains("--output would replace");
    }
  }

  @Test
  void theUsualStoreIsKeptByCommandsThatUseNone() throws IOException {
    user.with("OFFLINESIGN_HOME", folder.toString());
    Files.writeString(folder.resolve("MS-DNSSEC.p12.lock"), "");
    String line = "unsignzone --zone example --input db.signed --output MS-DNSSEC.p12.lock";
    assertThat(user.run(words(line)).err()).contains("a file of the key store MS-DNSSEC.p12");
  }

  @Test
  void stdoutByItsNameIsNotReplaced() {
    for (String name : List.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")) {
      String line = "unsignzone --zone example --input db.signed --output " + name;
      assertThat(user.succeed(words(line)).out()).contains("192.0.2");
    }
  }

  @Test
  void whatIsForTheParentDoesNotShowWhatTheParentHas() {
    Result result =
        user.run(
            words(
                "rollover next --zone example --input db --output db.signed --parent-ds"
                    + " dsset-example"
                    + STORE));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("is the file for the parent, not what the parent has");
  }

  @Test
  void theLinesOfABatchWriteWhereOthersHaveRead() throws IOException {
    Files.writeString(
        folder.resolve("lines"),
        """
        unsignzone --zone example --input db.signed --output one
        unsignzone --zone example --input one --output two
        unsignzone --zone example --input two --output one
        """);
    assertThat(user.run("batch", "lines").exitCode()).isEqualTo(ExitCode.DONE);
    Files.writeString(
        folder.resolve("lines"), "unsignzone --zone example --input two --output lines\n");
    Result result = user.run("batch", "lines");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(folder.resolve("lines")).content().startsWith("unsignzone");
  }
}
