package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.delegation.ChildApex.CHILD;
import static org.offlinesign.delegation.ChildApex.ds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.delegation.ChildApex;
import org.offlinesign.delegation.ChildDecision.Answer;
import org.offlinesign.delegation.ChildFinding;
import org.offlinesign.delegation.ChildFinding.Code;
import org.offlinesign.delegation.ChildPolicy;
import org.offlinesign.delegation.ChildReport;
import org.offlinesign.delegation.ChildSignals;
import org.offlinesign.delegation.ChildStatus;
import org.offlinesign.delegation.ChildZone;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.zonefile.ZoneFileSource;

/** A parent is signed whose child says in its zone which DS records it wants. */
class ChildRequestsTest {
  private static final Instant NOW = SigningFixture.NOW;
  private static final Instant SIGNED = NOW.minusSeconds(3600);
  private static final SigningKey OLD = ChildApex.newKey(Algorithm.ECDSAP256SHA256);
  private static final SigningKey NEXT = ChildApex.newKey(Algorithm.ECDSAP256SHA256);
  private static final List<SigningKey> BOTH = List.of(OLD, NEXT);
  private static final String MARK = "; accepted from CDS records signed ";

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private static ChildApex apex() {
    return new ChildApex(NOW).dnskeys(BOTH, OLD, NEXT);
  }

  private ChildZone zone(ChildApex apex) throws Exception {
    return ChildZone.read(
        ZoneFileSource.of(Files.writeString(folder.resolve("child.signed"), apex.text())));
  }

  private ChildPolicy policy(ChildApex apex) throws Exception {
    return new ChildPolicy(Map.of(CHILD, zone(apex)), Set.of(), null, true);
  }

  private static String parent(Ds... present) {
    StringBuilder text = new StringBuilder("sub 7 NS ns.sub\n");
    for (Ds ds : present) {
      text.append("sub 9 DS ").append(ds).append('\n');
    }
    return text.toString();
  }

  private Outcome sign(String records, ChildPolicy policy) throws Exception {
    return fixture.sign(records, request -> request.children(policy));
  }

  private static List<String> dsOf(Outcome outcome) {
    return outcome.zone().data("sub.example.", RecordType.DS);
  }

  private static ChildReport child(Outcome outcome) {
    assertThat(outcome.report().children()).hasSize(1);
    return outcome.report().children().get(0);
  }

  private static List<Code> codes(Outcome outcome) {
    return child(outcome).findings().stream().map(ChildFinding::code).toList();
  }

  private void writeDsset(Ds... records) throws Exception {
    StringBuilder text = new StringBuilder();
    for (Ds ds : records) {
      text.append("sub.example. IN DS ").append(ds).append('\n');
    }
    fixture.write("dsset-sub.example", text.toString());
  }

