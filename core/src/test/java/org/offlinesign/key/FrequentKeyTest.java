package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.SignatureEngine.VerifyingOperation;
import org.offlinesign.name.DnsName;

class FrequentKeyTest {
  private static final Algorithm P256 = Algorithm.ECDSAP256SHA256;

  private final CryptoProviders providers = CryptoProviders.detect();
  private final SigningKey key =
      new KeyGenerator(providers)
          .generate(DnsName.of("example."), KeySpec.of(P256, KeyRole.ZSK), List.of());
  private final byte[] point = key.facts().dnskey().publicKey();
  private final byte[] data = new byte[200];
  private final AtomicInteger asked = new AtomicInteger();

  private VerifyingOperation provider() throws Exception {
    VerifyingOperation judge = providers.each(P256).get(0).verifying(P256, key.facts().publicKey());
    return (octets, offset, length, signature) -> {
      asked.incrementAndGet();
      return judge.verify(octets, offset, length, signature);
    };
  }

  private byte[] signature() throws SigningException {
    return key.newSigner(providers).sign(data, 10, 100);
  }

  private static boolean check(VerifyingOperation operation, byte[] data, byte[] signature)
      throws GeneralSecurityException {
    return operation.verify(data, 10, 100, signature);
  }

  @Test
  void theProviderDecidesUntilThereIsATableAndIsNotAskedForWhatThatAccepts() throws Exception {
    byte[] signature = signature();
    VerifyingOperation checks =
        new FrequentKey(point, FrequentKeys.remembered()).hasten(provider());
    for (int i = 1; i < FrequentKey.CHECKS_BEFORE_TABLE; i++) {
      assertThat(check(checks, data, signature)).isTrue();
      assertThat(asked).hasValue(i);
    }
    for (int i = 0; i < 100; i++) {
      assertThat(check(checks, data, signature)).isTrue();
    }
    assertThat(asked).hasValue(FrequentKey.CHECKS_BEFORE_TABLE - 1);
  }

  @Test
  void whatTheTableDoesNotAcceptIsUpToTheProvider() throws Exception {
    byte[] signature = signature();
    FrequentKey frequent = new FrequentKey(point, FrequentKeys.remembered());
    VerifyingOperation checks = frequent.hasten(provider());
    for (int i = 0; i < FrequentKey.CHECKS_BEFORE_TABLE; i++) {
      check(checks, data, signature);
    }
    asked.set(0);
    signature[40] ^= 1;
    assertThat(check(checks, data, signature)).isFalse();
    assertThat(asked).hasValue(1);
    VerifyingOperation accepted = frequent.hasten((octets, offset, length, any) -> true);
    assertThat(check(accepted, data, signature)).isTrue();
  }

  @Test
  void onlyTheOctetsOfTheRangeAreSigned() throws Exception {
    byte[] signature = signature();
    VerifyingOperation checks =
        new FrequentKey(point, FrequentKeys.remembered()).hasten(provider());
    for (int i = 0; i < FrequentKey.CHECKS_BEFORE_TABLE; i++) {
      check(checks, data, signature);
    }
    data[9] ^= 1;
    data[110] ^= 1;
    assertThat(check(checks, data, signature)).isTrue();
    data[109] ^= 1;
    assertThat(check(checks, data, signature)).isFalse();
  }

