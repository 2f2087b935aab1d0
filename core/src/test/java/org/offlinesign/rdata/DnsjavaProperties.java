package org.offlinesign.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.offlinesign.record.RecordType;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** RDATA as the library dnsjava reads and writes it. */
class DnsjavaProperties {
  /** The types for which dnsjava has a text form. */
  private static final List<String> TYPES =
      List.of(
          ("A NS MD MF CNAME SOA MB MG MR PTR HINFO MINFO MX TXT RP AFSDB X25 ISDN RT NSAP NSAP-PTR"
                  + " SIG KEY PX AAAA LOC NXT SRV NAPTR KX CERT A6 DNAME APL DS SSHFP IPSECKEY"
                  + " RRSIG NSEC DNSKEY DHCID NSEC3 NSEC3PARAM TLSA SMIMEA CDS CDNSKEY OPENPGPKEY"
                  + " SVCB HTTPS SPF URI CAA DLV")
              .split(" "));

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(TYPES);
  }

  @Property(tries = 3_000)
  void dnsjavaReadsOurTextAsTheSameOctets(@ForAll("types") String type, @ForAll long seed)
      throws IOException {
    // Lower case, for dnsjava writes wire form without compression in canonical form only.
    byte[] octets = RandomRdata.of(type, seed, "abcxyz019-_. ;\"\\");
    RdataSchema schema = RdataText.schema(type);
    String text = RdataProperties.print(schema, octets);
    Assume.that(hasKnownKeys(text) && namesKnownTypes(text));
    // dnsjava reads altitudes as floating point numbers and is a centimetre off now and then.
    Assume.that(!type.equals("LOC"));

    Record record =
        Record.fromString(Name.root, schema.type().code(), DClass.IN, 0, text, Name.root);

    assertThat(record.rdataToWireCanonical()).as(text).isEqualTo(octets);
  }

  /** Says that no service parameter key stands in some text for which dnsjava has a wrong form. */
  private static boolean hasKnownKeys(String text) {
    return !text.matches(".*(dohpath|ohttp|tls-supported-groups|docpath|pvd|key12\\b).*");
  }

  /** Says that dnsjava, too, has the record types that are mentioned in some text. */
  private static boolean namesKnownTypes(String text) {
    return Stream.of(text.split(" "))
        .filter(word -> RecordType.parse(word).isPresent())
        .allMatch(word -> Type.value(word) >= 0);
  }

  @Property(tries = 3_000)
  void dnsjavasTextIsReadAsTheSameOctets(@ForAll("types") String type, @ForAll long seed)
      throws Exception {
    byte[] octets = RandomRdata.of(type, seed, "abcxyz019-_. ;\"\\");
    RdataSchema schema = RdataText.schema(type);
    Assume.that(hasKnownKeys(RdataProperties.print(schema, octets)));

    String text =
        Record.newRecord(Name.root, schema.type().code(), DClass.IN, 0, octets).rdataToString();

    assertThat(RdataProperties.read(schema, text)).as(text).isEqualTo(octets);
  }
}
