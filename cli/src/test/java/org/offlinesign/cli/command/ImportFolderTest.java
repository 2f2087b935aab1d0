package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.testing.Peers;

/** Folders in which other programs keep their keys. */
class ImportFolderTest {
  @TempDir private Path folder;
  private Path keys;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() throws IOException {
    user = new CommandLineUser(folder).with("OFFLINESIGN_PASSWORD", "secret");
    keys = Files.createDirectory(folder.resolve("keys"));
  }

  private String made(String program, String... options) throws Exception {
    return Peers.require(program).run(keys, options).orFail().stdout().trim();
  }

  private String bind(String... options) throws Exception {
    String[] line = {"-q", "-a", "ECDSAP256SHA256"};
    return made(
        "dnssec-keygen", Stream.of(line, options).flatMap(Stream::of).toArray(String[]::new));
  }

  private static String tag(String baseName) {
    return Integer.toString(Integer.parseInt(baseName.substring(baseName.lastIndexOf('+') + 1)));
  }

  @Test
  void whatIsSaidOfFilesThatSayItThemselvesIsToldToChooseNone() throws Exception {
    bind("example.org");
    Result result = user.succeed("importkey", "keys", "--zone", "example.com", "--flags", "KSK");
    assertThat(result.err()).contains("--zone, --alg and --flags were not for them");
    assertThat(result.out()).contains(": the ZSK ").contains(" of example.org., ");
  }

  @Test
  void keysOfBindComeWithAllTheirTimes() throws Exception {
    String ksk = bind("-f", "KSK", "-P", "20260101000000", "-A", "20260202000000", "example.com");
    String zsk =
        bind(
            "-P",
            "20260101000000",
            "-A",
            "20260102000000",
            "-I",
            "20260601000000",
            "-D",
            "20260701000000",
            "example.org");
    Result result = user.succeed("importkey", "keys");
    assertThat(result.out())
        .contains(
            "imported   " + ksk + ".private: the KSK " + tag(ksk) + " of example.com., ECDSAP256",
            "active, publish 2026-01-01 00:00 UTC, activate 2026-02-02 00:00 UTC\n",
            "imported   " + zsk + ".private: the ZSK " + tag(zsk) + " of example.org.",
            "inactive 2026-06-01 00:00 UTC, delete 2026-07-01 00:00 UTC\n")
        .endsWith("2 keys of " + keys + " imported into " + store() + "\n");
    assertThat(user.succeed("listkeys", "--json").out())
        .contains("\"friendlyName\" : \"" + ksk + "\"")
        .contains("\"delete\" : \"2026-07-01T00:00:00Z\"");
  }

  private Path store() {
    return folder.resolve("home/MS-DNSSEC.p12");
  }

