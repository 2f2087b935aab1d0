package org.offlinesign.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.offlinesign.delegation.KeySetPolicy;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Budgets;
import org.offlinesign.verify.Finding;
import org.offlinesign.verify.VerificationRequest;
import org.offlinesign.verify.ZoneVerifier;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** Signs zone text in tests: zone {@code example.}, at noon of 2026-01-31, with 1024-bit keys. */
final class SigningFixture {
  static final DnsName ZONE = DnsName.of("example.");
  static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  static final SigningKey KSK = key(Algorithm.RSASHA256, KeyRole.KSK);
  static final SigningKey ZSK = key(Algorithm.RSASHA256, KeyRole.ZSK);

  private static final String HEAD =
      """
      $ORIGIN example.
      $TTL 300
      @ SOA ns admin 7 3600 900 604800 60
      @ NS ns
      ns A 192.0.2.1
      """;

  private final Path folder;
  private final DnsName zone;

  SigningFixture(Path folder) {
    this(folder, ZONE);
  }

  SigningFixture(Path folder, DnsName zone) {
    this.folder = folder;
    this.zone = zone;
  }

  static SigningKey key(Algorithm algorithm, KeyRole role) {
    return key(algorithm, role, 1024);
  }

  static SigningKey key(Algorithm algorithm, KeyRole role, int bits) {
    return new KeyGenerator(PROVIDERS)
        .generate(ZONE, new KeySpec(algorithm, bits, role), List.of());
  }

  /** Returns what the verifier finds wrong with the signed zone. */
  List<Finding> verificationErrors() throws Exception {
    return verificationErrors("signed.zone");
  }

  /** Returns what the verifier finds wrong with a file of the folder. */
  List<Finding> verificationErrors(String file) throws Exception {
    VerificationRequest request =
        VerificationRequest.builder(
                ZoneFileSource.of(folder.resolve(file)),
                ZoneFileOptions.builder(zone).build(),
                Budgets.in(folder))
            .at(NOW)
            .build();
    return new ZoneVerifier(PROVIDERS)
        .verify(request).findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList();
  }

  /** Returns a key as if it had been made for another zone. */
  static SigningKey in(DnsName zone, SigningKey key) throws UnusableKeyException {
    return key.with(ZoneKey.of(zone, key.facts().dnskey()));
  }

  /** Returns a new KSK and a new ZSK, of which each signature that is made anew is another one. */
  static List<KeyUse> keysOnP256() {
    return byRole(
        key(Algorithm.ECDSAP256SHA256, KeyRole.KSK, 256),
        key(Algorithm.ECDSAP256SHA256, KeyRole.ZSK, 256));
  }

  static List<KeyUse> byRole(SigningKey... keys) {
    List<KeyUse> uses = new ArrayList<>();
    for (SigningKey key : keys) {
      uses.add(KeyUse.signing(key, SigningScope.BY_ROLE));
    }
    return uses;
  }

  /** What a signing left behind. */
  record Outcome(SigningReport report, SignedText zone) {}

  /** Signs apex records and some more with the usual keys. */
  Outcome sign(String records) throws Exception {
    return sign(records, request -> request);
  }

  /** Signs apex records and some more. */
  Outcome sign(String records, UnaryOperator<SigningRequest.Builder> changes) throws Exception {
    return signWhole(HEAD + records, changes);
  }

  /** Signs a whole zone. */
  Outcome signWhole(String text, UnaryOperator<SigningRequest.Builder> changes) throws Exception {
    return sign(source(text), changes);
  }

  /** Signs a whole zone. */
  Outcome sign(ZoneFileSource source, UnaryOperator<SigningRequest.Builder> changes)
      throws Exception {
    Path output = folder.resolve("signed.zone");
    SigningRequest.Builder request =
        SigningRequest.builder(zone, source, output, Budgets.in(folder))
            .keys(byRole(in(zone, KSK), in(zone, ZSK)))
            .keySets(KeySetPolicy.in(folder));
    SigningReport report = signer().sign(changes.apply(request).build());
    return new Outcome(report, SignedText.read(zone, output));
  }

  /** Signs a zone of some hundred names, which keeps several threads busy, and returns its text. */
  String signManyNames(CryptoProviders providers, List<KeyUse> keys, int threads) throws Exception {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 400; i++) {
      text.append("host").append(i).append(" A 192.0.2.1\n");
    }
    SigningRequest request =
        SigningRequest.builder(
                zone,
                source(text.toString()),
                folder.resolve("signed.zone"),
                Budgets.in(folder, threads))
            .keys(keys)
            .keySets(KeySetPolicy.in(folder))
            .build();
    new ZoneSigner(providers, Clock.fixed(NOW, ZoneOffset.UTC)).sign(request);
    return read("signed.zone");
  }

  static ZoneSigner signer() {
    return new ZoneSigner(PROVIDERS, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static ZoneFileSource source(String text) {
    return ZoneFileSource.of(
        "zone", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the names of the files in the folder. */
  List<String> files() throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
