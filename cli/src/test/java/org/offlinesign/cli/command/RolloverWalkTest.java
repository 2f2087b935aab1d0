package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/**
 * Each method is walked to its end, and each version of the zone is looked at by two judges. No mix
 * of what the files said at any time may fail to validate.
 */
class RolloverWalkTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int MOST_RUNS = 20;

  @TempDir Path folder;
  private PublishedVersions published;
  private CommandLineUser user;
  private Instant now = CommandLineUser.NOW;

  @BeforeEach
  void ownAZone() throws Exception {
    Files.writeString(folder.resolve("db"), ZoneOwner.ZONE);
    published = new PublishedVersions(DnsName.of("example."), folder);
    user =
        new CommandLineUser(folder)
            .with("OFFLINESIGN_PASSWORD", "secret")
            .with("OFFLINESIGN_KEYSTORE", "keys.p12");
  }

  private void haveKeys(String... roles) {
    for (String role : roles) {
      user.succeed("genkey", "--zone", "example", "--alg", "13", "--flags", role);
    }
    user.succeed(line("signzone", "--smart"));
  }

  @ParameterizedTest
  @CsvSource({
    "zsk-prepublish, '', 3",
    "zsk-double-signature, '', 2",
    "ksk-double-signature, '', 3",
    "ksk-prepublish, '', 3",
    "algorithm, --alg=15, 5",
    "revoke-rfc5011, '', 4",
  })
  void everyVersionOnTheWayIsValid(String method, String option, int steps) throws Exception {
    haveKeys("KSK", "ZSK");
    walk(method, option, steps);
    assertThat(user.succeed("rollover", "status").out()).contains("no rollover is under way");
    assertThat(user.run(next()).err()).contains("no rollover of example. is under way");
  }

  @ParameterizedTest
  @CsvSource({
    "ksk-double-signature, '', 3",
    "algorithm, --alg=ed25519, 5",
    "revoke-rfc5011, '', 4",
  })
  void aKeyThatSignsEverythingIsReplacedToo(String method, String option, int steps)
      throws Exception {
    haveKeys("KSK");
    walk(method, option, steps);
  }

  @Test
  void aKeyIsInTheZoneThatPublishesItHoweverLongTheRunTakes() throws Exception {
    haveKeys("KSK", "ZSK");
    user.hurried().succeed(next("zsk-prepublish"));
    assertThat(Files.readString(folder.resolve("db.signed")).lines())
        .filteredOn(line -> line.contains("\tDNSKEY\t"))
        .hasSize(3);
  }

  @Test
  void aStepForcedTooEarlyLeavesAMixThatDoesNotValidate() throws Exception {
    haveKeys("KSK", "ZSK");
    publishBefore();
    user.succeed(next("zsk-prepublish"));
    published.zone(now, folder.resolve("db.signed"));
    setClock(now.plus(Duration.ofMinutes(1)));
    user.succeed(next("--force", "a test"));
    published.zone(now, folder.resolve("db.signed"));
    assertThat(published.breakages()).isNotEmpty();
  }

  @Test
  void aZoneGoesSecureWithoutAnyKeyAndInsecureAgain() throws Exception {
    walk("go-secure", "--alg=13", 2);
    assertThat(folder.resolve("dsset-example")).exists();
    Files.writeString(folder.resolve("db"), ZoneOwner.ZONE.replace(" 41 ", " 99 "));
    assertThat(user.succeed(next("go-insecure")).out())
        .startsWith("Not done yet: ")
        .contains("have the parent remove all DS records of example.");
    assertThat(folder.resolve("dsset-example")).doesNotExist();
    Files.writeString(folder.resolve("parent"), "@ SOA a b 1 1 1 1 60\nexample. NS ns1.example.\n");
    assertThat(user.succeed(next("--parent-ds", "parent")).out()).startsWith("Done: step 1 of 2");
    assertThat(user.run(next()).err()).contains("step 2 of 2 of go-insecure", "is not due before");
    setClock(now.plus(Duration.ofHours(1)).plus(Duration.ofDays(1)));
    assertThat(user.succeed(next()).out()).contains("nothing: all is done");
    assertThat(Files.readString(folder.resolve("db.signed")))
        .contains(" 99 ")
        .doesNotContain("RRSIG", "DNSKEY", "NSEC");
    assertThat(user.succeed("listkeys").out()).doesNotContain(" active ");
  }

  /** Does all steps, each as soon as it is due and not before. */
  private void walk(String method, String option, int steps) throws Exception {
    String[] first = option.isEmpty() ? new String[] {method} : new String[] {method, option};
    publishBefore();
    Result result = user.run(next(first));
    int done = 0;
    for (int run = 0; run < MOST_RUNS && done < steps; run++) {
      assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
      if (result.out().startsWith("Done: ")) {
        done++;
        assertThat(result.out()).startsWith("Done: step " + done + " of " + steps);
        judge();
        published.zone(now, folder.resolve("db.signed"));
      }
      if (done < steps) {
        Optional<String> parent = goOn();
        result = user.run(parent.isPresent() ? next("--parent-ds", parent.get()) : next());
      }
    }
    assertThat(done).isEqualTo(steps);
    assertThat(result.out()).contains("nothing: all is done");
    assertThat(published.breakages()).isEmpty();
  }

  /** The rollover begins with a zone, and a parent, that all caches may hold. */
  private void publishBefore() throws Exception {
    Instant before = now.minus(Duration.ofDays(30));
    if (Files.exists(folder.resolve("db.signed"))) {
      published.zone(before, folder.resolve("db.signed"));
      published.parent(before, folder.resolve("dsset-example"));
    } else {
      published.zone(before, folder.resolve("db"));
    }
  }

  /** Moves the clock to the next step; returns what shows the parent's DS records, if asked. */
  private Optional<String> goOn() throws Exception {
    String status = user.succeed("rollover", "status", "--json").out();
    assertThat(status).contains("\"breaks\" : [ ]");
    Instant due = Instant.parse(field("notBefore", afterNext(status)));
    if (due.isAfter(now)) {
      setClock(due.minusSeconds(1));
      assertThat(user.run(next()).exitCode()).isEqualTo(ExitCode.ZONE);
      setClock(due);
    }
    if (!field("actor", afterNext(status)).equals("parent")) {
      return Optional.empty();
    }
    Result asked = user.succeed(next());
    assertThat(asked.out()).startsWith("Not done yet: ").contains("have the parent");
    published.parent(now, folder.resolve("dsset-example"));
    setClock(now.plus(Duration.ofHours(1)));
    Path parent = folder.resolve("parent.ds");
    Files.copy(folder.resolve("dsset-example"), parent, StandardCopyOption.REPLACE_EXISTING);
    return Optional.of("parent.ds");
  }

  private void setClock(Instant time) {
    now = time;
    user.at(time, UTC);
  }

  private static String afterNext(String status) {
    int next = status.indexOf("\"state\" : \"next\"");
    return status.substring(status.lastIndexOf("\"actor\"", next));
  }

  private static String field(String name, String json) {
    int start = json.indexOf("\"" + name + "\" : \"") + name.length() + 6;
    return json.substring(start, json.indexOf('"', start));
  }

  private void judge() throws Exception {
    Result verified =
        user.run("verifyzone", "--zone", "example", "db.signed", "--at", now.toString());
    assertThat(verified.exitCode()).as(verified.out() + verified.err()).isEqualTo(ExitCode.DONE);
    Optional<Program> peer = Peers.find("dnssec-verify");
    if (peer.isPresent()) {
      peer.get().run(folder, "-o", "example.", "-z", "db.signed").orFail();
    }
  }

  private static String[] next(String... more) {
    return line("rollover next", more);
  }

  /** Signatures are valid for long, because a judge has the machine's own clock. */
  private static String[] line(String command, String... more) {
    String[] files = {command, "--zone", "example", "--input", "db", "--output", "db.signed"};
    String[] validity = {"--start", "20260101000000Z", "--end", "20360101000000Z"};
    return ZoneOwner.line(ZoneOwner.line(files, validity), more);
  }
}
