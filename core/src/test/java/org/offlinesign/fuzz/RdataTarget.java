package org.offlinesign.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.RandomRdata;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.RecordPrinter;
import org.offlinesign.zonefile.ZoneFileOptions;

/**
 * Takes octets as the RDATA of any type, in text or on the wire.
 *
 * <p>Whatever they are: octets, printed and read again, are the same octets, in the type's own form
 * exactly if they fit it; text that is read gives octets that fit; text printed twice is the same;
 * and the canonical form is well formed, its own canonical form, and differs in case alone.
 */
final class RdataTarget implements FuzzTarget {
  private static final DnsName OWNER = DnsName.of("Owner.Example.");
  private static final int OF_EACH_TYPE = 2;
  private static final int HEADER = 3;
  private static final int ON_THE_WIRE = 0;
  private static final int IN_TEXT = 1;
  private static final Pattern RECORD =
      Pattern.compile("(?m)^\\S+[ \\t]+(?:\\d+[ \\t]+)?(?:IN[ \\t]+)?([A-Z][A-Z0-9-]*)[ \\t](.*)$");

  @Override
  public void run(byte[] input) throws IOException {
    if (input.length < HEADER) {
      return;
    }
    int code = (input[0] & 0xff) << Byte.SIZE | (input[1] & 0xff);
    byte[] content = Arrays.copyOfRange(input, HEADER, input.length);
    if ((input[2] & 1) == ON_THE_WIRE) {
      checkWire(RdataSchema.of(code), content);
    } else {
      checkText(RecordType.of(code), content);
    }
  }

  private static void checkWire(RdataSchema schema, byte[] octets) throws IOException {
    boolean fits = fits(schema, octets);
    String text = print(schema, octets);
    Oracle.require(
        fits || text.startsWith("\\# " + octets.length),
        () -> "octets that do not fit " + schema + " were printed as " + text);
    if (fits) {
      checkReadBack(schema, octets, text);
    }
    checkCanonical(schema, octets, fits);
  }

  private static void checkReadBack(RdataSchema schema, byte[] octets, String text)
      throws IOException {
    ResourceRecord record =
        new ResourceRecord(OWNER, schema.type(), RecordClass.IN, new Ttl(60), Rdata.copyOf(octets));
    WireWriter line = new WireWriter(512);
    RecordPrinter.absolute(RecordClass.IN).print(record, line);
    Reading read = read(line.toByteArray());
    Oracle.require(read.records().size() == 1, () -> line + " is not read: " + read.said());
    byte[] again = read.records().get(0).record().rdata().toByteArray();
    Oracle.same(again, octets, line::toString);
    Oracle.require(print(schema, again).equals(text), () -> line + " is printed otherwise");
  }

  private static void checkCanonical(RdataSchema schema, byte[] octets, boolean fits) {
    byte[] canonical = canonical(schema, octets);
    Oracle.same(canonical(schema, canonical), canonical, () -> "canonical " + schema);
    Oracle.require(fits(schema, canonical) == fits, () -> "canonical " + schema + " fits no more");
    Oracle.require(
        differInCaseAlone(canonical, octets),
        () -> "canonical " + schema + " differs in more than case");
    if (!schema.lowersNames()) {
      Oracle.same(canonical, octets, () -> schema + " has no names to lower");
    }
  }

  private static void checkText(RecordType type, byte[] text) throws IOException {
    for (Reading.Placed placed : read(type, text).records()) {
      byte[] octets = placed.record().rdata().toByteArray();
      RdataSchema schema = RdataSchema.of(placed.record().type());
      Oracle.require(fits(schema, octets), () -> "read, but ill formed: " + placed);
      checkWire(schema, octets);
    }
  }

  private static Reading read(RecordType type, byte[] text) throws IOException {
    WireWriter line = new WireWriter(text.length + 32);
    line.ascii("x 60 IN ").ascii(type.toString()).ascii(" ").bytes(text).ascii("\n");
    return read(line.toByteArray());
  }

  private static Reading read(byte[] line) throws IOException {
    Reading reading = Reading.of(line, ZoneFileOptions.builder(OWNER).build());
    Oracle.require(
        !reading.records().isEmpty() || !reading.said().isEmpty(),
        () -> "nothing was read, and nothing was said");
    return reading;
  }

  private static boolean fits(RdataSchema schema, byte[] octets) {
    try {
      schema.check(octets, 0, octets.length);
      return true;
    } catch (WireFormatException e) {
      return false;
    }
  }

  private static String print(RdataSchema schema, byte[] octets) {
    WireWriter out = new WireWriter(16);
    schema.print(octets, 0, octets.length, out);
    return out.toString();
  }

  private static byte[] canonical(RdataSchema schema, byte[] octets) {
    WireWriter out = new WireWriter(16);
    schema.canonicalize(octets, 0, octets.length, out);
    return out.toByteArray();
  }

  private static boolean differInCaseAlone(byte[] lower, byte[] octets) {
    if (lower.length != octets.length) {
      return false;
    }
    for (int i = 0; i < lower.length; i++) {
      boolean upper = octets[i] >= 'A' && octets[i] <= 'Z';
      if (lower[i] != octets[i] && !(upper && lower[i] == octets[i] + ('a' - 'A'))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    Seeds seeds = new Seeds();
    for (String mnemonic : RandomRdata.types()) {
      RecordType type = RecordType.parse(mnemonic).orElseThrow();
      byte[] octets = RandomRdata.of(mnemonic, 1);
      add(seeds, type, ON_THE_WIRE, octets);
      String text = print(RdataSchema.of(type), octets);
      add(seeds, type, IN_TEXT, text.getBytes(StandardCharsets.ISO_8859_1));
    }
    addTestZones(seeds);
    return seeds.all();
  }

  /** Adds a few records of each type, as people write them. */
  private static void addTestZones(Seeds seeds) throws IOException {
    Map<RecordType, Integer> counts = new HashMap<>();
    for (Path zone : Seeds.testZones()) {
      Matcher record = RECORD.matcher(Files.readString(zone, StandardCharsets.ISO_8859_1));
      while (record.find()) {
        Optional<RecordType> type = RecordType.parse(record.group(1));
        if (type.isPresent() && counts.merge(type.get(), 1, Integer::sum) <= OF_EACH_TYPE) {
          add(seeds, type.get(), IN_TEXT, record.group(2).getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  private static void add(Seeds seeds, RecordType type, int form, byte[] content) {
    seeds.add(content, type.code() >> Byte.SIZE, type.code() & 0xff, form);
  }

  @Override
  public List<String> dictionary() {
    return Words.ofZones();
  }
}
