package org.offlinesign.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.FaultyEngine;
import org.offlinesign.key.FaultyEngine.Fault;
import org.offlinesign.key.SignatureVerifier;
import org.offlinesign.key.Signer;
import org.offlinesign.key.SigningKey;
import org.offlinesign.selftest.SignatureExample.Manner;

class SelfTestTest {
  @TempDir private Path folder;

  static List<SignatureExample> examples() {
    return SignatureExample.all();
  }

  /** RFC 5702 §6, 6605 §6, 8080 §6, 6979 A.2.5 and A.2.6. */
  @ParameterizedTest
  @MethodSource("examples")
  void everyProviderMakesAndChecksTheSignatures(SignatureExample example) throws Exception {
    SigningKey key = example.key();
    byte[] data = example.data();
    byte[] others = example.data();
    others[5 % others.length] ^= 1;
    byte[] signature = example.signature();
    example.keyTag().ifPresent(tag -> assertThat(key.facts().keyTag()).isEqualTo(tag));
    List<CryptoProviders> all = CryptoProviders.detect().each(key.facts().algorithm());
    assertThat(all).isNotEmpty();
    for (CryptoProviders provider : all) {
      String name = provider.names().get(0);
      Signer signer =
          key.newSigner(
              example.manner() == Manner.DETERMINISTIC ? provider.deterministic() : provider);
      byte[] made = signer.sign(data, 0, data.length);
      if (example.manner() != Manner.RANDOM) {
        assertThat(made).as(name).isEqualTo(signature);
      }
      SignatureVerifier verifier = SignatureVerifier.of(key.facts().dnskey(), provider);
      assertThat(verifier.verify(data, 0, data.length, made)).as(name).isTrue();
      assertThat(verifier.verify(data, 0, data.length, signature)).as(name).isTrue();
      assertThat(verifier.verify(others, 0, data.length, signature)).as(name).isFalse();
      for (int octet : new int[] {0, 20, signature.length / 2, signature.length - 1}) {
        byte[] wrong = signature.clone();
        wrong[octet] ^= 1;
        assertThat(verifier.verify(data, 0, data.length, wrong)).as(name).isFalse();
      }
      assertThat(verifier.verify(data, 0, data.length, signature)).as(name).isTrue();
    }
  }

  @Test
  void eachAlgorithmThatAnRfcHasExamplesOfIsThere() {
    assertThat(examples())
        .extracting(example -> example.key().facts().algorithm())
        .contains(
            Algorithm.RSASHA256,
            Algorithm.RSASHA512,
            Algorithm.ECDSAP256SHA256,
            Algorithm.ECDSAP384SHA384,
            Algorithm.ED25519,
            Algorithm.ED448)
        .hasSize(16);
  }

  private List<CheckResult> results(CryptoProviders providers) throws Exception {
    SelfTest test = new SelfTest(providers);
    List<CheckResult> results = new ArrayList<>(test.withoutFiles());
    results.addAll(test.withFiles(new Surroundings(folder, Clock.systemUTC())));
    return results;
  }

  @Test
  void thisMachineIsRight() throws Exception {
    List<CheckResult> results = results(CryptoProviders.detect());
    assertThat(results).filteredOn(result -> !result.isRight()).isEmpty();
    assertThat(results).hasSize(16 + 8);
    assertThat(results.subList(0, 16)).allSatisfy(result -> assertThat(result.by()).isNotEmpty());
    assertThat(results).extracting(CheckResult::subject).contains("PKCS #12", "NSEC3 hash");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whatIsBrokenIsFoundInEachExample(Fault fault) throws Exception {
    for (CheckResult result :
        new SelfTest(FaultyEngine.providers(fault)).withoutFiles().subList(0, 16)) {
      // BouncyCastle alone signs by RFC 6979, so that there the faulty one cannot sign wrongly.
      boolean signsWrongly = fault == Fault.SIGNS_SOMETHING_ELSE || fault == Fault.GOES_WRONG;
      boolean isSpared = signsWrongly && result.source().startsWith("RFC 6979");
      assertThat(result.isRight()).as(result.toString()).isEqualTo(isSpared);
    }
  }
}
