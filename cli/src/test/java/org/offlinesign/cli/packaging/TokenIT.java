package org.offlinesign.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;
import org.offlinesign.testing.SoftToken;

/** The packaged program, started as people start it, has what it takes to use a token. */
class TokenIT {
  private static final Path TREE = Path.of(System.getProperty("offlinesign.dist"));

  @TempDir Path folder;
  private Path configuration;

  @BeforeEach
  void makeAToken() throws Exception {
    configuration = folder.resolve("softhsm2.conf");
    SoftToken.makeIn(configuration).configure(folder.resolve("hsm.cfg"));
  }

  private Program.Outcome run(String pin, String... arguments) throws Exception {
    return new Program(TREE.resolve("bin").resolve("offlinesign"))
        .with(
            Map.of(
                "SOFTHSM2_CONF",
                configuration.toString(),
                "OFFLINESIGN_PKCS11",
                "hsm.cfg",
                "OFFLINESIGN_PASSWORD",
                pin))
        .run(folder, arguments);
  }

  @Test
  void aZoneIsSignedWithAKeyThatOneProcessHasMadeAndAnotherUses() throws Exception {
    Files.writeString(
        folder.resolve("zone"),
        "$TTL 3600\n@ SOA ns hostmaster 1 7200 3600 1209600 900\n NS ns\nns A 192.0.2.1\n");
    run(SoftToken.PIN, "genkey", "--zone", "example.com", "--flags", "KSK", "--friendlyname", "one")
        .orFail();
    run(
            SoftToken.PIN,
            "signzone",
            "--zone",
            "example.com",
            "--input",
            "zone",
            "--output",
            "signed",
            "--signkey-allrr",
            "one")
        .orFail();
    Peers.require("dnssec-verify").run(folder, "-z", "-o", "example.com", "signed").orFail();
  }

  @Test
  void ofTwoWhoMakeAKeyOfOneNameAtOnceOneIsRefused() throws Exception {
    String[] genkey = {"genkey", "--zone", "example.com", "--alg", "rsasha256", "--length", "3072"};
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<Program.Outcome>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        String[] line = Arrays.copyOf(genkey, genkey.length + 2);
        line[genkey.length] = "--friendlyname";
        line[genkey.length + 1] = "one";
        both.add(pool.submit(() -> run(SoftToken.PIN, line)));
      }
      List<Integer> codes = List.of(both.get(0).get().exitCode(), both.get(1).get().exitCode());
      assertThat(codes).containsExactlyInAnyOrder(0, 3);
    } finally {
      pool.shutdown();
    }
    String keys = run(SoftToken.PIN, "listkeys").orFail().stdout();
    assertThat(keys).containsOnlyOnce("RSASHA256");
  }

  @Test
  void aTokenThatNobodyHasMadeReadyIsNoFaultOfTheConfiguration() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(configuration, "directories.tokendir = " + empty + "\n");
    Path file = folder.resolve("hsm.cfg");
    Files.writeString(file, Files.readString(file).replaceFirst("slot = .*", "slotListIndex = 0"));
    Program.Outcome refused = run(SoftToken.PIN, "genkey", "--zone", "example.com");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.stderr())
        .contains("is not initialized (CKR_TOKEN_NOT_RECOGNIZED)", "softhsm2-util --init-token");
  }

  @Test
  void aWrongPinIsTriedOnceByAllCommandsOfAProcess() throws Exception {
    Files.writeString(folder.resolve("lines"), "listkeys\nlistkeys\nlistkeys\n");
    Program.Outcome refused = run("999999", "batch", "lines", "--jobs", "2");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.stderr() + refused.stdout())
        .containsOnlyOnce("CKR_PIN_INCORRECT")
        .contains("is not asked again", "it was taken from OFFLINESIGN_PASSWORD");
  }
}
