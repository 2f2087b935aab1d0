package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireWriter;

/** A record that was printed and read again is the record that it was, octet for octet. */
class PrintReadProperties {
  private static final DnsName ORIGIN = DnsName.of("example.test");

  private static List<ResourceRecord> read(WireWriter text) throws IOException, ZoneFileException {
    List<ResourceRecord> records = new ArrayList<>();
    new ZoneFileReader(ZoneFileOptions.builder(ORIGIN).build())
        .read(
            ZoneFileSource.of("printed", new ByteArrayInputStream(text.toByteArray())),
            record -> records.add(record.toRecord()));
    return records;
  }

  private static void assertSame(List<ResourceRecord> read, List<ResourceRecord> printed) {
    assertThat(read).isEqualTo(printed);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).owner().sameOctets(printed.get(i).owner())).isTrue();
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void absolute(@ForAll("records") List<ResourceRecord> records)
      throws IOException, ZoneFileException {
    WireWriter text = new WireWriter(1024);
    RecordPrinter printer = RecordPrinter.absolute(RecordClass.IN);
    records.forEach(record -> printer.print(record, text));
    assertSame(read(text), records);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void relativeToTheOrigin(@ForAll("records") List<ResourceRecord> records)
      throws IOException, ZoneFileException {
    WireWriter text = new WireWriter(1024);
    RecordPrinter printer = RecordPrinter.relative(RecordClass.IN, ORIGIN);
    records.forEach(record -> printer.print(record, text));
    assertThat(read(text)).isEqualTo(records);
  }

  @Property(tries = 3000)
  void anyOctetsThatAreRdataOfAType(
      @ForAll("types") RecordType type, @ForAll("shortOctets") byte[] octets)
      throws IOException, ZoneFileException {
    Assume.that(fits(type, octets));
    ResourceRecord record =
        new ResourceRecord(ORIGIN, type, RecordClass.IN, new Ttl(60), Rdata.copyOf(octets));
    WireWriter text = new WireWriter(1024);
    RecordPrinter.absolute(RecordClass.IN).print(record, text);
    assertSame(read(text), List.of(record));
  }

  private static boolean fits(RecordType type, byte[] octets) {
    try {
      RdataSchema.of(type).check(octets, 0, octets.length);
      return true;
    } catch (WireFormatException e) {
      return false;
    }
  }

  @Provide
  Arbitrary<List<ResourceRecord>> records() {
    return Combinators.combine(
            owners(), Arbitraries.integers().between(0, Integer.MAX_VALUE), data())
        .as((owner, ttl, data) -> data.of(owner, new Ttl(ttl)))
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<RecordType> types() {
    return Arbitraries.integers()
        .between(1, 300)
        .map(RecordType::of)
        .filter(type -> !type.isMeta());
  }

  @Provide
  Arbitrary<byte[]> shortOctets() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(24);
  }

  private record Data(RecordType type, Rdata rdata) {
    static Data of(RecordType type, byte[] octets) {
      return new Data(type, Rdata.copyOf(octets));
    }

    ResourceRecord of(DnsName owner, Ttl ttl) {
      return new ResourceRecord(owner, type, RecordClass.IN, ttl, rdata);
    }
  }

  private static Arbitrary<Data> data() {
    Arbitrary<byte[]> octets = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    return Arbitraries.oneOf(
        octets.map(o -> Data.of(RecordType.of(65280), o)),
        octets.map(o -> Data.of(RecordType.WINS, o)),
        octets.map(PrintReadProperties::text),
        owners().map(name -> Data.of(RecordType.NS, name.toWire())),
        Arbitraries.bytes()
            .array(byte[].class)
            .ofSize(16)
            .map(address -> Data.of(RecordType.AAAA, address)));
  }

  private static Data text(byte[] octets) {
    WireWriter rdata = new WireWriter(512);
    int first = Math.min(255, octets.length);
    rdata.u8(first).bytes(octets, 0, first);
    rdata.u8(octets.length - first).bytes(octets, first, octets.length - first);
    return Data.of(RecordType.TXT, rdata.toByteArray());
  }

  private static Arbitrary<DnsName> owners() {
    Arbitrary<byte[]> label = Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(20);
    Arbitrary<DnsName> bases =
        Arbitraries.of(DnsName.ROOT, ORIGIN, DnsName.of("EXAMPLE.test"), DnsName.of("test"));
    return Combinators.combine(label.list().ofMaxSize(5), bases).as(PrintReadProperties::name);
  }

  private static DnsName name(List<byte[]> labels, DnsName base) {
    try {
      DnsName name = base;
      for (byte[] label : labels) {
        name = name.child(label);
      }
      return name;
    } catch (NameSyntaxException e) {
      throw new AssertionError("five labels of 20 octets fit", e);
    }
  }
}
