package org.offlinesign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.cli.console.ExitCode;
import picocli.CommandLine;

/**
 * Each command that has {@code --json} has a schema, and prints what that says. That is looked at
 * for each document that any test has a {@link CommandLineUser} print; those here are one of each
 * kind, of failures too.
 */
class JsonSchemasTest {
  private static final String COMMON = "common" + JsonSchemas.END;

  private static final String ZONE =
      """
      $TTL 3600
      @ SOA ns1 hostmaster 41 7200 900 1209600 300
      @ NS ns1
      ns1 A 192.0.2.1
      sub NS ns.sub
      ns.sub A 192.0.2.3
      """;

  @TempDir Path folder;
  private final Set<String> printed = new TreeSet<>();
  private CommandLineUser user;

  static List<Path> schemas() throws IOException {
    try (Stream<Path> files = Files.list(JsonSchemas.FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static Set<String> commandsWithJson() {
    return Arrays.stream(CommandName.values())
        .filter(
            name ->
                new CommandLine(name.newCommand()).getCommandSpec().findOption("--json") != null)
        .map(name -> JsonSchemas.nameOf(List.of(name.toString().split(" "))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyCommandWithJsonHasASchemaAndThePageNamesIt() throws IOException {
    List<String> expected =
        Stream.concat(
                commandsWithJson().stream().map(name -> name + JsonSchemas.END), Stream.of(COMMON))
            .toList();
    assertThat(schemas().stream().map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Files.readString(Path.of("docs", "commands.md")))
        .contains(expected.stream().map(name -> "(schema/" + name + ")").toList());
  }

  @Test
  void everyCommandHasJsonButThoseThatWriteAPageOrAScript() {
    assertThat(commandsWithJson())
        .hasSize(CommandName.values().length - 2)
        .doesNotContain("report", "completion");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void aSchemaIsOneAndHasANameAndAVersion(Path file) throws IOException {
    assertThat(JsonSchemas.faultsOfSchema(file)).isEmpty();
    Map<String, Object> schema = JSON.std.mapFrom(file.toFile());
    assertThat(schema).containsEntry("version", "1.0");
    assertThat((String) schema.get("$id")).endsWith("/schema/1.0/" + file.getFileName());
    requireStrictness(schema);
  }

  /** No object has fields that are not told of. */
  private static void requireStrictness(Object part) {
    if (part instanceof List<?> items) {
      items.forEach(JsonSchemasTest::requireStrictness);
    } else if (part instanceof Map<?, ?> object) {
      if ("object".equals(object.get("type"))) {
        assertThat(object.containsKey("additionalProperties")).as(object.toString()).isTrue();
      }
      object.values().forEach(JsonSchemasTest::requireStrictness);
    }
  }

  @Test
  void aFieldThatIsNotDocumentedOrIsMissingFails() {
    assertThat(JsonSchemas.faults("explain", "{\"commands\": [], \"notes\": []}")).isEmpty();
    assertThat(JsonSchemas.faults("explain", "{\"commands\": [], \"notes\": [], \"new\": 1}"))
        .contains("new");
    assertThat(JsonSchemas.faults("explain", "{\"commands\": []}")).contains("notes");
    assertThat(JsonSchemas.faults("rollover-status", "{\"rollovers\": [{\"zone\": \"x.\"}]}"))
        .contains("method");
  }

  @Test
  void everyCommandPrintsWhatItsSchemaSays() throws IOException {
    sitDown();
    keysAreShown();
    aZoneIsSignedAndLookedAt();
    aZoneIsAtFault();
    thingsAreHandedOver();
    keysAreReplaced();
    otherCommandsAreRun();
    assertThat(printed).isEqualTo(commandsWithJson());
  }

  private void sitDown() throws IOException {
    user =
        new CommandLineUser(folder)
            .with("OFFLINESIGN_PASSWORD", "secret")
            .with("OFFLINESIGN_AUDIT", "audit.log");
    Files.writeString(folder.resolve("db"), ZONE);
  }

  private void keysAreShown() throws IOException {
    json(ExitCode.DONE, "genkey --zone example --alg 13 --flags KSK --friendlyname KSK");
    json(ExitCode.DONE, "genkey --zone example --alg 13 --friendlyname ZSK");
    json(ExitCode.DONE, "genkey --zone other --alg 13 --friendlyname Old");
    json(ExitCode.DONE, "settime Old --force --activate undecided");
    json(ExitCode.DONE, "settime Old --force --inactive +10d --delete +20d");
    json(ExitCode.DONE, "exportkey Old --format bind --output keys");
    json(ExitCode.DONE, "deletekey Old --force");
    json(ExitCode.DONE, "listkeys");
    json(ExitCode.DONE, "listkeys --trash");
    json(ExitCode.DONE, "importkey --from-trash Old");
    user.succeed("deletekey", "Old", "--force");
    Files.writeString(folder.resolve("keys/broken.private"), "Private-key-format: v1.3\n");
    json(ExitCode.KEYS, "importkey keys");
  }

  private void aZoneIsSignedAndLookedAt() {
    json(ExitCode.DONE, "signzone --zone example --input db --output db.signed --smart");
    json(
        ExitCode.DONE,
        "signzone --zone example --input db.signed --output db.nsec3 --nsec3 --opt-out --signkey KSK"
            + " --signkey ZSK");
    json(ExitCode.DONE, "addkey --zone example --input db --output db.more --addkey ZSK");
    json(ExitCode.DONE, "unsignzone --zone example --input db.signed --output db.plain");
    json(ExitCode.DONE, "checkzone --zone example db");
    json(ExitCode.DONE, "verifyzone --zone example db.signed");
    json(ExitCode.DONE, "comparezones --zone example db db.signed");
  }

  private void aZoneIsAtFault() throws IOException {
    String signed = Files.readString(folder.resolve("db.signed"));
    Files.writeString(folder.resolve("db.bad"), signed.replace("192.0.2.1", "192.0.2.9"));
    Files.writeString(folder.resolve("db.broken"), ZONE + "www A nowhere\n@ MX 10 mail\n");
    json(ExitCode.ZONE, "checkzone --zone example db.broken");
    json(ExitCode.ZONE, "verifyzone --zone example db.bad");
    json(ExitCode.ZONE, "verifyzone --zone example db.broken");
    json(ExitCode.ZONE, "comparezones --zone example db db.bad");
  }

  private void thingsAreHandedOver() throws IOException {
    json(ExitCode.DONE, "dsset --zone example");
    json(ExitCode.DONE, "dsset --zone example --from dsset-example");
    json(ExitCode.DONE, "trustanchor --zone example");
    json(ExitCode.DONE, "dsset --check dsset-example --child-zone db.signed");
    Files.writeString(folder.resolve("ds"), "example. IN DS 1 200 9 ABCD\n");
    json(ExitCode.ZONE, "dsset --check ds --child-zone db.signed");
  }

  private void keysAreReplaced() {
    String files = " --zone example --input db --output db.signed";
    json(ExitCode.DONE, "rollover plan --zone example --output db.signed");
    json(ExitCode.DONE, "rollover plan zsk-prepublish --zone example --output db.signed");
    json(ExitCode.DONE, "rollover next zsk-prepublish" + files);
    json(ExitCode.DONE, "rollover status");
    json(ExitCode.DONE, "rollover next --now +8d" + files);
    json(ExitCode.DONE, "rollover next --now +16d" + files);
    json(ExitCode.DONE, "rollover next ksk-double-signature --now +17d" + files);
    json(ExitCode.DONE, "rollover next --now +25d" + files);
    json(ExitCode.DONE, "rollover status --now +25d");
    json(ExitCode.DONE, "listkeys --now +25d");
    json(ExitCode.DONE, "rollover abandon --zone example --force wrong");
  }

  private void otherCommandsAreRun() throws IOException {
    json(ExitCode.DONE, "explain dnssec-signzone -S -o example db");
    json(ExitCode.DONE, "explain dnscmd /OfflineSign /DeleteKey /Cert /FriendlyName KSK");
    json(ExitCode.ENVIRONMENT, "doctor --tmpdir none");
    json(ExitCode.DONE, "version");
    Files.writeString(
        folder.resolve("lines"), "checkzone --zone example db\ncheckzone --zone example none\n");
    json(ExitCode.ENVIRONMENT, "batch lines");
    json(ExitCode.ENVIRONMENT, "batch lines --stop-on-error --jobs 1");
    json(ExitCode.DONE, "verifyaudit audit.log");
    Path log = folder.resolve("audit.log");
    Files.writeString(log, Files.readString(log).replaceFirst("KSK", "ZSK"));
    json(ExitCode.ZONE, "verifyaudit audit.log --expect " + "0a".repeat(32));
  }

  private void json(ExitCode expected, String line) {
    List<String> words = List.of(line.split(" "));
    boolean isQuoted = words.get(0).equals("explain");
    List<String> typed =
        isQuoted
            ? List.of("explain", "--json", line.substring("explain ".length()))
            : Stream.concat(words.stream(), Stream.of("--json")).toList();
    CommandLineUser.Result result = user.run(typed.toArray(String[]::new));
    assertThat(result.exitCode()).as(line + result).isEqualTo(expected);
    assertThat(result.out()).as(line).matches("(?s)[{\\[].*[}\\]]\n");
    printed.add(JsonSchemas.nameOf(words));
  }
}
