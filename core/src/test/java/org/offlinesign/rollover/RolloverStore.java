package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CertificateValidity;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyChange;
import org.offlinesign.keystore.KeyRequest;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.KeyStoreSettings;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;

/** A store on disk, and what a person does with it in the course of a rollover. */
final class RolloverStore implements AutoCloseable {
  static final DnsName ZONE = DnsName.of("example.com.");
  static final Instant START = Instant.parse("2026-12-01T12:00:00Z");
  static final CertificateValidity FIVE_YEARS = CertificateValidity.startingBefore(START);

  /** Dprp 4500, TTLkey 3600, TTLsig 86400, DprpP 3600, TTLds 7200; in seconds. */
  static final ZoneTimes TIMES =
      ZoneTimes.of(Duration.ofMinutes(75), Duration.ofHours(1), Duration.ofDays(1))
          .withDsTtl(Duration.ofHours(2));

  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();

  private final Path path;
  private final KeyStoreFile file;

  RolloverStore(Path folder) throws IOException, KeyStoreFileException {
    path = folder.resolve("keys.p12");
    KeyStoreSettings settings = KeyStoreSettings.of(PROVIDERS, Clock.fixed(START, ZoneOffset.UTC));
    file = KeyStoreFile.openOrCreate(path, "correct horse".toCharArray(), settings);
  }

  RolloverStore with(KeyRole... roles) throws IOException, KeyStoreFileException, SigningException {
    return with(Algorithm.ECDSAP256SHA256, roles);
  }

  RolloverStore with(Algorithm algorithm, KeyRole... roles)
      throws IOException, KeyStoreFileException, SigningException {
    for (KeyRole role : roles) {
      make(KeyRequest.of(ZONE, KeySpec.of(algorithm, role), FIVE_YEARS));
    }
    return this;
  }

  StoredKey make(KeyRequest request) throws IOException, KeyStoreFileException, SigningException {
    return file.generate(request);
  }

  void setTiming(StoredKey key, KeyTiming timing) throws IOException, KeyStoreFileException {
    StoredKey changed = file.setTiming(key, timing);
    assertThat(changed.timing()).isEqualTo(timing);
  }

  KeyStoreFile file() {
    return file;
  }

  List<StoredKey> keys() {
    return file.keys(ZONE);
  }

  /** Returns the states of the keys in the order in which they were made. */
  List<KeyState> states(Instant now) {
    return keys().stream().map(key -> key.stateAt(now)).toList();
  }

  RolloverRequest.Builder request(@Nullable RolloverMethod method, Instant now) {
    RolloverRequest.Builder builder = RolloverRequest.builder(ZONE, now, TIMES);
    return builder.keys(keys()).method(method);
  }

  RolloverSession session(@Nullable RolloverMethod method, Instant now) throws RolloverException {
    return RolloverSession.of(request(method, now).build());
  }

  static Ds ds(StoredKey key) {
    ZoneKey facts = key.facts().orElseThrow();
    return DsDigest.of(ZONE, facts.dnskey(), DigestType.SHA256);
  }

  /** Returns the DS records that are wished for; empty while a key is still to be made. */
  static List<Ds> records(DsWish wish) {
    boolean isMade = wish.present().stream().allMatch(key -> key.stored().isPresent());
    return isMade
        ? wish.present().stream().flatMap(key -> key.stored().stream()).map(key -> ds(key)).toList()
        : List.of();
  }

  /** Does the next step of what a request means, refusals or not, as a program does. */
  StepExecution execute(RolloverRequest request, Crash crash)
      throws IOException, KeyStoreFileException, SigningException, RolloverException {
    StepExecution step = RolloverSession.of(request).next();
    prepare(step, crash);
    StepExecution complete = RolloverSession.of(request.withKeys(keys())).next();
    crash.after("zone");
    RolloverLog.beside(path).append(complete.logLine(null));
    crash.after("log");
    commit(complete.changes(TIMES));
    return complete;
  }

  void prepare(StepExecution step) throws IOException, KeyStoreFileException, SigningException {
    prepare(step, Crash.NONE);
  }

  private void prepare(StepExecution step, Crash crash)
      throws IOException, KeyStoreFileException, SigningException {
    List<KeyRequest> wanted = step.keysToMake(FIVE_YEARS);
    if (!wanted.isEmpty()) {
      commit(step.startChanges());
      crash.after("start");
    }
    for (KeyRequest key : wanted) {
      StoredKey made = make(key);
      crash.after("key " + made.facts().orElseThrow().role());
    }
  }

  private void commit(List<KeyChange> changes) throws IOException, KeyStoreFileException {
    if (!changes.isEmpty()) {
      List<StoredKey> changed = file.change(changes);
      assertThat(changed).hasSameSizeAs(changes);
    }
  }

  List<String> log() throws IOException {
    Path log = RolloverLog.beside(path).file();
    return Files.exists(log) ? Files.readAllLines(log) : new ArrayList<>();
  }

  @Override
  public void close() {
    file.close();
  }

  /** Where the program may end before its time. */
  interface Crash {
    /** It does not. */
    Crash NONE = point -> {};

    void after(String point);
  }
}
