package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.rdata.Nsec3Salt;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.testing.Budgets;
import org.offlinesign.wire.Base32Hex;
import org.offlinesign.wire.WireWriter;

/** The NSEC3 chain of every zone, held against one that is made in another way. */
class Nsec3ZoneProperties extends SignedZoneFixture {
  private static final String DS = "DS 1 8 2 " + "AB".repeat(32);

  /** Zones with many delegations, secure and not, deep names, wildcards and DNAMEs. */
  @Provide
  Arbitrary<String> zones() {
    return ZonesByChance.of(
            5,
            "A 192.0.2.1",
            "NS ns.other.",
            "NS ns.other.",
            "NS ns.other.\n%s " + DS,
            "DNAME other.",
            "TYPE65535 \\# 2 0102",
            "MX 1 Mail.Other.")
        .filter(zone -> !hidesDs(zone));
  }

  /** A DS record below a cut is one without NS records, which no zone may have. */
  private static boolean hidesDs(String zone) {
    List<String> cuts =
        zone.lines()
            .filter(line -> line.contains(" NS ns.other.") || line.contains(" DNAME "))
            .map(line -> "." + line.substring(0, line.indexOf(' ')).toLowerCase(Locale.ROOT))
            .toList();
    return zone.lines()
        .filter(line -> line.contains(" DS "))
        .map(line -> line.substring(0, line.indexOf(' ')).toLowerCase(Locale.ROOT))
        .anyMatch(owner -> cuts.stream().anyMatch(owner::endsWith));
  }

  @Provide
  Arbitrary<Nsec3> ways() {
    Arbitrary<Nsec3Parameters> parameters =
        Arbitraries.of(
            Nsec3Parameters.RFC_9276,
            new Nsec3Parameters(3, Nsec3Salt.of("aabbccdd")),
            new Nsec3Parameters(1, Nsec3Salt.NONE));
    return Combinators.combine(parameters, Arbitraries.of(true, false)).as(Nsec3::new);
  }

  private SignedText sign(String zone, Nsec3 way, int threads) throws Exception {
    return new SigningFixture(folder)
        .signWhole(
            zone,
            request ->
                request
                    .denial(way)
                    .dsTreatment(RecordTreatment.NOCHANGE)
                    .budget(Budgets.in(folder, threads))
                    .serialPolicy(SerialPolicy.KEEP))
        .zone();
  }

  private static List<String> chain(SignedText zone) throws Exception {
    List<String> lines = new ArrayList<>();
    for (ResourceRecord record : zone.records()) {
      if (record.type().equals(RecordType.NSEC3)) {
        org.offlinesign.rdata.Nsec3 link = org.offlinesign.rdata.Nsec3.from(record.rdata());
        WireWriter next = new WireWriter(32);
        Base32Hex.encodeLower(link.nextHash(), 0, link.nextHash().length, next);
        TreeSet<String> types =
            link.types().stream()
                .map(RecordType::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        String owner = record.owner().toString();
        String label = owner.substring(0, owner.indexOf('.'));
        lines.add(Nsec3Reference.line(label, link.parameters().flags(), next.toString(), types));
      }
    }
    return lines;
  }

  @Property(tries = 100)
  void rfc5155_7_1_theChainIsThatOfAPlainReadingOfTheRfc(
      @ForAll("zones") String zone, @ForAll("ways") Nsec3 way) throws Exception {
    SignedText signed = sign(zone, way, 1);
    List<String> expected = new Nsec3Reference(SigningFixture.ZONE, way, signed.records()).chain();
    assertThat(chain(signed)).isEqualTo(expected);
  }

  @Property(tries = 30)
  void theVerifierFindsNoFault(@ForAll("zones") String zone, @ForAll("ways") Nsec3 way)
      throws Exception {
    sign(zone, way, 1);
    assertThat(new SigningFixture(folder).verificationErrors()).isEmpty();
  }

  @Property(tries = 25)
  void neitherThreadsNorWhatThereWasChangeAnything(
      @ForAll("zones") String zone, @ForAll("ways") Nsec3 way) throws Exception {
    sign(zone, way, 1);
    String once = text();
    sign(once, way, 8);
    assertThat(text()).isEqualTo(once);
    sign(zone, new Nsec3(new Nsec3Parameters(2, Nsec3Salt.of("00")), !way.optOut()), 1);
    sign(text(), way, 3);
    assertThat(text()).isEqualTo(once);
  }

  @Property(tries = 15)
  void noTraceIsLeftByAChangeToNsec(@ForAll("zones") String zone, @ForAll("ways") Nsec3 way)
      throws Exception {
    sign(zone, way, 1);
    SignedText back =
        new SigningFixture(folder)
            .signWhole(
                text(),
                request ->
                    request
                        .denial(new Nsec())
                        .dsTreatment(RecordTreatment.NOCHANGE)
                        .serialPolicy(SerialPolicy.KEEP))
            .zone();
    assertThat(back.records())
        .extracting(record -> record.type().toString())
        .contains("NSEC")
        .doesNotContain("NSEC3", "NSEC3PARAM");
  }
}
