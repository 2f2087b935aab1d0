package org.offlinesign.zonefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordClass;
import org.offlinesign.wire.WireWriter;

/**
 * What reading a zone gave.
 *
 * @param records one line each, with single spaces
 * @param diagnostics everything that was said
 */
record ReadZone(List<String> records, List<Diagnostic> diagnostics) {
  private static final String NAME = "test.zone";

  /** Reads text as the zone {@code example.}. */
  static ReadZone of(String text) throws IOException {
    return of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static ReadZone of(byte[] octets) throws IOException {
    return of(octets, ZoneFileOptions.builder(DnsName.of("example")));
  }

  static ReadZone of(String text, ZoneFileOptions.Builder options) throws IOException {
    return of(text.getBytes(StandardCharsets.ISO_8859_1), options);
  }

  static ReadZone of(byte[] octets, ZoneFileOptions.Builder options) throws IOException {
    return of(ZoneFileSource.of(NAME, new ByteArrayInputStream(octets)), options);
  }

  static ReadZone of(ZoneFileSource source, ZoneFileOptions.Builder options) throws IOException {
    RecordPrinter printer = RecordPrinter.absolute(RecordClass.IN);
    WireWriter out = new WireWriter(1024);
    List<Diagnostic> said;
    try {
      said =
          new ZoneFileReader(options.build())
              .read(source, record -> printer.print(record, out))
              .notices();
    } catch (ZoneFileException e) {
      said = e.diagnostics();
    }
    return new ReadZone(out.toString().replaceAll("[\t ]+", " ").lines().toList(), said);
  }

  /** Returns the errors as {@code line:column code}. */
  List<String> errors() {
    return diagnostics.stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .map(d -> d.line() + ":" + d.column() + " " + d.code())
        .toList();
  }

  /** Returns the codes of warnings and notices. */
  List<String> notices() {
    return diagnostics.stream()
        .filter(d -> d.severity() != Severity.ERROR)
        .map(d -> d.code().toString())
        .toList();
  }
}
