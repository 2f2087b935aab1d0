package org.offlinesign.zonefile;

import java.nio.charset.StandardCharsets;
import org.offlinesign.name.NameParser;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.rdata.RdataSyntaxException;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.RecordTypeRegistry;
import org.offlinesign.wire.WireWriter;

/**
 * Reads the fields of one record after the other: owner, then TTL and class in either order, then
 * type and RDATA (RFC 1035 §5.1).
 */
final class RecordParser {
  /** How much of a field stands in a message. */
  static final int SHOWN = 80;

  private static final int NONE = -1;
  private static final int SOA = 6;
  private static final int NXNAME = 128;
  private static final int WINS = 65281;
  private static final int MINIMUM_LENGTH = 4;

  private final NameParser names;
  private final RecordClass zoneClass;
  private final TtlRules ttls;
  private final Findings findings;

  private long ttl;
  private boolean aged;
  private int type;

  RecordParser(ZoneFileOptions options, TtlRules ttls, Findings findings) {
    this.names = new NameParser(options.escapes());
    this.zoneClass = options.recordClass();
    this.ttls = ttls;
    this.findings = findings;
  }

  /** Reads the current field as the record's owner. */
  void owner(FieldScanner scanner, RecordBuffer record) throws Fault {
    record.owner().clear();
    name(scanner, record.owner());
  }

  /** Appends the name that the current field is. */
  void name(FieldScanner scanner, WireWriter out) throws Fault {
    try {
      names.parse(scanner.text(), scanner.start(), scanner.end(), scanner.origin(), out);
    } catch (NameSyntaxException e) {
      throw new Fault(LintCode.NAME, String.valueOf(e.getMessage()), e.offset());
    }
  }

  /**
   * Reads everything after the owner; the current field is the one after it.
   *
   * @return false if the record is one that only Windows servers know; it is then not complete
   */
  boolean rest(MasterFile file, RecordBuffer record) throws Fault, RdataSyntaxException {
    FieldScanner scanner = file.scanner();
    prefix(scanner);
    if (aged) {
      findings.once(
          file.spot(),
          LintCode.WINDOWS_AGE,
          "the age of dynamic records, [AGE:n], was left out: only Windows servers know it");
    }
    int recordTtl = impliedTtl(file);
    if (type >= WINS && WindowsTraits.isWins(scanner.text(), scanner.start(), scanner.end())) {
      rdata(scanner, record, RdataSchema.of(type));
      return false;
    }
    rdata(scanner, record, WindowsTraits.schema(type));
    if (recordTtl == NONE) {
      recordTtl = minimum(record);
    }
    record.set(type, zoneClass.code(), recordTtl);
    return true;
  }

  /** Reads TTL, class and type. */
  void prefix(FieldScanner scanner) throws Fault, RdataSyntaxException {
    ttl = TtlText.NONE;
    boolean classKnown = false;
    aged = isAge(scanner);
    if (aged) {
      advance(scanner);
    }
    while (true) {
      checkPlain(scanner);
      if (ttl == TtlText.NONE && stateTtl(scanner)) {
        advance(scanner);
      } else if (!classKnown && isClass(scanner)) {
        classKnown = true;
        advance(scanner);
      } else {
        break;
      }
    }
    type = typeOf(scanner);
  }

  private static void advance(FieldScanner scanner) throws Fault, RdataSyntaxException {
    if (!scanner.advance()) {
      throw new Fault(LintCode.SYNTAX, "expected a type but the record ends");
    }
  }

  private static boolean isAge(FieldScanner scanner) {
    return WindowsTraits.isAge(scanner.text(), scanner.start(), scanner.end());
  }

  private static void checkPlain(FieldScanner scanner) throws Fault {
    if (scanner.quoted()) {
      throw new Fault(
          LintCode.SYNTAX, "expected a TTL, class or type but found '\"" + text(scanner) + "\"'");
    }
  }

