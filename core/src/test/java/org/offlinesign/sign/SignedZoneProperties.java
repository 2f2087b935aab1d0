package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.offlinesign.testing.Budgets;

/** What holds of every zone: delegations, DNAMEs, wildcards and what they hide, by chance. */
class SignedZoneProperties extends SignedZoneFixture {
  @Provide
  Arbitrary<String> zones() {
    return ZonesByChance.of(
        4,
        "A 192.0.2.1",
        "TXT \"t\"",
        "NS ns.other.",
        "DNAME other.",
        "CNAME other.",
        "TYPE65535 \\# 2 0102",
        "MX 1 Mail.Other.");
  }

  private SignedText sign(String zone, int threads) throws Exception {
    return new SigningFixture(folder)
        .signWhole(
            zone,
            request -> request.budget(Budgets.in(folder, threads)).serialPolicy(SerialPolicy.KEEP))
        .zone();
  }

  @Property(tries = 60)
  void theVerifierFindsNoFault(@ForAll("zones") String zone) throws Exception {
    sign(zone, 1);
    assertThat(new SigningFixture(folder).verificationErrors()).isEmpty();
  }

  @Property(tries = 30)
  void signingAgainChangesNothing(@ForAll("zones") String zone) throws Exception {
    SignedText once = sign(zone, 1);
    String text = text();
    assertThat(sign(text, 3)).isEqualTo(once);
    assertThat(text()).isEqualTo(text);
  }

  @Property(tries = 30)
  void theOrderOfTheInputChangesNothing(@ForAll("zones") String zone) throws Exception {
    sign(zone, 1);
    String text = text();
    String turned =
        zone.lines().sorted(Comparator.reverseOrder()).collect(Collectors.joining("\n", "", "\n"));
    sign("$TTL 300\n" + turned, 1);
    assertThat(text()).isEqualTo(text);
  }

  @Property(tries = 30)
  void whatIsUnchangedKeepsItsSignatures(@ForAll("zones") String zone) throws Exception {
    new SigningFixture(folder)
        .signWhole(
            zone,
            request ->
                request
                    .serialPolicy(SerialPolicy.KEEP)
                    .validity(
                        new Validity(
                            SigningFixture.NOW.minusSeconds(9),
                            SigningFixture.NOW.plusSeconds(9_000_000))));
    String text = text();
    new SigningFixture(folder)
        .signWhole(
            text,
            request ->
                request
                    .serialPolicy(SerialPolicy.KEEP)
                    .signaturePolicy(new SignaturePolicy(null, Duration.ZERO, Duration.ofDays(1))));
    assertThat(text()).isEqualTo(text);
  }
}
