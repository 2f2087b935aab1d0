package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Nsec3Salt;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.ZoneFileException;

class Nsec3SigningTest {
  private static final Nsec3 PLAIN = new Nsec3(Nsec3Parameters.RFC_9276, false);
  private static final Nsec3 OPT_OUT = new Nsec3(Nsec3Parameters.RFC_9276, true);
  private static final Nsec3 SALTED =
      new Nsec3(new Nsec3Parameters(2, Nsec3Salt.of("aabb")), false);

  /** The hash of {@code example.} by BIND's nsec3hash. */
  private static final String APEX = "3msev9usmd4br9s97v51r2tdvmr9iqo1.example.";

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private Outcome sign(String records, Denial denial) throws Exception {
    return fixture.sign(records, request -> request.denial(denial));
  }

  @Test
  void rfc9077_3_theTtlOfTheChainIsTheLesserOfSoaTtlAndMinimum() throws Exception {
    String zone = "$TTL %d\n@ SOA ns a 1 3600 900 604800 %d\n@ NS ns\nns A 192.0.2.1\n";
    UnaryOperator<SigningRequest.Builder> nsec3 = request -> request.denial(PLAIN);
    assertThat(
            fixture.signWhole(zone.formatted(300, 60), nsec3).zone().ttls(APEX, RecordType.NSEC3))
        .containsExactly(60);
    assertThat(fixture.signWhole(zone.formatted(50, 60), nsec3).zone().ttls(APEX, RecordType.NSEC3))
        .containsExactly(50);
  }