  @Test
  void rfc7344_4_1_whatThePresentKeySignsReplacesTheDsRecords() throws Exception {
    Outcome outcome = sign(parent(ds(OLD)), policy(apex().cds(List.of(ds(NEXT)), OLD)));
    assertThat(dsOf(outcome)).containsExactly(ds(NEXT).toString());
    assertThat(outcome.zone().ttls("sub.example.", RecordType.DS)).containsExactly(7);
    assertThat(child(outcome).status()).isEqualTo(ChildStatus.CHANGED);
    assertThat(child(outcome).added()).containsExactly(ds(NEXT));
    assertThat(child(outcome).removed()).containsExactly(ds(OLD));
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void addDoesNotKeepWhatTheChildNoLongerWants() throws Exception {
    ChildPolicy policy = policy(apex().cds(List.of(ds(NEXT)), OLD));
    Outcome outcome =
        fixture.sign(
            parent(ds(OLD)), request -> request.children(policy).dsTreatment(RecordTreatment.ADD));
    assertThat(dsOf(outcome)).containsExactly(ds(NEXT).toString());
  }

  @Test
  void rfc7344_4_1_aChildThatAsksForNothingKeepsItsDsRecords() throws Exception {
    Outcome outcome = sign(parent(ds(OLD)), policy(apex()));
    assertThat(dsOf(outcome)).containsExactly(ds(OLD).toString());
    assertThat(child(outcome).status()).isEqualTo(ChildStatus.UNCHANGED);
    assertThat(child(outcome).answer()).isEqualTo(Answer.NOTHING_ASKED);
    assertThat(fixture.files()).doesNotContain("dsset-sub.example");
  }

  @Test
  void whatIsRefusedLeavesTheDelegationAsItIs() throws Exception {
    Outcome outcome = sign(parent(ds(OLD)), policy(apex().cds(List.of(ds(NEXT)), NEXT)));
    assertThat(dsOf(outcome)).containsExactly(ds(OLD).toString());
    assertThat(child(outcome).answer()).isEqualTo(Answer.REFUSED);
    assertThat(codes(outcome)).containsExactly(Code.NOT_SIGNED);
    assertThat(outcome.report().warnings())
        .extracting(SigningWarning::code)
        .contains(SigningWarning.Code.CHILD_ZONE);
  }

  @Test
  void dsRecordsThatLeadNowhereAreReportedWhereTheChildAsksForNothing() throws Exception {
    SigningKey gone = ChildApex.newKey(Algorithm.ECDSAP256SHA256);
    Outcome outcome = sign(parent(ds(gone)), policy(apex()));
    assertThat(dsOf(outcome)).containsExactly(ds(gone).toString());
    assertThat(codes(outcome)).containsExactly(Code.LEADS_NOWHERE);
  }

  @Test
  void rfc8078_3_theFirstDsRecordsNeedSomebodyWhoIsTrusted() throws Exception {
    ChildApex asking = apex().cds(List.of(ds(OLD)), OLD);
    Outcome outcome = sign(parent(), policy(asking));
    assertThat(dsOf(outcome)).isEmpty();
    assertThat(child(outcome).status()).isEqualTo(ChildStatus.INSECURE);
    assertThat(codes(outcome)).containsExactly(Code.NEW_CHILD);

    ChildPolicy trusting = new ChildPolicy(Map.of(CHILD, zone(asking)), Set.of(CHILD), null, true);
    outcome = sign(parent(), trusting);
    assertThat(dsOf(outcome)).containsExactly(ds(OLD).toString());
    assertThat(child(outcome).status()).isEqualTo(ChildStatus.NEW);
  }

  @Test
  void aNewChildIsHeldToTheOtherRulesAllTheSame() throws Exception {
    ChildApex byNobody = apex().cds(List.of(ds(OLD)));
    ChildPolicy trusting =
        new ChildPolicy(Map.of(CHILD, zone(byNobody)), Set.of(CHILD), null, true);
    Outcome outcome = sign(parent(), trusting);
    assertThat(dsOf(outcome)).isEmpty();
    assertThat(codes(outcome)).containsExactly(Code.NOT_SIGNED);
  }

  @Test
  void aDssetFileThatAgreesVouchesForANewChild() throws Exception {
    writeDsset(ds(OLD));
    Outcome outcome = sign(parent(), policy(apex().cds(List.of(ds(OLD), ds(NEXT)), OLD)));
    assertThat(dsOf(outcome)).containsExactlyInAnyOrder(ds(OLD) + "", ds(NEXT) + "");
    assertThat(codes(outcome)).containsExactly(Code.DISAGREEING);
  }

  @Test
  void aDssetFileOfOtherKeysIsNotOverruledByTrustInANewChild() throws Exception {
    SigningKey other = ChildApex.newKey(Algorithm.ECDSAP256SHA256);
    writeDsset(ds(other));
    ChildPolicy trusting =
        new ChildPolicy(
            Map.of(CHILD, zone(apex().cds(List.of(ds(OLD)), OLD))), Set.of(CHILD), null, true);
    Outcome outcome = sign(parent(), trusting);
    assertThat(dsOf(outcome)).containsExactly(ds(other).toString());
    assertThat(codes(outcome)).containsExactly(Code.STALE, Code.NOT_SIGNED, Code.LEADS_NOWHERE);
  }

  @Test
  void whatWasAcceptedIsKnownToTheNextSigning() throws Exception {
    sign(parent(ds(OLD)), policy(apex().cds(List.of(ds(NEXT)), OLD)));
    assertThat(fixture.read("dsset-sub.example"))
        .isEqualTo(MARK + SIGNED + "\nsub.example.\tIN DS " + ds(NEXT) + "\n");
    assertThat(Files.getLastModifiedTime(folder.resolve("dsset-sub.example")).toInstant())
        .isEqualTo(SIGNED);

    Outcome later = sign(parent(ds(OLD)), ChildPolicy.ASKING_NONE);
    assertThat(dsOf(later)).containsExactly(ds(NEXT).toString());
  }

  @Test
  void rfc7344_6_2_olderRequestsAreReplays() throws Exception {
    sign(parent(ds(OLD)), policy(apex().cds(List.of(ds(OLD), ds(NEXT)), OLD)));
    ChildApex older =
        new ChildApex(NOW)
            .valid(SIGNED.minusSeconds(1), NOW.plusSeconds(86_400))
            .dnskeys(BOTH, OLD, NEXT)
            .cds(List.of(ds(OLD)), OLD);
    Outcome outcome = sign(parent(ds(OLD)), policy(older));
    assertThat(dsOf(outcome)).containsExactlyInAnyOrder(ds(OLD) + "", ds(NEXT) + "");
    assertThat(codes(outcome)).containsExactly(Code.REPLAY);
  }

  /** A child whose DNSKEY records keep a signature of day 0, with a request to be added. */
  private static ChildApex signedOnDay(int day) {
    Instant until = NOW.plus(Duration.ofDays(20));
    return new ChildApex(NOW).valid(day(0), until).dnskeys(BOTH, OLD, NEXT).valid(day(day), until);
  }

  private static Instant day(int day) {
    return NOW.minus(Duration.ofDays(12L - day));
  }

  @Test
  void rfc7344_6_2_oldSignaturesOfTheKeysDoNotLetReplaysIn() throws Exception {
    ChildApex first = signedOnDay(5).cds(List.of(ds(OLD)), OLD);
    assertThat(child(sign(parent(ds(OLD)), policy(first))).answer()).isEqualTo(Answer.ACCEPTED);
    ChildApex second = signedOnDay(10).cds(List.of(ds(OLD), ds(NEXT)), OLD);
    assertThat(child(sign(parent(ds(OLD)), policy(second))).answer()).isEqualTo(Answer.ACCEPTED);
    Path dsset = folder.resolve("dsset-sub.example");
    assertThat(dsset).content().startsWith(MARK + day(10) + "\n");
    assertThat(Files.getLastModifiedTime(dsset).toInstant()).isEqualTo(day(0));

    ChildApex deletion = signedOnDay(9).cds(List.of(ChildSignals.DELETING_CDS), OLD);
    ChildApex byCdnskey = signedOnDay(9).cdnskey(List.of(OLD.facts().dnskey()), OLD);
    for (ChildApex replay : List.of(first, deletion, byCdnskey)) {
      Outcome outcome = sign(parent(ds(OLD)), policy(replay));
      assertThat(codes(outcome)).contains(Code.REPLAY);
      assertThat(dsOf(outcome)).containsExactlyInAnyOrder(ds(OLD) + "", ds(NEXT) + "");
    }
  }

  @Test
  void newRequestsBesideOldSignaturesOfTheKeysAreAccepted() throws Exception {
    sign(parent(ds(OLD)), policy(signedOnDay(5).cds(List.of(ds(OLD), ds(NEXT)), OLD)));
    Outcome outcome = sign(parent(ds(OLD)), policy(signedOnDay(6).cds(List.of(ds(NEXT)), OLD)));
    assertThat(child(outcome).answer()).isEqualTo(Answer.ACCEPTED);
    assertThat(dsOf(outcome)).containsExactly(ds(NEXT).toString());
    assertThat(fixture.read("dsset-sub.example")).startsWith(MARK + day(6) + "\n");
  }

  @Test
  void theOlderOfCdsAndCdnskeyRecordsIsTheAgeOfARequest() throws Exception {
    ChildApex both =
        signedOnDay(4)
            .cdnskey(List.of(NEXT.facts().dnskey()), OLD)
            .valid(day(5), NOW.plus(Duration.ofDays(20)))
            .cds(List.of(ds(NEXT)), OLD);
    sign(parent(ds(OLD)), policy(both));
    assertThat(fixture.read("dsset-sub.example")).startsWith(MARK + day(4) + "\n");
  }

  @Test
  void rfc7344_6_2_ofTwoRequestsSignedInTheSameSecondTheFirstStays() throws Exception {
    ChildApex first = signedOnDay(5).cds(List.of(ds(OLD), ds(NEXT)), OLD);
    sign(parent(ds(OLD)), policy(first));
    Outcome other = sign(parent(ds(OLD)), policy(signedOnDay(5).cds(List.of(ds(OLD)), OLD)));
    assertThat(codes(other)).contains(Code.REPLAY);
    assertThat(dsOf(other)).containsExactlyInAnyOrder(ds(OLD) + "", ds(NEXT) + "");

    Outcome again = sign(parent(ds(OLD)), policy(first));
    assertThat(child(again).answer()).isEqualTo(Answer.ACCEPTED);
    assertThat(child(again).status()).isEqualTo(ChildStatus.UNCHANGED);
  }

  @Test
  void aTimeThatIsAskedForHoldsForTheKeysToo() throws Exception {
    ChildZone zone = zone(signedOnDay(5).cds(List.of(ds(NEXT)), OLD));
    Map<DnsName, ChildZone> zones = Map.of(CHILD, zone);
    assertThat(codes(sign(parent(ds(OLD)), new ChildPolicy(zones, Set.of(), day(1), false))))
        .contains(Code.REPLAY);
    assertThat(
            child(sign(parent(ds(OLD)), new ChildPolicy(zones, Set.of(), day(0), false))).answer())
        .isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void aKeyThatTheChildHasTakenBackIsBelievedNoMore() throws Exception {
    sign(parent(ds(OLD)), policy(apex().cds(List.of(ds(NEXT)), OLD)));
    Outcome outcome = sign(parent(ds(OLD)), policy(apex().cds(List.of(ds(OLD)), OLD)));
    assertThat(dsOf(outcome)).containsExactly(ds(NEXT).toString());
    assertThat(codes(outcome)).contains(Code.NOT_SIGNED);
  }

  @Test
  void rfc8078_4_aDeletionLastsWhateverOtherFilesSay() throws Exception {
    fixture.write("keyset-sub.example", "sub.example. 5 IN DNSKEY " + dnskey(OLD) + "\n");
    ChildApex deleting =
        apex()
            .cds(List.of(ChildSignals.DELETING_CDS), OLD)
            .cdnskey(List.of(ChildSignals.DELETING_CDNSKEY), OLD);
    Outcome outcome = sign(parent(ds(OLD)), policy(deleting));
    assertThat(dsOf(outcome)).isEmpty();
    assertThat(child(outcome).status()).isEqualTo(ChildStatus.REMOVED);
    assertThat(codes(outcome)).containsExactly(Code.DISAGREEING, Code.DELETION);
    assertThat(fixture.read("dsset-sub.example")).startsWith(MARK).contains("no DS records");

    Outcome later =
        fixture.sign(parent(ds(OLD)), request -> request.dsTreatment(RecordTreatment.ADD));
    assertThat(dsOf(later)).isEmpty();
    assertThat(later.report().warnings())
        .extracting(SigningWarning::code)
        .doesNotContain(SigningWarning.Code.LOST_DELEGATION);
  }

  private static String dnskey(SigningKey key) {
    return key.facts().dnskey().toString();
  }

  @Test
  void nothingIsKeptIfThatIsNotWanted() throws Exception {
    ChildZone zone = zone(apex().cds(List.of(ds(NEXT)), OLD));
    sign(parent(ds(OLD)), new ChildPolicy(Map.of(CHILD, zone), Set.of(), null, false));
    assertThat(fixture.files()).doesNotContain("dsset-sub.example");
  }

  @Test
  void filesWithKeysThatTheChildDoesNotHaveAreStale() throws Exception {
    SigningKey gone = ChildApex.newKey(Algorithm.ECDSAP256SHA256);
    fixture.write(
        "keyset-sub.example",
        """
        sub.example. 5 IN DNSKEY %s
        sub.example. 5 IN RRSIG DNSKEY 13 2 5 20260101000000 20250101000000 1 sub.example. AAAA
        """
            .formatted(dnskey(gone)));
    Outcome outcome = sign(parent(), policy(apex()));
    assertThat(codes(outcome)).containsExactly(Code.STALE, Code.STALE, Code.LEADS_NOWHERE);
    assertThat(child(outcome).findings())
        .extracting(ChildFinding::message)
        .anyMatch(text -> text.contains("have expired"))
        .anyMatch(text -> text.contains("does not have its keys " + gone.facts().keyTag()));
  }

  @Test
  void rfc9905_sha1AloneIsReported() throws Exception {
    writeDsset(ds(OLD, DigestType.SHA1));
    assertThat(codes(sign(parent(), ChildPolicy.ASKING_NONE))).containsExactly(Code.SHA1_ONLY);
  }

  @Test
  void unknownDigestsAndAlgorithmsAreReported() throws Exception {
    writeDsset(new Ds(1, 99, 2, new byte[32]), new Ds(1, 13, 77, new byte[32]));
    assertThat(codes(sign(parent(), ChildPolicy.ASKING_NONE)))
        .containsExactly(Code.DIGEST, Code.UNKNOWN_ALGORITHM);
  }

  @Test
  void aDelegationThatMerelyLostItsDsRecordsIsReported() throws Exception {
    Outcome outcome = sign(parent(ds(OLD)), ChildPolicy.ASKING_NONE);
    assertThat(child(outcome).status()).isEqualTo(ChildStatus.REMOVED);
    assertThat(child(outcome).removed()).containsExactly(ds(OLD));
  }

  @Test
  void theZoneOfNoDelegationIsReported() throws Exception {
    Outcome outcome = sign("", policy(apex()));
    assertThat(outcome.report().warnings())
        .anyMatch(
            warning ->
                warning.code() == SigningWarning.Code.CHILD_ZONE
                    && warning.message().contains("no delegation of that name"));
  }

  @Test
  void noChildCanBeAskedWhereDsRecordsAreNotToChange() {
    assertThatThrownBy(
            () -> {
              ChildPolicy policy = policy(apex());
              fixture.sign(
                  parent(),
                  request -> request.children(policy).dsTreatment(RecordTreatment.NOCHANGE));
            })
        .isInstanceOf(IllegalArgumentException.class);
  }
}
