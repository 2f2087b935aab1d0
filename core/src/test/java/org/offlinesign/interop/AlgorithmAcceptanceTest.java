package org.offlinesign.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.delegation.KeySetContent;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.BindKeyFile;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.SigningScope;
import org.offlinesign.sign.ZoneSigner;
import org.offlinesign.testing.Budgets;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.verify.VerificationRequest;
import org.offlinesign.verify.ZoneVerifier;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** Every algorithm, alone and beside others, in the eyes of BIND, ldns and Knot. */
class AlgorithmAcceptanceTest {
  private static final DnsName ZONE = DnsName.of("example.");
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();

  @TempDir Path folder;

  @BeforeEach
  void writeTheZone() throws Exception {
    Files.writeString(
        folder.resolve("zone"),
        """
        $TTL 300
        @ SOA ns admin 1 3600 900 604800 60
        @ NS ns
        @ MX 10 mail
        ns A 192.0.2.1
        mail AAAA 2001:db8::1
        a.b.c TXT "empty non-terminals above"
        *.wild A 192.0.2.3
        ins NS ns.ins
        ns.ins A 192.0.2.5
        """);
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void aZoneSignedWithKeysOfBindIsAccepted(Algorithm algorithm) throws Exception {
    Path made = Files.createDirectory(folder.resolve("bind"));
    List<SigningKey> keys =
        new BindSigner(made, algorithm).keysOf(ZONE, folder.resolve("keys")).keys();
    sign(PROVIDERS, byRole(keys));
    assertAccepted();
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSAP256SHA256", "ECDSAP384SHA384", "ED25519", "ED448"})
  void whatEachProviderSignsIsAccepted(Algorithm algorithm) throws Exception {
    List<SigningKey> keys = List.of(key(algorithm, KeyRole.KSK), key(algorithm, KeyRole.ZSK));
    for (CryptoProviders provider : PROVIDERS.each(algorithm)) {
      sign(provider, byRole(keys));
      assertAccepted();
    }
    sign(PROVIDERS.deterministic(), byRole(keys));
    assertAccepted();
  }

  @Test
  void rfc6840_5_11_eachRrsetOfAZoneInAnAlgorithmRolloverIsSignedByEachAlgorithm()
      throws Exception {
    List<KeyUse> uses =
        byRole(
            List.of(
                key(Algorithm.RSASHA256, KeyRole.KSK),
                key(Algorithm.RSASHA256, KeyRole.ZSK),
                key(Algorithm.ECDSAP256SHA256, KeyRole.KSK),
                key(Algorithm.ECDSAP256SHA256, KeyRole.ZSK)));
    uses.add(KeyUse.signing(key(Algorithm.ED25519, KeyRole.KSK), SigningScope.ALL_RRSETS));
    sign(PROVIDERS, uses);
    // Where some algorithms have a ZSK, BIND asks for one of each unless it is told otherwise.
    assertAccepted("-z");
  }

  @Test
  void rfc6781_4_1_4_signaturesComeBeforeTheKeyAndLeaveAfterIt() throws Exception {
    List<SigningKey> old =
        List.of(key(Algorithm.RSASHA256, KeyRole.KSK), key(Algorithm.RSASHA256, KeyRole.ZSK));
    List<SigningKey> next =
        List.of(
            key(Algorithm.ECDSAP256SHA256, KeyRole.KSK),
            key(Algorithm.ECDSAP256SHA256, KeyRole.ZSK));
    for (List<List<SigningKey>> step : List.of(List.of(old, next), List.of(next, old))) {
      List<KeyUse> uses = byRole(step.get(0));
      for (SigningKey key : step.get(1)) {
        uses.add(KeyUse.signing(key, SigningScope.UNPUBLISHED));
      }
      sign(PROVIDERS, uses);
      assertAccepted();
    }
  }

  @Test
  void rfc5011_2_1_aZoneWithARevokedKeyIsAccepted() throws Exception {
    SigningKey revoked = key(Algorithm.ECDSAP256SHA256, KeyRole.KSK);
    revoked = revoked.with(ZoneKey.of(ZONE, revoked.facts().dnskey().revoked()));
    sign(
        PROVIDERS,
        byRole(
            List.of(
                revoked,
                key(Algorithm.ECDSAP256SHA256, KeyRole.KSK),
                key(Algorithm.ECDSAP256SHA256, KeyRole.ZSK))));
    assertAccepted();
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void dnssecSignzoneSignsWithTheKeysWeWrite(Algorithm algorithm) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("-P", "-o", "example.", "-f", "signed", "zone"));
    StringBuilder dnskeys = new StringBuilder();
    for (KeyRole role : KeyRole.values()) {
      List<Path> files = BindKeyFile.write(key(algorithm, role), folder);
      arguments.add(files.get(1).toString());
      dnskeys.append("$INCLUDE ").append(files.get(0)).append('\n');
    }
    Path zone = folder.resolve("zone");
    Files.writeString(zone, Files.readString(zone) + dnskeys);
    Peers.require("dnssec-signzone").run(folder, new byte[0], arguments).orFail();
    assertWeAccept();
  }

  private static SigningKey key(Algorithm algorithm, KeyRole role) throws Exception {
    int bits = algorithm.keyLengths().isFixed() ? algorithm.keyLengths().usual() : 1024;
    SigningKey key =
        new KeyGenerator(PROVIDERS).generate(ZONE, new KeySpec(algorithm, bits, role), List.of());
    KeyTiming made = KeyTiming.NONE.with(KeyEvent.CREATED, Clock.systemUTC().instant());
    return key.with(key.facts().withTiming(made));
  }

  private static List<KeyUse> byRole(List<SigningKey> keys) {
    List<KeyUse> uses = new ArrayList<>();
    keys.forEach(key -> uses.add(KeyUse.signing(key, SigningScope.BY_ROLE)));
    return uses;
  }

  private void sign(CryptoProviders providers, List<KeyUse> uses) throws Exception {
    SigningRequest request =
        SigningRequest.builder(
                ZONE,
                ZoneFileSource.of(folder.resolve("zone")),
                folder.resolve("signed"),
                Budgets.in(folder))
            .keys(uses)
            .keySetContent(KeySetContent.NONE)
            .build();
    new ZoneSigner(providers, Clock.systemUTC()).sign(request);
  }

  private void assertAccepted(String... bindOptions) throws Exception {
    assertWeAccept();
    List<String> bind = new ArrayList<>(List.of("dnssec-verify", "-o", "example."));
    bind.addAll(List.of(bindOptions));
    bind.add("signed");
    List<List<String>> commands =
        List.of(
            bind,
            List.of("ldns-verify-zone", "-V", "2", "signed"),
            List.of("kzonecheck", "-d", "on", "-o", "example.", "signed"));
    for (List<String> command : commands) {
      Program.Outcome outcome =
          Peers.require(command.get(0))
              .run(folder, new byte[0], command.subList(1, command.size()));
      assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    }
  }

  private void assertWeAccept() throws Exception {
    VerificationReport report =
        new ZoneVerifier(PROVIDERS)
            .verify(
                VerificationRequest.builder(
                        ZoneFileSource.of(folder.resolve("signed")),
                        ZoneFileOptions.builder(ZONE).build(),
                        Budgets.in(folder))
                    .build());
    assertThat(report.isValid()).as(report.findings().toString()).isTrue();
    assertThat(report.figures().signatures()).isPositive();
  }
}
