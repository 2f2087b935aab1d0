package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.sign.SigningFixture.KSK;
import static org.offlinesign.sign.SigningFixture.ZSK;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.sign.SigningWarning.Code;

/** What becomes of the DNSKEY records that a zone already holds. */
class DnskeyTreatmentTest {
  private static final String FOREIGN =
      SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK).facts().dnskey().toString();

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private Outcome sign(String records, RecordTreatment treatment) throws Exception {
    return fixture.sign(records, request -> request.dnskeyTreatment(treatment));
  }

  private static List<String> keys(Outcome outcome) {
    return outcome.zone().data("example.", RecordType.DNSKEY);
  }

  private static String own(String owner) {
    return owner
        + " DNSKEY "
        + KSK.facts().dnskey()
        + "\n"
        + owner
        + " DNSKEY "
        + ZSK.facts().dnskey()
        + "\n";
  }

  @Test
  void replaceLeavesOnlyTheKeysGivenButTheTtlThatWasThere() throws Exception {
    Outcome outcome = sign("@ 77 DNSKEY " + FOREIGN + "\n", RecordTreatment.REPLACE);
    assertThat(keys(outcome)).hasSize(2).doesNotContain(FOREIGN);
    assertThat(outcome.report().dnskeyTtl().seconds()).isEqualTo(77);
    assertThat(outcome.zone().ttls("example.", RecordType.DNSKEY)).containsOnly(77);
  }

  @Test
  void withoutADnskeyRrsetTheTtlIsThatOfTheSoa() throws Exception {
    Outcome outcome = sign("", RecordTreatment.REPLACE);
    assertThat(outcome.report().dnskeyTtl().seconds()).isEqualTo(300);
  }

  @Test
  void addKeepsTheKeysThatAreThere() throws Exception {
    Outcome outcome = sign("@ DNSKEY " + FOREIGN + "\n" + own("@"), RecordTreatment.ADD);
    assertThat(keys(outcome)).hasSize(3).contains(FOREIGN);
  }

  @Test
  void nochangeAddsNoKey() throws Exception {
    Outcome outcome = sign("@ DNSKEY " + FOREIGN + "\n" + own("@"), RecordTreatment.NOCHANGE);
    assertThat(keys(outcome)).hasSize(3).contains(FOREIGN);
  }

  @Test
  void nochangeRefusesASigningKeyThatTheZoneDoesNotPublish() {
    assertThatThrownBy(() -> sign("@ DNSKEY " + FOREIGN + "\n", RecordTreatment.NOCHANGE))
        .isInstanceOf(KeyPlanException.class)
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("--dnskey add");
    assertThatThrownBy(() -> sign("", RecordTreatment.NOCHANGE))
        .isInstanceOf(KeyPlanException.class)
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("--dnskey add");
  }

  @Test
  void rfc4035_2_2_aForeignKeyOfAnotherAlgorithmIsRefused() {
    String sha1 = SigningFixture.key(Algorithm.RSASHA1, KeyRole.ZSK).facts().dnskey().toString();
    assertThatThrownBy(() -> sign("@ DNSKEY " + sha1 + "\n", RecordTreatment.ADD))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("publishes RSASHA1 keys but none signs");
  }

  @Test
  void aForeignKeyOfAnUnknownAlgorithmStaysWithAWarning() throws Exception {
    Outcome outcome = sign("@ DNSKEY 256 3 100 AQIDBA==\n", RecordTreatment.ADD);
    assertThat(keys(outcome)).hasSize(3);
    assertThat(outcome.report().warnings())
        .extracting(SigningWarning::code)
        .contains(Code.UNKNOWN_ALGORITHM);
  }
}
