package org.offlinesign.zonefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.offlinesign.name.EscapeStyle;
import org.offlinesign.rdata.RdataSyntaxException;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordClass;
import org.offlinesign.wire.WireWriter;

/**
 * BIND's {@code $GENERATE start-stop[/step] owner [ttl] [class] type rdata}: a record for each
 * number of a range, its owner and RDATA made from templates.
 */
final class GenerateDirective {
  /** How many records all directives of a zone may make: as many as there are in a /8 of IPv4. */
  static final long MAX_RECORDS = 1L << 24;

  /** How much text those records may be, owners and RDATA alone. */
  private static final long MAX_OCTETS = 1L << 30;

  private final ZoneReading reading;
  private final RecordParser parser;
  private final RecordClass zoneClass;
  private final EscapeStyle escapes;
  private final RecordBuffer record = new RecordBuffer();
  private final WireWriter text = new WireWriter(256);
  private long records;
  private long octets;

  GenerateDirective(ZoneReading reading, ZoneFileOptions options, RecordParser parser) {
    this.reading = reading;
    this.parser = parser;
    this.zoneClass = options.recordClass();
    this.escapes = options.escapes();
  }

  /** Obeys the directive that is the current field. */
  void run(MasterFile file) throws Fault, RdataSyntaxException, IOException {
    FieldScanner scanner = file.scanner();
    record.setPlace(file.index(), scanner.fieldLine(), scanner.fieldColumn());
    Directives.need(scanner, "a range such as 1-254 after $GENERATE");
    GenerateRange range = GenerateRange.parse(RecordParser.text(scanner));
    count(range);
    Directives.need(scanner, "an owner with a '$' in it");
    GenerateTemplate owners = template(scanner);
    Directives.need(scanner, "a TTL, class or type");
    parser.prefix(scanner);
    int ttl = parser.impliedTtl(file);
    if (ttl < 0) {
      throw new Fault(LintCode.TTL, "expected a TTL, because there is none before and no $TTL");
    }
    record.set(parser.type(), zoneClass.code(), ttl);
    Directives.need(scanner, "RDATA as one field, in quotation marks if it has blanks,");
    GenerateTemplate rdata = template(scanner);
    Directives.needEnd(scanner);
    generate(scanner, range, owners, rdata);
  }

  private void count(GenerateRange range) throws Fault {
    records += range.size();
    if (records > MAX_RECORDS) {
      throw new Fault(
          LintCode.GENERATE,
          "expected at most "
              + MAX_RECORDS
              + " records by $GENERATE in a zone but found "
              + records
              + "; more have to stand in the file");
    }
  }

  private static GenerateTemplate template(FieldScanner scanner) throws Fault {
    return new GenerateTemplate(Arrays.copyOfRange(scanner.text(), scanner.start(), scanner.end()));
  }

  private void generate(
      FieldScanner scanner, GenerateRange range, GenerateTemplate owners, GenerateTemplate rdata)
      throws Fault, IOException {
    for (long number = range.start(); number <= range.stop(); number += range.step()) {
      record.owner().clear();
      FieldScanner owner = scan(owners, number, scanner);
      parseOwner(owner, number);
      FieldScanner data = scan(rdata, number, scanner);
      parseRdata(data, number);
      reading.handOn(record);
    }
  }

  private FieldScanner scan(GenerateTemplate template, long number, FieldScanner outer)
      throws Fault {
    text.clear();
    template.expand(number, text);
    octets += text.length();
    if (octets > MAX_OCTETS) {
      throw new Fault(
          LintCode.GENERATE,
          "expected at most "
              + (MAX_OCTETS >> 20)
              + " MiB of text by $GENERATE in a zone but found more");
    }
    FieldScanner scanner =
        new FieldScanner(new InputBlock(text.array(), text.length()), escapes, ScanNotes.IGNORED);
    scanner.setOrigin(outer.origin());
    return scanner;
  }

  private void parseOwner(FieldScanner owner, long number) throws Fault {
    try {
      Directives.need(owner, "an owner");
      parser.name(owner, record.owner());
      Directives.needEnd(owner);
    } catch (RdataSyntaxException e) {
      throw failed(number, LintCode.SYNTAX, e);
    } catch (Fault e) {
      throw failed(number, e.code(), e);
    }
  }

  private void parseRdata(FieldScanner data, long number) throws Fault {
    record.rdata().clear();
    try {
      WindowsTraits.schema(record.type()).parse(data, record.rdata());
    } catch (RdataSyntaxException e) {
      throw failed(number, LintCode.RDATA, e);
    }
  }

  private Fault failed(long number, LintCode code, Exception cause) {
    return new Fault(code, cause.getMessage() + " (for " + number + ": '" + shown() + "')");
  }

  private String shown() {
    int length = Math.min(text.length(), RecordParser.SHOWN);
    return new String(text.array(), 0, length, StandardCharsets.UTF_8);
  }
}
