package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.name.DnsName;

class KeyStoreProperties {
  @Property(tries = 300)
  void attributesAreReadAsTheyAreWritten(
      @ForAll("times") Map<KeyEvent, Instant> times, @ForAll("notes") String note) {
    KeyAttributes attributes =
        KeyAttributes.NONE
            .withTiming(KeyTiming.of(times))
            .withPublicKey(new byte[] {1, 2, 3})
            .withRollover(note.isEmpty() ? null : note);
    assertThat(KeyAttributes.parse(attributes.toString())).isEqualTo(attributes);
  }

  @Provide
  Arbitrary<Map<KeyEvent, Instant>> times() {
    Arbitrary<Instant> instants =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.longs().between(0, 4_294_967_295L).map(Instant::ofEpochSecond)),
            Tuple.of(1, Arbitraries.just(KeyTiming.UNDECIDED)));
    return Arbitraries.maps(Arbitraries.of(KeyEvent.class), instants)
        .map(map -> map.isEmpty() ? Map.of() : new EnumMap<>(map));
  }

  @Provide
  Arbitrary<String> notes() {
    return Arbitraries.strings().withCharRange('!', '~').ofMaxLength(80);
  }

  @Property(tries = 300)
  void aSubjectIsReadAsItIsWritten(
      @ForAll("labels") List<byte[]> labels, @ForAll Algorithm algorithm) throws Exception {
    DnsName zone = DnsName.ROOT;
    for (byte[] label : labels) {
      zone = zone.child(label);
    }
    CertificateSubject subject = new CertificateSubject(zone, 65535, algorithm, 257);
    CertificateSubject read = CertificateSubject.parse(subject.toName()).orElseThrow();
    assertThat(read).isEqualTo(subject);
    assertThat(read.zone().sameOctets(zone)).isTrue();
  }

  @Provide
  Arbitrary<List<byte[]>> labels() {
    return Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(60).list().ofMaxSize(4);
  }

  @Property(tries = 300)
  void aFriendlyNameOfAnyLettersCanBeSelected(@ForAll("names") String name) throws Exception {
    String escaped = "friendlyname:" + name.replace(",", "\\,");
    List<KeyCriterion> criteria = new ArrayList<>(KeySelector.parse(escaped).criteria());
    assertThat(criteria)
        .containsExactly(new KeyCriterion(KeyCriterion.Kind.FRIENDLY_NAME, name.trim()));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(name -> !name.isBlank() && !name.contains("\\") && !name.trim().isEmpty());
  }
}
