package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.testing.Corpus;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;

class BindKeyFileTest {
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final DnsName ZONE = DnsName.of("example.com.");

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws Exception {
    KeyTiming timing = KeyTiming.NONE;
    for (KeyEvent event : KeyEvent.values()) {
      timing = timing.with(event, Instant.ofEpochSecond(1_800_000_000 + timing.events().size()));
    }
    SigningKey key = key(KeyRole.KSK);
    SigningKey timed = key.with(key.facts().withTiming(timing));
    List<Path> files = BindKeyFile.write(timed, folder);
    SigningKey read = BindKeyFile.read(files.get(1));
    assertThat(read.facts().dnskey()).isEqualTo(key.facts().dnskey());
    assertThat(read.facts().zone()).isEqualTo(ZONE);
    assertThat(read.facts().timing()).isEqualTo(timing);
    assertThat(secret(read)).isEqualTo(secret(key));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.get(1))))
        .isEqualTo("rw-------");
  }

  @Test
  void bindReadsEveryTimeThatIsWrittenAndLeavesItWhereItChangesAnother() throws Exception {
    KeyTiming timing = KeyTiming.NONE;
    for (KeyEvent event : KeyEvent.values()) {
      timing = timing.with(event, Instant.ofEpochSecond(1_800_000_000 + timing.events().size()));
    }
    SigningKey key = key(KeyRole.KSK);
    List<Path> files = BindKeyFile.write(key.with(key.facts().withTiming(timing)), folder);
    Program settime = Peers.require("dnssec-settime");
    String shown =
        settime.run(folder, "-u", "-p", "all", files.get(0).toString()).orFail().stdout();
    assertThat(shown).contains("Created: 1800000000", "Revoke: 1800000003", "Delete: 1800000005");
    settime.run(folder, "-I", "20300101000000", files.get(0).toString()).orFail();
    KeyTiming expected =
        timing
            .with(KeyEvent.INACTIVE, Instant.parse("2030-01-01T00:00:00Z"))
            .with(KeyEvent.DS_REMOVED, null);
    assertThat(BindKeyFile.read(files.get(0)).facts().timing()).isEqualTo(expected);
  }

  @Test
  void aTimeThatIsNotDecidedOnIsNotWritten() throws Exception {
    KeyTiming timing = KeyTiming.NONE.with(KeyEvent.CREATED, Instant.ofEpochSecond(1_800_000_000));
    SigningKey key = key(KeyRole.ZSK);
    KeyTiming unused =
        timing
            .with(KeyEvent.PUBLISH, KeyTiming.UNDECIDED)
            .with(KeyEvent.ACTIVATE, KeyTiming.UNDECIDED);
    SigningKey undecided =
        key.with(key.facts().withTiming(unused.with(KeyEvent.DELETE, KeyTiming.UNDECIDED)));
    List<Path> files = BindKeyFile.write(undecided, folder);
    for (Path file : files) {
      assertThat(Files.readString(file)).contains("Created: ").doesNotContain("9999", "Publish");
    }
    // The key is as little in use as before, also for BIND.
    assertThat(BindKeyFile.read(files.get(0)).facts().timing()).isEqualTo(unused);
  }

  @Test
  void aKeyThatBindMadeForLaterIsNotInUse() throws Exception {
    Program keygen = Peers.require("dnssec-keygen");
    for (String[] option : new String[][] {{"-G", "FUTURE"}, {"-C", "ACTIVE"}, {"-q", "ACTIVE"}}) {
      String name =
          keygen
              .run(folder, "-q", "-a", "ECDSAP256SHA256", option[0], "example.com")
              .orFail()
              .stdout()
              .trim();
      KeyTiming timing = BindKeyFile.read(folder.resolve(name)).facts().timing();
      assertThat(timing.stateAt(Instant.now().plusSeconds(60)))
          .isEqualTo(KeyState.valueOf(option[1]));
    }
  }

  private static Object secret(SigningKey key) {
    return key.export((facts, privateKey) -> privateKey);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com., Kexample.com.+008+",
    "Example.COM., Kexample.com.+008+",
    "., K.+008+",
    "'a/b\\.c\\@.example.', 'Ka%2Fb%2Ec%40.example.+008+'"
  })
  void filesAreNamedAsBindNamesThem(String zone, String start) throws Exception {
    SigningKey key = key(KeyRole.ZSK);
    ZoneKey facts = ZoneKey.of(DnsName.of(zone), key.facts().dnskey());
    assertThat(BindKeyFile.baseName(facts)).matches("\\Q" + start + "\\E\\d{5}");
  }

  @ParameterizedTest
  @CsvSource({
    "RSASHA1,1024,",
    "NSEC3RSASHA1,1024,-fKSK",
    "RSASHA256,1088,-fKSK",
    "RSASHA512,2048,",
    "ECDSAP256SHA256,256,-fKSK",
    "ECDSAP384SHA384,384,",
    "ED25519,256,-fKSK",
    "ED448,456,"
  })
  void keysOfDnssecKeygenAreReadAndSign(String algorithm, int bits, String flag) throws Exception {
    Program keygen = Peers.require("dnssec-keygen");
    String name =
        keygen
            .run(
                folder,
                "-q",
                "-a",
                algorithm,
                "-b",
                Integer.toString(bits),
                "-P",
                "20260101000000",
                "-A",
                "20260201000000",
                "-I",
                "20260301000000",
                "-R",
                "20260401000000",
                "-D",
                "20260501000000",
                "-P",
                "sync",
                "20260102000000",
                flag == null ? "-q" : flag,
                "Example.com")
            .orFail()
            .stdout()
            .trim();
    for (String extension : List.of("", ".key", ".private")) {
      SigningKey key = BindKeyFile.read(folder.resolve(name + extension));
      assertThat(BindKeyFile.baseName(key.facts())).isEqualTo(name);
      assertThat(key.facts().algorithm()).isEqualTo(Algorithm.parse(algorithm).orElseThrow());
      assertThat(key.facts().bits()).isEqualTo(bits);
      assertThat(key.facts().role()).isEqualTo(flag == null ? KeyRole.ZSK : KeyRole.KSK);
      assertThat(key.facts().timing().at(KeyEvent.REVOKE))
          .hasValue(Instant.parse("2026-04-01T00:00:00Z"));
      assertThat(key.facts().timing().at(KeyEvent.SYNC_PUBLISH))
          .hasValue(Instant.parse("2026-01-02T00:00:00Z"));
      assertThat(key.newSigner(PROVIDERS).sign(new byte[9], 0, 9))
          .hasSize(key.facts().signatureLength());
    }
    String before = Files.readString(folder.resolve(name + ".private"));
    SigningKey key = BindKeyFile.read(folder.resolve(name));
    Path copies = Files.createDirectory(folder.resolve("copies"));
    List<Path> written = BindKeyFile.write(key, copies);
    assertThat(written.get(1)).hasFileName(name + ".private").content().isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void bindReadsOurKeysAndSignsWithThem(Algorithm algorithm) throws Exception {
    Program signzone = Peers.require("dnssec-signzone");
    Program dsfromkey = Peers.require("dnssec-dsfromkey");
    for (KeyRole role : KeyRole.values()) {
      int bits = algorithm.keyLengths().isFixed() ? algorithm.keyLengths().usual() : 1024;
      KeySpec spec = new KeySpec(algorithm, bits, role);
      SigningKey key = createdIn2020(new KeyGenerator(PROVIDERS).generate(ZONE, spec, List.of()));
      Path file = BindKeyFile.write(key, folder).get(0);
      for (DigestType type : DigestType.values()) {
        String ds = dsfromkey.run(folder, "-a", type.toString(), file.toString()).orFail().stdout();
        String digest = Hex.encode(DsDigest.of(ZONE, key.facts().dnskey(), type).digest());
        assertThat(ds.replace(" ", "").toUpperCase(java.util.Locale.ROOT)).contains(digest);
        assertThat(ds).contains("DS " + key.facts().keyTag() + " ");
      }
    }
    Files.writeString(
        folder.resolve("zone"),
        """
        $TTL 60
        example.com. SOA ns.example.com. root.example.com. 1 2 3 4 5
        example.com. NS ns.example.com.
        ns.example.com. A 192.0.2.1
        """);
    String said =
        signzone
            .run(folder, "-S", "-O", "full", "-o", "example.com", "-f", "signed", "zone")
            .orFail()
            .stdout();
    assertThat(said)
        .contains("Algorithm: " + algorithm + ": KSKs: 1 active")
        .contains("ZSKs: 1 active");
  }

  private static SigningKey createdIn2020(SigningKey key) throws UnusableKeyException {
    Instant created = Instant.parse("2020-01-01T00:00:00Z");
    return key.with(key.facts().withTiming(KeyTiming.NONE.with(KeyEvent.CREATED, created)));
  }

  @Test
  void everyKeyPairOfTheCorpusIsReadOctetForOctet() throws Exception {
    Corpus corpus = Corpus.require();
    int pairs = 0;
    for (List<String> row : corpus.table("KEYS.tsv")) {
      Path file = corpus.file(row.get(0));
      boolean zoneKey = (Integer.parseInt(row.get(2)) & Dnskey.ZONE_KEY) != 0;
      boolean pair = row.get(7).startsWith("private ");
      // BIND's comparekeys holds pairs with one number changed on purpose.
      boolean altered = row.get(0).contains("comparekeys/Kexample-");
      if (!pair || !zoneKey || altered || Algorithm.parse(row.get(3)).isEmpty()) {
        continue;
      }
      SigningKey key = BindKeyFile.read(file);
      String text = Files.readString(file).replaceAll(";[^\n]*|[\\s()]", "");
      WireWriter base64 = new WireWriter(1000);
      base64.ascii(java.util.Base64.getEncoder().encodeToString(key.facts().dnskey().publicKey()));
      assertThat(text).as(row.get(0)).endsWith(base64.toString());
      assertThat(key.newSigner(PROVIDERS).sign(new byte[1], 0, 1)).isNotEmpty();
      pairs++;
    }
    assertThat(pairs).isGreaterThan(15);
  }

  // The point of the number 1 is the base point of the curve (SEC 2 §2.4.2, §2.5.1).
  @ParameterizedTest
  @CsvSource({
    "13, axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==,"
        + " AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=",
    "14, qofKIr6LBTeOscce8yCtdG4dO2KLp5uYWfdB4IJUKjhVAvJdv1UpbDpUXjhydgq3NhfeSpYmLG9dnpi/kpLcKfj0Hb"
        + "0omhR86doxE7XwuMAKYLHOHX6BnXpDHXyQ6g5f,"
        + " AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"
  })
  void aNumberWrittenWithoutItsZerosIsReadAndWrittenWithThem(
      int algorithm, String publicKey, String padded) throws Exception {
    ExampleKey key =
        ExampleKey.of(
            "example.com. IN DNSKEY 257 3 " + algorithm + " " + publicKey,
            "Private-key-format: v1.3\nAlgorithm: " + algorithm + "\nPrivateKey: AQ==\n");
    assertThat(BindKeyFile.write(key.key(), folder).get(1))
        .content()
        .contains("\nPrivateKey: " + padded + "\n");
    byte[] data = {1};
    for (CryptoProviders provider : key.providers()) {
      byte[] signature = key.key().newSigner(provider).sign(data, 0, 1);
      assertThat(
              SignatureVerifier.of(key.facts().dnskey(), PROVIDERS).verify(data, 0, 1, signature))
          .isTrue();
    }
  }

  private static SigningKey key(KeyRole role) {
    return new KeyGenerator(PROVIDERS)
        .generate(ZONE, new KeySpec(Algorithm.RSASHA256, 512, role), List.of());
  }
}
