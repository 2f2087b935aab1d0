package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.offlinesign.testing.Budgets;

/** What holds of every zone: delegations, DNAMEs, wildcards and what they hide, by chance. */
class SignedZoneProperties {
  private static final String HEAD = "$TTL 300\n@ SOA a b 1 3600 900 604800 60\n@ NS ns.other.\n";

  private Path folder = Path.of("");

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("signed");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Each owner has one kind of data, so that no rule of zones is broken. */
  @Provide
  Arbitrary<String> zones() {
    Arbitrary<String> label = Arbitraries.of("a", "B", "c", "*", "\\000", "\\.", "_x", "zz");
    Arbitrary<String> owner =
        label.list().ofMinSize(1).ofMaxSize(4).map(labels -> String.join(".", labels));
    Arbitrary<String> data =
        Arbitraries.of(
            "A 192.0.2.1",
            "TXT \"t\"",
            "NS ns.other.",
            "DNAME other.",
            "CNAME other.",
            "TYPE65535 \\# 2 0102",
            "MX 1 Mail.Other.");
    return Combinators.combine(owner, data)
        .as((name, rdata) -> name + " " + rdata)
        .list()
        .ofMaxSize(25)
        .uniqueElements(
            line -> line.substring(0, line.indexOf(' ')).toLowerCase(java.util.Locale.ROOT))
        .map(lines -> HEAD + String.join("\n", lines) + "\n");
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