  @Test
  void aKeyThatCannotBeHadIsToldOfAndTheOthersAreTaken() throws Exception {
    String good = bind("example.com");
    String halved = bind("example.com");
    Files.delete(keys.resolve(halved + ".private"));
    String damaged = bind("example.com");
    Files.writeString(keys.resolve(damaged + ".private"), "Private-key-format: v1.3\nAlgo");
    Files.writeString(keys.resolve(good + ".state"), "; notes\n");
    Files.writeString(keys.resolve("named.conf"), "options { };\n");
    Files.createDirectory(keys.resolve("old"));
    Result result = user.run("importkey", "keys");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.out())
        .contains(
            "imported   " + good + ".private: the ZSK ",
            "NOT TAKEN  "
                + halved
                + ".key: its private half, "
                + halved
                + ".private, is not beside it\n",
            "NOT TAKEN  " + damaged + ".private: the key cannot be imported: ",
            "left out   " + good + ".state: notes of BIND",
            "left out   named.conf: no key file\n",
            "left out   old: a folder, whose keys are not taken\n")
        .endsWith(", 2 could not be taken\n");
    assertThat(user.succeed("listkeys").out()).contains(good).doesNotContain(damaged);
  }

  @Test
  void filesThatAreCalledAfterAnotherKeyAreWarnedOf() throws Exception {
    String right = bind("example.com");
    String made = bind("example.org");
    String wrong = made.replace("example.org", "example.net");
    for (String half : List.of(".key", ".private")) {
      Files.move(keys.resolve(made + half), keys.resolve(wrong + half));
    }
    Result result = user.succeed("importkey", "keys");
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("warning: ")
        .contains(wrong, made)
        .doesNotContain(right);
    assertThat(user.succeed("listkeys").out()).contains("example.org.");
  }

  @Test
  void keysOfLdnsComeWithoutTimes() throws Exception {
    String ksk = made("ldns-keygen", "-a", "ED25519", "-k", "example.com");
    String zsk = made("ldns-keygen", "-a", "RSASHA256", "-b", "1024", "example.com");
    Result result = user.succeed("importkey", "keys");
    assertThat(result.out())
        .contains(
            "the KSK " + tag(ksk) + " of example.com., ED25519 with 256 bits, active\n",
            "the ZSK " + tag(zsk) + " of example.com., RSASHA256 with 1024 bits, active\n",
            "left out   " + ksk + ".ds: a DS record, which follows from the key\n");
  }

  @Test
  void keysOfKnotNeedZoneAndRole() throws Exception {
    Path base = Files.createDirectory(folder.resolve("knot"));
    Files.writeString(
        base.resolve("knot.conf"),
        """
        database:
          storage: "%s"
        policy:
          - id: p
            algorithm: ecdsap256sha256
            manual: on
        zone:
          - domain: example.com
            dnssec-policy: p
        """
            .formatted(base));
    Peers.require("keymgr")
        .run(base, "-c", "knot.conf", "example.com", "generate", "ksk=yes", "zsk=no")
        .orFail();
    String listed =
        Peers.require("keymgr")
            .run(base, "-c", "knot.conf", "example.com", "list")
            .orFail()
            .stdout();
    Result unsaid = user.run("importkey", "knot/keys/keys");
    assertThat(unsaid.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(unsaid.out())
        .startsWith("NOT TAKEN  ")
        .contains(".pem: the key cannot be imported: ")
        .contains("say it with --flags KSK or --flags ZSK, and the zone with --zone NAME")
        .contains("`keymgr ZONE list` tells which is the KSK")
        .contains("0 keys of ");
    assertThat(store()).doesNotExist();
    Result said =
        user.succeed("importkey", "--zone", "example.com", "--flags", "KSK", "knot/keys/keys");
    assertThat(said.out())
        .contains("the KSK " + listed.trim().split("\\s+", -1)[1] + " of example.com.");
  }

  @Test
  void aKeyStoreOfWindowsIsTakenAmongTheOthers() throws Exception {
    Files.writeString(folder.resolve("words"), "travels\n");
    String[] key = {"genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"};
    made("openssl", ZoneOwner.line(key, "-out", "../k.pem"));
    String[] certificate = {"req", "-x509", "-key", "../k.pem", "-subj", "/CN=KSK-example.com"};
    made("openssl", ZoneOwner.line(certificate, "-out", "../c.pem"));
    String[] pack = {"pkcs12", "-export", "-inkey", "../k.pem", "-in", "../c.pem"};
    made("openssl", ZoneOwner.line(pack, "-out", "k.pfx", "-passout", "file:../words"));
    Result unsaid = user.run("importkey", "keys");
    assertThat(unsaid.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(unsaid.out())
        .contains("NOT TAKEN  k.pfx: ")
        .contains("needs a password; give --import-password-file FILE");
    String line =
        "importkey --zone example.com --flags KSK --alg rsasha256 --import-password-file words keys";
    assertThat(user.succeed(line.split(" ", -1)).out())
        .contains("imported   k.pfx: the KSK ")
        .contains(" of example.com., RSASHA256 with 1024 bits");
  }

  @Test
  void whatIsThereAlreadyIsLeftOut() throws Exception {
    String key = bind("example.com");
    Path copy = Files.createDirectory(folder.resolve("copy"));
    for (String extension : List.of(".key", ".private")) {
      Files.copy(keys.resolve(key + extension), copy.resolve(key + extension));
      Files.copy(keys.resolve(key + extension), copy.resolve("twin" + extension));
    }
    assertThat(user.succeed("importkey", "copy").out())
        .contains("left out   twin.private: another file of the folder holds this key\n")
        .contains("1 key of ");
    Result again = user.succeed("importkey", "keys", "--json");
    assertThat(again.out())
        .startsWith("{\n  \"imported\" : [ ],\n  \"leftOut\" : [\n")
        .contains("\"reason\" : \"the key store holds this key already\"");
  }

  @Test
  void aFolderWithoutKeysIsRefused() throws Exception {
    Files.writeString(keys.resolve("notes"), "no key\n");
    Result result = user.run("importkey", "keys");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains(keys + " holds no key file");
    assertThat(store()).doesNotExist();
    assertThat(user.run("importkey", "keys", "keys/notes").err())
        .contains("a folder of keys is imported alone");
    assertThat(user.run("importkey", "--friendlyname", "K", "keys").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }
}
