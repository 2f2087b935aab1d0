package org.offlinesign.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.offlinesign.delegation.KeySetFileName.Kind;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;

class KeySetFileNameProperties {
  @Provide
  Arbitrary<List<byte[]>> labels() {
    return Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(12).list().ofMaxSize(6);
  }

  @Property
  void everyZoneIsFoundAgainInEitherNaming(
      @ForAll("labels") List<byte[]> labels, @ForAll Kind kind, @ForAll KeySetNaming naming)
      throws NameSyntaxException {
    DnsName zone = DnsName.ROOT;
    for (byte[] label : labels) {
      zone = zone.child(label);
    }
    KeySetFileName name = new KeySetFileName(kind, zone);
    String fileName = name.fileName(naming);
    assertThat(fileName).matches("[-_.%a-zA-F0-9]+");
    assertThat(KeySetFileName.parse(fileName)).contains(name);
    assertThat(KeySetFileName.parse(fileName.toUpperCase(Locale.ROOT))).contains(name);
  }
}
