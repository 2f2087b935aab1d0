package org.offlinesign.zonefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.rdata.RdataSyntaxException;
import org.offlinesign.wire.WireWriter;

/**
 * Obeys the lines that begin with a dollar sign: {@code $ORIGIN} and {@code $INCLUDE} (RFC 1035
 * §5.1), {@code $TTL} (RFC 2308 §4), BIND's {@code $GENERATE} and {@code $DATE}.
 */
final class Directives {
  private static final int MAX_DEPTH = 32;

  /** The longest path that Linux takes. */
  private static final int MAX_NAME = 4096;

  /** Each record carries the number of its file in two octets. */
  static final int MAX_FILES = 65536;

  /** How much may be read again: a few small files that include each other can mean any amount. */
  private static final long MAX_OCTETS_AGAIN = 1L << 30;

  private final ZoneReading reading;
  private final IncludePolicy includes;
  private final Optional<IncludeStandIn> standIn;
  private final RecordParser parser;
  private final TtlRules ttls;
  private final GenerateDirective generate;

  Directives(ZoneReading reading, ZoneFileOptions options, RecordParser parser, TtlRules ttls) {
    this.reading = reading;
    this.includes = options.includes();
    this.standIn = options.standIn();
    this.parser = parser;
    this.ttls = ttls;
    this.generate = new GenerateDirective(reading, options, parser);
  }

  /** Obeys the directive that is the current field. */
  void run(MasterFile file) throws Fault, RdataSyntaxException, IOException, ZoneFileException {
    FieldScanner scanner = file.scanner();
    String directive = RecordParser.text(scanner).toUpperCase(Locale.ROOT);
    switch (directive) {
      case "$ORIGIN" -> origin(scanner);
      case "$TTL" -> ttl(scanner);
      case "$INCLUDE" -> include(file);
      case "$GENERATE" -> generate.run(file);
      case "$DATE" -> date(scanner);
      default ->
          throw new Fault(
              LintCode.DIRECTIVE,
              "expected $ORIGIN, $TTL, $INCLUDE or $GENERATE but found '"
                  + RecordParser.text(scanner)
                  + "'");
    }
  }

  private void origin(FieldScanner scanner) throws Fault, RdataSyntaxException {
    need(scanner, "a domain name after $ORIGIN");
    DnsName origin = name(scanner);
    needEnd(scanner);
    scanner.setOrigin(origin);
    reading.originChanged();
  }

  private DnsName name(FieldScanner scanner) throws Fault {
    WireWriter wire = new WireWriter(DnsName.MAX_WIRE_LENGTH);
    parser.name(scanner, wire);
    try {
      return DnsName.fromWire(wire.array(), 0, wire.length());
    } catch (NameSyntaxException e) {
      throw new AssertionError("a parsed name is whole", e);
    }
  }

  private void ttl(FieldScanner scanner) throws Fault, RdataSyntaxException {
    need(scanner, "a TTL after $TTL");
    long seconds = TtlText.parse(scanner.text(), scanner.start(), scanner.end());
    if (seconds == TtlText.NONE || scanner.quoted()) {
      throw new Fault(
          LintCode.TTL, "expected a TTL but found '" + RecordParser.text(scanner) + "'");
    }
    int common = TtlRules.checked(seconds, scanner);
    needEnd(scanner);
    ttls.common(common);
  }

  /** Passes over the time at which BIND wrote a copy of its cache. */
  private void date(FieldScanner scanner) throws Fault, RdataSyntaxException {
    need(scanner, "a time after $DATE");
    needEnd(scanner);
  }

  private void include(MasterFile file)
      throws Fault, RdataSyntaxException, IOException, ZoneFileException {
    FieldScanner scanner = file.scanner();
    need(scanner, "the name of a file after $INCLUDE");
    Path path = included(file);
    DnsName origin = scanner.origin();
    if (scanner.advance()) {
      origin = name(scanner);
      needEnd(scanner);
    }
    if (origin == null) {
      throw new AssertionError("the scanner of a file has an origin");
    }
    if (isStandIn(path)) {
      reading.readInPlaceOfIncluded(origin);
    } else {
      reading.readIncluded(path, origin);
    }
  }

  private boolean isStandIn(Path path) throws IOException {
    return standIn.isPresent() && standIn.get().isAt(path);
  }

  private Path included(MasterFile file) throws Fault {
    FieldScanner scanner = file.scanner();
    if (scanner.end() - scanner.start() > MAX_NAME) {
      throw new Fault(
          LintCode.INCLUDE,
          "expected the name of a file of at most " + MAX_NAME + " octets but found a longer one");
    }
    String name = RecordParser.wholeText(scanner);
    if (name.isEmpty()) {
      throw new Fault(LintCode.INCLUDE, "expected the name of a file but found an empty one");
    }
    try {
      Path path = includes.resolve(name, reading.includer(file));
      return isStandIn(path) ? path : readable(path, name);
    } catch (IOException e) {
      throw new Fault(LintCode.INCLUDE, String.valueOf(e.getMessage()));
    }
  }

  private Path readable(Path path, String name) throws Fault, IOException {
    if (Files.isDirectory(path)) {
      throw new Fault(LintCode.INCLUDE, "expected a file but found the folder '" + name + "'");
    }
    if (!Files.exists(path)) {
      throw new Fault(LintCode.INCLUDE, "there is no file " + path);
    }
    if (!Files.isRegularFile(path)) {
      throw new Fault(LintCode.INCLUDE, "expected a file but found a device or a pipe: " + path);
    }
    if (!Files.isReadable(path)) {
      throw new Fault(LintCode.INCLUDE, "the permissions of " + path + " do not allow reading it");
    }
    if (reading.isOpen(path)) {
      throw new Fault(LintCode.INCLUDE, path + " includes itself");
    }
    if (reading.depth() >= MAX_DEPTH) {
      throw new Fault(
          LintCode.INCLUDE, "expected at most " + MAX_DEPTH + " files within each other");
    }
    if (reading.fileCount() >= MAX_FILES) {
      throw new Fault(LintCode.INCLUDE, "expected at most " + MAX_FILES + " files in one zone");
    }
    if (reading.octetsAgainWith(path) > MAX_OCTETS_AGAIN) {
      throw new Fault(
          LintCode.INCLUDE,
          "expected at most " + (MAX_OCTETS_AGAIN >> 20) + " MiB of files that are included again");
    }
    return path;
  }

  /** Moves to a field that a directive must have. */
  static void need(FieldScanner scanner, String what) throws Fault, RdataSyntaxException {
    if (!scanner.advance()) {
      throw new Fault(LintCode.SYNTAX, "expected " + what + " but the line ends");
    }
  }

  /** Makes sure that a directive has no more fields. */
  static void needEnd(FieldScanner scanner) throws Fault, RdataSyntaxException {
    if (scanner.advance()) {
      throw new Fault(
          LintCode.SYNTAX,
          "expected the line to end but found '" + RecordParser.text(scanner) + "'");
    }
  }
}
