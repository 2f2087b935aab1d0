package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

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
    VerifyingOperation checks = new FrequentKey(point).hasten(provider());
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
    FrequentKey frequent = new FrequentKey(point);
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
    VerifyingOperation checks = new FrequentKey(point).hasten(provider());
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
    FrequentKey frequent = new FrequentKey(point);
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
  void aKeyIsForgottenWhenEightOthersHaveBeenAskedForSince() throws Exception {
    byte[] signature = signature();
    FrequentKeys keys = FrequentKeys.remembered();
    VerifyingOperation checks = keys.hasten(P256, key.facts().publicKey(), provider());
    for (int i = 0; i < FrequentKey.CHECKS_BEFORE_TABLE; i++) {
      check(checks, data, signature);
    }
    askForOthers(keys, FrequentKeys.MAX_KEYS - 1);
    assertThat(asksProviderOf(keys, signature)).isFalse();
    askForOthers(keys, FrequentKeys.MAX_KEYS);
    assertThat(asksProviderOf(keys, signature)).isTrue();
  }

  private void askForOthers(FrequentKeys keys, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      SigningKey other =
          new KeyGenerator(providers)
              .generate(DnsName.of("example."), KeySpec.of(P256, KeyRole.ZSK), List.of());
      keys.hasten(P256, other.facts().publicKey(), provider());
    }
  }

  private boolean asksProviderOf(FrequentKeys keys, byte[] signature) throws Exception {
    asked.set(0);
    check(keys.hasten(P256, key.facts().publicKey(), provider()), data, signature);
    return asked.get() > 0;
  }

  @Test
  void otherAlgorithmsAndProvidersAloneAreLeftAsTheyAre() throws Exception {
    VerifyingOperation provider = provider();
    assertThat(
            FrequentKeys.remembered()
                .hasten(Algorithm.ECDSAP384SHA384, key.facts().publicKey(), provider))
        .isSameAs(provider);
    assertThat(FrequentKeys.none().hasten(P256, key.facts().publicKey(), provider))
        .isSameAs(provider);
  }
}
