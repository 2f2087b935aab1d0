package org.offlinesign.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.testing.CorpusFile;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.IncludePolicy;
import org.offlinesign.zonefile.RecordPrinter;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileOptions;

/**
 * Reads text as a zone, with the options that its first octet chooses.
 *
 * <p>Whatever the text: every error has a place in it, and is harmless on a terminal; there are no
 * more of them than asked for; it does not matter how the octets come in, nor which of the reader's
 * two ways is taken; and what was read is well formed, and read again once it is printed.
 */
final class ZoneFileTarget implements FuzzTarget {
  private static final DnsName ORIGIN = DnsName.of("example.");
  private static final int OCTAL = 1;
  private static final int WITH_INCLUDES = 2;
  private static final int WITH_TTL = 4;
  private static final int ONE_ERROR = 8;
  private static final int CHAOS = 16;
  private static final int AT_THE_ROOT = 32;

  private final Path folder = Seeds.testZoneFolder();
  private final IncludePolicy inFolder = IncludePolicy.inFolders(folder, List.of());

  @Override
  public void run(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    int choice = input[0];
    byte[] text = Arrays.copyOfRange(input, 1, input.length);
    ZoneFileOptions options = options(choice);
    Reading reading = Reading.of(text, options);
    Oracle.require(
        !reading.complete() || reading.sameAs(Reading.of(new Drops(text), options)),
        () -> "the octets came in drops, and something else was read");
    Reading good = Reading.ofGoodRecords(text, options);
    Oracle.require(
        reading.complete() == good.complete() && reading.sameAs(good),
        () -> "the reading of good records has found something else");
    checkDiagnostics(reading, options, text);
    checkRecords(reading, options);
  }

  private ZoneFileOptions options(int choice) {
    ZoneFileOptions.Builder options =
        ZoneFileOptions.builder((choice & AT_THE_ROOT) != 0 ? DnsName.ROOT : ORIGIN)
            .escapes((choice & OCTAL) != 0 ? EscapeStyle.OCTAL : EscapeStyle.DECIMAL)
            .includes((choice & WITH_INCLUDES) != 0 ? this::included : IncludePolicy.refused())
            .recordClass((choice & CHAOS) != 0 ? RecordClass.of(3) : RecordClass.IN)
            .maxErrors((choice & ONE_ERROR) != 0 ? 1 : 50);
    return (choice & WITH_TTL) != 0 ? options.defaultTtl(new Ttl(3600)).build() : options.build();
  }

  private Path included(String name, IncludePolicy.Includer includer) throws IOException {
    Path file = inFolder.resolve(name, includer);
    Oracle.require(
        !Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath()),
        () -> "'" + name + "' leads out of the folder, to " + file);
    return file;
  }

  private static void checkDiagnostics(Reading reading, ZoneFileOptions options, byte[] text) {
    int errors = 0;
    for (Diagnostic diagnostic : reading.said()) {
      errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
      Oracle.require(
          diagnostic.severity() != Severity.ERROR
              || (diagnostic.line() > 0 && diagnostic.column() > 0),
          () -> "an error without a place: " + diagnostic);
      Oracle.require(
          diagnostic.format().chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)),
          () -> "an error that acts on a terminal: " + diagnostic);
      Oracle.require(
          !diagnostic.file().equals(Reading.NAME) || isWithin(diagnostic, text),
          () -> "an error beyond the text: " + diagnostic);
    }
    int found = errors;
    Oracle.require(
        found <= options.maxErrors() + 1,
        () -> found + " errors where " + options.maxErrors() + " were asked for");
  }

  private static boolean isWithin(Diagnostic diagnostic, byte[] octets) {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    if (text.indexOf('\r') >= 0) {
      // Alone it ends a line between records, and is an octet like others in quotes and comments.
      return diagnostic.line() <= text.split("\r\n|\r|\n", -1).length
          && diagnostic.column() <= text.length() + 1;
    }
    String[] lines = text.split("\n", -1);
    return diagnostic.line() == 0
        || (diagnostic.line() <= lines.length
            && diagnostic.column() <= lines[diagnostic.line() - 1].length() + 1);
  }

  private static void checkRecords(Reading reading, ZoneFileOptions options) throws IOException {
    RecordPrinter printer = RecordPrinter.absolute(options.recordClass());
    WireWriter printed = new WireWriter(4096);
    for (Reading.Placed placed : reading.records()) {
      checkRdata(placed);
      Oracle.require(
          placed.record().recordClass().equals(options.recordClass()) && placed.line() > 0,
          () -> "a record of another class, or from nowhere: " + placed);
      printer.print(placed.record(), printed);
    }
    ZoneFileOptions plain =
        ZoneFileOptions.builder(DnsName.ROOT).recordClass(options.recordClass()).build();
    Reading again = Reading.of(printed.toByteArray(), plain);
    Oracle.require(
        again.said().stream().noneMatch(d -> d.severity() == Severity.ERROR),
        () -> "what is printed is not read: " + again.said());
    Oracle.require(
        again.records().size() == reading.records().size(),
        () -> reading.records() + " became " + again.records());
    for (int i = 0; i < again.records().size(); i++) {
      Reading.Placed before = reading.records().get(i);
      Reading.Placed after = again.records().get(i);
      Oracle.require(before.sameOctets(after), () -> before + " became " + after);
    }
  }

  private static void checkRdata(Reading.Placed placed) {
    RecordType type = placed.record().type();
    if (type.equals(RecordType.WINS) || type.equals(RecordType.WINSR)) {
      // Numbers for private use, which mean these types in zones of Windows alone.
      return;
    }
    byte[] octets = placed.record().rdata().toByteArray();
    try {
      RdataSchema.of(type).check(octets, 0, octets.length);
    } catch (WireFormatException e) {
      throw new AssertionError("the octets do not fit the type: " + placed, e);
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    Seeds seeds = new Seeds();
    for (Path zone : Seeds.testZones()) {
      boolean windows = zone.toString().endsWith(".dns");
      seeds.add(Files.readAllBytes(zone), windows ? OCTAL : WITH_INCLUDES);
    }
    for (CorpusFile zone :
        Seeds.corpus(
            120,
            CorpusFile.Kind.VALID_ZONE,
            CorpusFile.Kind.INVALID_ZONE,
            CorpusFile.Kind.FRAGMENT)) {
      seeds.add(Files.readAllBytes(zone.path()), zone.origin().equals(".") ? AT_THE_ROOT : 0);
    }
    seeds.add(
        "$GENERATE 1-20/3 a${0,3,x} A 192.0.2.$\n$GENERATE 0-2 \\$$ TXT ${1,2,n}\n", WITH_TTL);
    seeds.add("a (\n 1 IN ; comment\n TXT \"b\\\"\nc\" ) ; end\n TYPE1 \\# 4 C0000201\n", CHAOS);
    seeds.add("$INCLUDE includes/../../pom.xml\n$INCLUDE /etc/hosts x.\n", WITH_INCLUDES);
    seeds.add("$ORIGIN a.\n@ 0 IN SOA . . 1 2w 3d 4h 5m\n$INCLUDE soa.inc b\n", WITH_INCLUDES);
    return seeds.all();
  }

  @Override
  public List<String> dictionary() {
    return Words.ofZones();
  }

  /** Hands out a few octets at a time. */
  private static final class Drops extends InputStream {
    private static final int DROP = 61;
    private final ByteArrayInputStream all;

    Drops(byte[] octets) {
      this.all = new ByteArrayInputStream(octets);
    }

    @Override
    public int read() {
      return all.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return all.read(target, offset, Math.min(DROP, length));
    }
  }
}
