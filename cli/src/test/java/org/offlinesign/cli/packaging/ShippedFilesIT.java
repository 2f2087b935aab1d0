package org.offlinesign.cli.packaging;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** What the packaged tree holds, and that none of it uses the network. */
class ShippedFilesIT {
  private static final Path TREE = Path.of(System.getProperty("offlinesign.dist"));
  private static final Path BILL = TREE.resolve("share/doc/offlinesign/offlinesign.cdx.json");

  @TempDir Path folder;

  @Test
  void theVersionNamesTheCommitThatWasBuilt() throws Exception {
    Program program = new Program(TREE.resolve("bin/offlinesign"));
    assertThat(program.run(folder, "--version").orFail().stdout())
        .containsPattern("\n  build +[0-9a-f]{12}(?:-changed)? of 20\\d\\d-\\d\\d-\\d\\dT\\S+Z\n");
  }

  /** With line feeds alone, cmd does not find every label. */
  @Test
  void theLaunchersForWindowsAreAPairWithTheLineEndsAndLabelsThatTheyNeed() throws IOException {
    String launcher = Files.readString(TREE.resolve("bin/offlinesign.cmd"), US_ASCII);
    assertThat(TREE.resolve("bin/dnscmd.cmd")).hasContent(launcher);
    assertThat(launcher).startsWith("@echo off\r\n").doesNotContainPattern("(?<!\r)\n");
    Matcher jump = Pattern.compile("(?:goto |call :)(\\w+)").matcher(launcher);
    Set<String> labels = new TreeSet<>();
    while (jump.find()) {
      labels.add(jump.group(1));
    }
    assertThat(labels).contains("run", "dump", "heap_of");
    assertThat(labels).allSatisfy(label -> assertThat(launcher).contains("\r\n:" + label + "\r\n"));
  }

  @Test
  void theBillOfMaterialsNamesTheLibrariesThatAreThereAndNoOthers() throws IOException {
    assertThat(billed()).containsExactlyInAnyOrderElementsOf(shipped());
  }

  @Test
  void theBillOfMaterialsGivesEachLibraryALicenceAndADigest() throws IOException {
    assertThat(components())
        .isNotEmpty()
        .allSatisfy(
            component -> {
              assertThat((List<?>) component.get("licenses")).isNotEmpty();
              assertThat((List<?>) component.get("hashes"))
                  .anyMatch(hash -> ((Map<?, ?>) hash).get("alg").equals("SHA-256"));
            });
  }

  private List<String> shipped() throws IOException {
    try (Stream<Path> libraries = Files.list(TREE.resolve("lib"));
        Stream<Path> providers = Files.list(TREE.resolve("lib/native"))) {
      return Stream.concat(libraries, providers)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar") && !name.startsWith("offlinesign"))
          .toList();
    }
  }

  /** Returns the names that the tree gives to the libraries of the bill. */
  private List<String> billed() throws IOException {
    return components().stream().map(ShippedFilesIT::fileName).toList();
  }

  private static String fileName(Map<String, Object> component) {
    String name = (String) component.get("name");
    String purl = (String) component.get("purl");
    String classifier = purl.replaceAll(".*[?&]classifier=([^&]*).*", "$1");
    return classifier.equals(purl)
        ? name + "-" + component.get("version") + ".jar"
        : name + "-" + classifier + ".jar";
  }

  @SuppressWarnings("unchecked") // The format of the bill is CycloneDX.
  private List<Map<String, Object>> components() throws IOException {
    Map<String, Object> bill = JSON.std.mapFrom(BILL.toFile());
    assertThat(bill).containsEntry("bomFormat", "CycloneDX");
    return (List<Map<String, Object>>) bill.get("components");
  }

  @Test
  void noCommandTalksToTheNetwork() throws Exception {
    Program tracer = Peers.require("strace");
    Path trace = folder.resolve("trace");
    Files.writeString(
        folder.resolve("zone"),
        """
        $TTL 3600
        @  SOA ns.example.com. root.example.com. 1 7200 3600 1209600 900
        @  NS  ns.example.net.
        """);
    for (String line :
        List.of(
            "genkey --zone example.com --alg ecdsap256sha256 --flags KSK --friendlyname k",
            "genkey --zone example.com --alg ecdsap256sha256 --friendlyname z",
            "signzone --input zone --output signed --zone example.com --signkey k --signkey z",
            "verifyzone --zone example.com signed",
            "checkzone --zone example.com zone",
            "version -v")) {
      tracer
          .with(
              Map.of(
                  "OFFLINESIGN_KEYSTORE",
                  folder.resolve("keys.p12").toString(),
                  "OFFLINESIGN_PASSWORD",
                  "secret"))
          .run(folder, traced(trace, line))
          .orFail();
      assertThat(Files.readAllLines(trace))
          .as(line)
          .isNotEmpty()
          .noneMatch(ShippedFilesIT::reachesOut);
    }
  }

  /** Java makes sockets only to see which kinds there are; nothing leaves through them. */
  private static boolean reachesOut(String call) {
    return call.contains("AF_INET") && !call.contains(" socket(");
  }

  private static String[] traced(Path trace, String line) {
    return Stream.concat(
            Stream.of(
                "--follow-forks",
                "--seccomp-bpf",
                "--trace=%network,execve",
                "--output=" + trace,
                TREE.resolve("bin/offlinesign").toString()),
            Stream.of(line.split(" ")))
        .toArray(String[]::new);
  }
}