  @Test
  void threadsCountTogetherAndShareTheTable() throws Exception {
    byte[] signature = signature();
    FrequentKey frequent = new FrequentKey(point, FrequentKeys.remembered());
    int threads = 4;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        work.add(() -> accepted(frequent.hasten(provider()), signature));
      }
      for (Future<Integer> accepted : executor.invokeAll(work)) {
        assertThat(accepted.get()).isEqualTo(FrequentKey.CHECKS_BEFORE_TABLE);
      }
    } finally {
      executor.shutdown();
    }
    assertThat(asked.get())
        .isBetween(
            FrequentKey.CHECKS_BEFORE_TABLE - 1, threads * FrequentKey.CHECKS_BEFORE_TABLE - 1);
    asked.set(0);
    assertThat(check(frequent.hasten(provider()), data, signature)).isTrue();
    assertThat(asked).hasValue(0);
  }

  private int accepted(VerifyingOperation checks, byte[] signature) throws Exception {
    int accepted = 0;
    for (int i = 0; i < FrequentKey.CHECKS_BEFORE_TABLE; i++) {
      accepted += check(checks, data, signature) ? 1 : 0;
    }
    return accepted;
  }

  @Test
  void withoutAProviderAtHandItIsAskedForNothingThatIsRight() throws Exception {
    byte[] signature = signature();
    byte[] wrong = signature.clone();
    wrong[5] ^= 1;
    FrequentKey frequent = new FrequentKey(point, FrequentKeys.remembered());
    VerifyingOperation checks = frequent.hastenAtOnce(provider());
    for (int i = 0; i < 2 * FrequentKey.FEW_CHECKS; i++) {
      assertThat(check(checks, data, signature)).isTrue();
      assertThat(asked).hasValue(i);
      assertThat(check(checks, data, wrong)).isFalse();
      assertThat(asked).hasValue(i + 1);
    }
  }

  @Test
  void withoutAProviderAtHandAFewChecksTakeNoTable() {
    VerifyingOperation checks =
        new FrequentKey(point, FrequentKeys.remembered()).hastenAtOnce((a, b, c, d) -> false);
    for (int i = 0; i < FrequentKey.FEW_CHECKS; i++) {
      assertThat(checks.tableForCheck()).isNull();
    }
    assertThat(checks.tableForCheck()).isNotNull();
  }

  @Test
  void atOnceAKeyHasNoTableThatAnotherWouldLose() throws Exception {
    byte[] signature = signature();
    FrequentKeys keys = FrequentKeys.remembered();
    for (int i = 0; i < FrequentKeys.MAX_TABLES; i++) {
      withTable(keys);
    }
    VerifyingOperation ninth = newKey(keys).hastenAtOnce(provider());
    for (int i = 0; i < FrequentKey.FEW_CHECKS; i++) {
      assertThat(check(ninth, data, signature)).isTrue();
    }
    assertThat(asked).hasValue(0);
    assertThat(check(ninth, data, signature)).isTrue();
    assertThat(asked).hasValue(1);
  }

  private VerifyingOperation withTable(FrequentKeys keys) throws Exception {
    VerifyingOperation checks = newKey(keys).hastenAtOnce(provider());
    for (int i = 0; i <= FrequentKey.FEW_CHECKS; i++) {
      assertThat(check(checks, data, signature())).isTrue();
    }
    return checks;
  }

  /** Returns what might be another key: its point is the same. */
  private FrequentKey newKey(FrequentKeys keys) {
    return new FrequentKey(point, keys);
  }

  @Test
  void aNinthTableTakesThePlaceOfTheFirst() throws Exception {
    byte[] signature = signature();
    FrequentKeys keys = FrequentKeys.remembered();
    List<VerifyingOperation> checks = new ArrayList<>();
    for (int i = 0; i < FrequentKeys.MAX_TABLES; i++) {
      checks.add(withTable(keys));
    }
    VerifyingOperation ninth = newKey(keys).hasten(provider());
    for (int i = 0; i < FrequentKey.CHECKS_BEFORE_TABLE; i++) {
      assertThat(check(ninth, data, signature)).isTrue();
    }
    asked.set(0);
    check(ninth, data, signature);
    check(checks.get(1), data, signature);
    assertThat(asked).hasValue(0);
    assertThat(check(checks.get(0), data, signature)).isTrue();
    assertThat(asked).hasValue(1);
  }

  @Test
  void theSameKeyIsKnownAgainAndSharesItsTable() throws Exception {
    byte[] signature = signature();
    FrequentKeys keys = FrequentKeys.remembered();
    VerifyingOperation first = keys.of(key.facts().publicKey()).hastenAtOnce(provider());
    for (int i = 0; i <= FrequentKey.FEW_CHECKS; i++) {
      check(first, data, signature);
    }
    assertThat(check(keys.of(key.facts().publicKey()).hasten(provider()), data, signature))
        .isTrue();
    assertThat(asked).hasValue(0);
  }

  @Test
  void otherAlgorithmsAndProvidersAloneAreLeftAsTheyAre() {
    for (Algorithm algorithm : Algorithm.values()) {
      assertThat(FrequentKeys.remembered().include(algorithm)).isEqualTo(algorithm == P256);
      assertThat(FrequentKeys.none().include(algorithm)).isFalse();
    }
  }

  @Test
  void aCheckByAProviderThatTakesNoKeyIsAnErrorAndNoVerdict() {
    VerifyingOperation late =
        new LateVerifying(
            () -> {
              throw new UnusableKeyException("none");
            });
    assertThatThrownBy(() -> check(late, data, new byte[64]))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
