package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.commons.io.FileUtils;
import org.offlinesign.testing.Budgets;

/** What holds of every zone: delegations, DNAMEs, wildcards and what they hide, by chance. */
class SignedZoneProperties {
  private Path folder = Path.of("");

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("signed");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

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
    String text = Files.readString(folder.resolve("signed.zone"));
    assertThat(sign(text, 3)).isEqualTo(once);
    assertThat(Files.readString(folder.resolve("signed.zone"))).isEqualTo(text);
  }

  @Property(tries = 30)
  void theOrderOfTheInputChangesNothing(@ForAll("zones") String zone) throws Exception {
    sign(zone, 1);
    String text = Files.readString(folder.resolve("signed.zone"));
    String turned =
        zone.lines().sorted(Comparator.reverseOrder()).collect(Collectors.joining("\n", "", "\n"));
    sign("$TTL 300\n" + turned, 1);
    assertThat(Files.readString(folder.resolve("signed.zone"))).isEqualTo(text);
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
    String text = Files.readString(folder.resolve("signed.zone"));
    new SigningFixture(folder)
        .signWhole(
            text,
            request ->
                request
                    .serialPolicy(SerialPolicy.KEEP)
                    .signaturePolicy(new SignaturePolicy(null, Duration.ZERO, Duration.ofDays(1))));
    assertThat(Files.readString(folder.resolve("signed.zone"))).isEqualTo(text);
  }
}