  @Test
  void rfc9276_3_1_parametersOtherThanNoneAreWarnedOf() throws Exception {
    assertThat(sign("", PLAIN).report().warnings()).isEmpty();
    assertThat(sign("", SALTED).report().warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(Code.NSEC3_PARAMETERS);
              assertThat(warning.message()).contains("iterations (2)", "salt (AABB)", "RFC 9276");
            });
  }

  @Test
  void moreIterationsThanResolversTakeAreRefused() {
    Nsec3 most = new Nsec3(new Nsec3Parameters(150, Nsec3Salt.NONE), false);
    Nsec3 more = new Nsec3(new Nsec3Parameters(151, Nsec3Salt.NONE), false);
    assertThatThrownBy(() -> sign("", more))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("151");
    assertThat(most.parameters().iterations()).isEqualTo(Nsec3.MOST_ITERATIONS);
  }

  @Test
  void rfc5155_2_aZoneWithARsasha1KeyIsRefused() {
    List<KeyUse> keys =
        SigningFixture.byRole(
            SigningFixture.key(Algorithm.RSASHA1, KeyRole.KSK),
            SigningFixture.key(Algorithm.RSASHA1, KeyRole.ZSK));
    assertThatThrownBy(() -> fixture.sign("", request -> request.denial(PLAIN).keys(keys)))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("algorithm 5")
        .hasMessageContaining("RFC 5155 section 2")
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("--nsec");
  }

  @Test
  void rfc5155_3_anApexThatLeavesNoRoomForAHashIsRefusedByName() throws Exception {
    String label = "a".repeat(54) + ".";
    DnsName longest = DnsName.of("a" + label.repeat(4));
    DnsName tooLong = DnsName.of("aa" + label.repeat(4));
    String zone = "$TTL 60\n@ SOA . . 1 1 1 1 1\n@ NS ns.other.\na A 192.0.2.1\n";
    UnaryOperator<SigningRequest.Builder> nsec3 = request -> request.denial(PLAIN);
    Outcome outcome = new SigningFixture(folder, longest).signWhole(zone, nsec3);
    assertThat(outcome.zone().owners(RecordType.NSEC3))
        .hasSize(2)
        .allMatch(owner -> DnsName.of(owner).wireLength() == DnsName.MAX_WIRE_LENGTH);
    assertThatThrownBy(() -> new SigningFixture(folder, tooLong).signWhole(zone, nsec3))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("zone:2:1")
        .hasMessageContaining(tooLong + " has 223 octets")
        .hasMessageContaining("--nsec");
  }

  @Test
  void rfc5155_6_optOutLeavesOutInsecureDelegationsAndWhatIsAboveThemAlone() throws Exception {
    String records =
        "ins.ent NS ns.other.\nmixed.deep NS ns.other.\nhost.deep A 192.0.2.1\n"
            + "sec NS ns.other.\nsec DS 1 8 2 "
            + "AB".repeat(32)
            + "\n";
    UnaryOperator<SigningRequest.Builder> kept =
        request -> request.dsTreatment(RecordTreatment.NOCHANGE);
    Outcome all = fixture.sign(records, request -> kept.apply(request).denial(PLAIN));
    Outcome some = fixture.sign(records, request -> kept.apply(request).denial(OPT_OUT));
    // The apex, ns, ent, ins.ent, deep, mixed.deep, host.deep, sec.
    assertThat(all.zone().owners(RecordType.NSEC3)).hasSize(8);
    assertThat(some.zone().owners(RecordType.NSEC3))
        .hasSize(5)
        .isSubsetOf(all.zone().owners(RecordType.NSEC3));
  }

  @Test
  void theReportTellsWhatTheZoneHadAndHas() throws Exception {
    assertThat(sign("", SALTED).report().denial())
        .isEqualTo(new SigningReport.DenialChange(List.of(), SALTED));
    assertThat(signAgain(OPT_OUT).report().denial())
        .isEqualTo(new SigningReport.DenialChange(List.of(SALTED), OPT_OUT));
    assertThat(signAgain(new Nsec()).report().denial())
        .isEqualTo(new SigningReport.DenialChange(List.of(OPT_OUT), new Nsec()));
    assertThat(signAgain(PLAIN).report().denial())
        .isEqualTo(new SigningReport.DenialChange(List.of(new Nsec()), PLAIN));
  }

  private Outcome signAgain(Denial denial) throws Exception {
    return fixture.signWhole(fixture.read("signed.zone"), request -> request.denial(denial));
  }

  @Test
  void whatIsSpilledToDiskMakesTheSameZone() throws Exception {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 12000; i++) {
      records.append("h").append(i).append(".e").append(i % 999).append(" A 192.0.2.1\n");
    }
    SortBudget small = new SortBudget(SortBudget.MIN_OCTETS, folder, 2);
    UnaryOperator<SigningRequest.Builder> way =
        request ->
            request
                .denial(PLAIN)
                .keys(List.of(signingEverything()))
                .serialPolicy(SerialPolicy.KEEP);
    fixture.sign(records.toString(), way);
    String inMemory = fixture.read("signed.zone");
    fixture.sign(records.toString(), request -> way.apply(request).budget(small));
    assertThat(fixture.read("signed.zone")).isEqualTo(inMemory);
    fixture.sign(records.toString(), request -> way.apply(request).budget(Budgets.in(folder, 8)));
    assertThat(fixture.read("signed.zone")).isEqualTo(inMemory);
  }

  private static KeyUse signingEverything() {
    return KeyUse.signing(SHORT_KEY, SigningScope.ALL_RRSETS);
  }

  private static final org.offlinesign.key.SigningKey SHORT_KEY =
      SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK, 512);

  @Test
  void windowsFilesHaveTheSignatureOfALinkBeforeItAndRelativeLowerCaseHashes() throws Exception {
    fixture.sign("", request -> request.denial(PLAIN).layout(ZoneLayout.WINDOWS));
    String label = APEX.substring(0, APEX.indexOf('.'));
    assertThat(fixture.read("signed.zone").lines().filter(line -> line.startsWith(label)))
        .satisfiesExactly(
            first -> assertThat(first).startsWith(label + " 60\tRRSIG\tNSEC3 8 2 60 "),
            second -> assertThat(second).startsWith(label + " 60\tNSEC3\t1 0 0 - "));
  }

  @Test
  void rfc5155_7_1_namesOutsideTheZoneAreInNoChain() throws Exception {
    Outcome outcome =
        fixture.sign(
            "aaa. A 192.0.2.1\na.b.aaa. A 192.0.2.1\nx.other. A 192.0.2.1\n",
            request -> request.denial(new Nsec3(Nsec3Parameters.RFC_9276, false)));
    assertThat(outcome.zone().owners(RecordType.NSEC3)).hasSize(2);
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void dnssecRecordsAloneHaveTheChainAndItsParameters() throws Exception {
    Outcome outcome =
        fixture.sign(
            "",
            request ->
                request
                    .denial(PLAIN)
                    .serialPolicy(SerialPolicy.KEEP)
                    .dsTreatment(RecordTreatment.NOCHANGE)
                    .dnskeyTreatment(RecordTreatment.ADD)
                    .content(ZoneContent.DNSSEC_ONLY));
    assertThat(outcome.zone().data("example.", RecordType.NSEC3PARAM)).containsExactly("1 0 0 -");
    assertThat(outcome.zone().owners(RecordType.NSEC3)).hasSize(2).contains(APEX);
    assertThat(outcome.zone().owners(RecordType.A)).isEmpty();
  }
}
