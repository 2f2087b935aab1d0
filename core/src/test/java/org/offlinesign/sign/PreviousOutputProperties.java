package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.rollover.ReadZone;
import org.offlinesign.rollover.SignedGroup;
import org.offlinesign.rollover.ZoneVersionReader;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** What holds of every change of every zone that is signed again. */
class PreviousOutputProperties extends SignedZoneFixture {
  private static final List<KeyUse> KEYS = SigningFixture.keysOnP256();

  @Provide
  Arbitrary<String> zones() {
    return ZonesByChance.of(
        3,
        "A 192.0.2.1",
        "TXT \"t\"",
        "NS ns.other.",
        "DNAME other.",
        "TYPE65535 \\# 2 0102",
        "MX 1 Mail.Other.");
  }

  @Property(tries = 60)
  void exactlyWhatIsTheSameKeepsItsSignature(
      @ForAll("zones") String before, @ForAll("zones") String after, @ForAll boolean nsec3)
      throws Exception {
    Denial denial = nsec3 ? new Nsec3(Nsec3Parameters.RFC_9276, false) : new Nsec();
    Path previous = folder.resolve("previous.zone");
    sign(before, denial, List.of());
    Files.copy(signed(), previous, StandardCopyOption.REPLACE_EXISTING);
    sign(after, denial, List.of(previous));
    assertThat(new SigningFixture(folder).verificationErrors()).isEmpty();

    Map<String, Set<String>> former = records(previous);
    records(signed())
        .forEach((owner, now) -> assertKept(owner, now, former.getOrDefault(owner, Set.of())));
  }

  private static void assertKept(String owner, Set<String> now, Set<String> before) {
    for (String type : types(now)) {
      Set<String> signature = signature(now, type);
      if (!signature.isEmpty()) {
        boolean same =
            data(now, type).equals(data(before, type)) && !signature(before, type).isEmpty();
        assertThat(signature.equals(signature(before, type)))
            .as(owner + " " + type)
            .isEqualTo(same);
      }
    }
  }

  private void sign(String zone, Denial denial, List<Path> previous) throws Exception {
    new SigningFixture(folder)
        .signWhole(
            zone,
            request ->
                request
                    .keys(KEYS)
                    .denial(denial)
                    .serialPolicy(SerialPolicy.KEEP)
                    .previous(previous));
  }

  /** Returns the lines of a file by their owners. */
  private static Map<String, Set<String>> records(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.contains("\tIN\t"))
        .collect(
            Collectors.groupingBy(
                line -> line.substring(0, line.indexOf('\t')),
                HashMap::new,
                Collectors.toCollection(HashSet::new)));
  }

  private static Set<String> types(Set<String> records) {
    return records.stream()
        .map(line -> line.split("\t", -1)[3])
        .filter(type -> !type.equals("RRSIG"))
        .collect(Collectors.toSet());
  }

  private static Set<String> data(Set<String> records, String type) {
    return records.stream()
        .filter(line -> line.contains("\tIN\t" + type + "\t"))
        .collect(Collectors.toSet());
  }

  private static Set<String> signature(Set<String> records, String type) {
    return records.stream()
        .filter(line -> line.contains("\tIN\tRRSIG\t" + type + " "))
        .collect(Collectors.toSet());
  }

  @Property(tries = 60)
  void theVersionOfAFileIsTheSameWhetherItIsKnownOrNot(
      @ForAll("zones") String zone, @ForAll boolean nsec3) throws Exception {
    sign(zone, nsec3 ? new Nsec3(Nsec3Parameters.RFC_9276, true) : new Nsec(), List.of());
    ZoneFileSource source = ZoneFileSource.of(signed());
    ZoneFileOptions options = ZoneFileOptions.builder(SigningFixture.ZONE).build();
    ZoneVersionReader reader = new ZoneVersionReader(Budgets.in(folder));
    ReadZone slow = reader.read(source, options);
    ReadZone fast =
        reader.read(
            source, options, KeyUse.owner(SigningFixture.ZONE, KEYS, SigningFixture.PROVIDERS));
    assertThat(fast.soa()).isEqualTo(slow.soa());
    assertThat(fast.soaTtl()).isEqualTo(slow.soaTtl());
    assertThat(fast.version().keys()).isEqualTo(slow.version().keys());
    assertThat(withoutExamples(fast)).isEqualTo(withoutExamples(slow));
  }

  private static List<SignedGroup> withoutExamples(ReadZone zone) {
    return zone.version().data().stream()
        .map(group -> new SignedGroup(group.signatures(), group.largestTtl(), ""))
        .toList();
  }
}
