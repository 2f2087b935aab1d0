package org.offlinesign.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.delegation.KeySetNaming;
import org.offlinesign.delegation.KeySetPolicy;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.SignedText;
import org.offlinesign.sign.SigningReport;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.SigningScope;
import org.offlinesign.sign.ZoneSigner;
import org.offlinesign.testing.Budgets;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;
import org.offlinesign.zonefile.ZoneFileSource;

/** keyset- and dsset- files cross the border to BIND in both directions. */
class KeySetInteropTest {
  private static final DnsName CHILD = DnsName.of("sub.example.");
  private static final DnsName PARENT = DnsName.of("example.");
  private static final String CHILD_ZONE =
      "$TTL 300\n@ SOA a b 1 3600 900 604800 60\n@ NS ns.other.\n";
  private static final String PARENT_ZONE = CHILD_ZONE + "sub NS ns.other.\n";

  @TempDir Path folder;

  private BindSigner bind;
  private BindSigner.ZoneKeys childKeys;
  private BindSigner.ZoneKeys parentKeys;

  @BeforeEach
  void makeKeys() throws Exception {
    bind = new BindSigner(Files.createDirectory(folder.resolve("bind")), Algorithm.RSASHA256);
    childKeys = bind.keysOf(CHILD, folder.resolve("child-keys"));
    parentKeys = bind.keysOf(PARENT, folder.resolve("parent-keys"));
  }

  private SigningReport sign(DnsName zone, String text, BindSigner.ZoneKeys keys) throws Exception {
    ZoneFileSource source =
        ZoneFileSource.of("zone", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    SigningRequest request =
        SigningRequest.builder(zone, source, folder.resolve(zone + "signed"), Budgets.in(folder))
            .keys(
                keys.keys().stream().map(key -> KeyUse.signing(key, SigningScope.BY_ROLE)).toList())
            .keySets(KeySetPolicy.in(folder).with(KeySetNaming.BIND))
            .digests(Set.of(DigestType.SHA256, DigestType.SHA384))
            .build();
    Clock clock = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
    return new ZoneSigner(CryptoProviders.detect(), clock).sign(request);
  }

  private Program.Outcome bindSigns(DnsName zone, String text, BindSigner.ZoneKeys keys)
      throws Exception {
    Files.writeString(folder.resolve("zone"), text);
    return Peers.require("dnssec-signzone")
        .run(
            folder,
            "-S",
            "-P",
            "-g",
            "-C",
            "-K",
            keys.folder().toString(),
            "-o",
            zone.toString(),
            "-O",
            "full",
            "-f",
            "bind.signed",
            "zone")
        .orFail();
  }

  private List<String> dsBindMade() throws Exception {
    return SignedText.read(PARENT, folder.resolve("bind.signed"))
        .data("sub.example.", RecordType.DS);
  }

  @Test
  void bindTakesTheDsRecordsOfOurDssetFile() throws Exception {
    SigningReport report = sign(CHILD, CHILD_ZONE, childKeys);
    Files.delete(folder.resolve("keyset-sub.example."));
    bindSigns(PARENT, PARENT_ZONE, parentKeys);
    assertThat(dsBindMade())
        .containsExactlyInAnyOrderElementsOf(report.ds().stream().map(Object::toString).toList());
  }

  @Test
  void bindMakesTheSameDsRecordsOfOurKeysetFile() throws Exception {
    SigningReport report = sign(CHILD, CHILD_ZONE, childKeys);
    Files.delete(folder.resolve("dsset-sub.example."));
    bindSigns(PARENT, PARENT_ZONE, parentKeys);
    assertThat(dsBindMade()).isNotEmpty();
    assertThat(report.ds().stream().map(Object::toString)).containsAll(dsBindMade());
  }

  @Test
  void weTakeWhatBindLeavesForTheParent() throws Exception {
    bindSigns(CHILD, CHILD_ZONE, childKeys);
    assertThat(folder.resolve("keyset-sub.example.")).exists();
    SigningReport report = sign(PARENT, PARENT_ZONE, parentKeys);
    assertThat(report.children())
        .singleElement()
        .satisfies(
            child -> {
              assertThat(child.findings()).isEmpty();
              assertThat(child.sources()).hasSize(2);
            });
    assertThat(report.output().secureDelegations()).isEqualTo(1);
  }

  @Test
  void theDssetFileEqualsWhatDnssecDsfromkeyMakes() throws Exception {
    sign(CHILD, CHILD_ZONE, childKeys);
    Set<String> expected = new TreeSet<>();
    for (String digest : List.of("SHA-256", "SHA-384")) {
      Program.Outcome outcome =
          Peers.require("dnssec-dsfromkey")
              .run(folder, "-a", digest, "-f", "keyset-sub.example.", "sub.example.")
              .orFail();
      outcome.stdout().lines().forEach(line -> expected.add(withoutSpaces(line)));
    }
    Set<String> found = new TreeSet<>();
    Files.readAllLines(folder.resolve("dsset-sub.example."))
        .forEach(line -> found.add(withoutSpaces(line)));
    assertThat(found).isEqualTo(expected).hasSize(2);
  }

  private static String withoutSpaces(String line) {
    return line.replaceAll("\\s", "");
  }
}