  private boolean stateTtl(FieldScanner scanner) throws Fault {
    byte first = scanner.text()[scanner.start()];
    if (first < '0' || first > '9') {
      return false;
    }
    long seconds = TtlText.parse(scanner.text(), scanner.start(), scanner.end());
    if (seconds == TtlText.NONE) {
      return false;
    }
    ttl = TtlRules.checked(seconds, scanner);
    ttls.stated((int) ttl);
    return true;
  }

  private boolean isClass(FieldScanner scanner) throws Fault {
    int code = RecordClass.lookup(scanner.text(), scanner.start(), scanner.end());
    if (code < 0) {
      return false;
    }
    if (code != zoneClass.code()) {
      throw new Fault(
          LintCode.CLASS, "expected class " + zoneClass + " but found " + RecordClass.of(code));
    }
    return true;
  }

  private static int typeOf(FieldScanner scanner) throws Fault {
    int code = RecordTypeRegistry.lookup(scanner.text(), scanner.start(), scanner.end());
    if (code < 0) {
      throw new Fault(
          LintCode.TYPE, "expected a TTL, class or type but found '" + text(scanner) + "'");
    }
    if (RecordType.isMeta(code)) {
      throw new Fault(
          code == NXNAME ? LintCode.NXNAME : LintCode.META_TYPE,
          "expected a type of zone data but found the meta type " + RecordType.of(code));
    }
    return code;
  }

  /** Returns the text of the current field for a message. */
  static String text(FieldScanner scanner) {
    int length = Math.min(scanner.end() - scanner.start(), SHOWN);
    return new String(scanner.text(), scanner.start(), length, StandardCharsets.UTF_8);
  }

  /** Returns all text of the current field. */
  static String wholeText(FieldScanner scanner) {
    return new String(
        scanner.text(), scanner.start(), scanner.end() - scanner.start(), StandardCharsets.UTF_8);
  }

  /** Returns the number of the type that {@link #prefix} read. */
  int type() {
    return type;
  }

  /** Returns the TTL that was stated, or that holds without; {@link #NONE} before the SOA. */
  int impliedTtl(MasterFile file) throws Fault {
    if (ttl != TtlText.NONE) {
      return (int) ttl;
    }
    if (ttls.known()) {
      if (ttls.inherited()) {
        findings.once(
            file.spot(),
            LintCode.RFC1035_TTL,
            "there is no $TTL: a record without a TTL has that of the record before"
                + " (RFC 1035 §5.1)");
      }
      if (ttls.doubtful()) {
        findings.once(
            file.spot(),
            LintCode.INCLUDED_TTL,
            "this record has the $TTL of a file that is included before it, but some name servers"
                + " give it the one before the $INCLUDE; write a $TTL behind the $INCLUDE");
      }
      return ttls.implied();
    }
    if (type != SOA) {
      // Said once: the next record finds a TTL.
      ttls.stated(0);
      throw new Fault(LintCode.TTL, "expected a TTL, because there is none before and no $TTL");
    }
    findings.once(
        file.traits().header() ? Severity.NOTICE : Severity.WARNING,
        file.spot(),
        LintCode.SOA_MINIMUM_TTL,
        "there is neither a TTL nor $TTL: records without a TTL have the last number of the SOA");
    return NONE;
  }

  private static void rdata(FieldScanner scanner, RecordBuffer record, RdataSchema schema)
      throws Fault {
    record.rdata().clear();
    try {
      schema.parse(scanner, record.rdata());
    } catch (RdataSyntaxException e) {
      throw new Fault(LintCode.RDATA, e.getMessage() + hint(scanner), e.offset());
    }
  }

  private static String hint(FieldScanner scanner) {
    int openSince = scanner.openSince();
    return openSince == 0 ? "" : " (the parenthesis of line " + openSince + " is still open)";
  }

  /** Makes the MINIMUM field of an SOA the common TTL. */
  private int minimum(RecordBuffer soa) throws Fault {
    int at = soa.rdata().length() - MINIMUM_LENGTH;
    long seconds = 0;
    for (int i = 0; i < MINIMUM_LENGTH; i++) {
      seconds = seconds << 8 | (soa.rdata().array()[at + i] & 0xff);
    }
    int common = TtlRules.checked(seconds);
    ttls.common(common);
    return common;
  }
}
