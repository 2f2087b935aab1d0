package org.offlinesign.sign;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.TemporaryFile;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.Serial;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.RecordComments;
import org.offlinesign.zonefile.RecordText;

/** The text of a zone that begins with its SOA record, wherever in the input that stands. */
final class UnsignedText implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final UnsigningRequest request;
  private final OutputStream out;
  private final RecordText printer;
  private final WireWriter line = new WireWriter(1024);
  private boolean hasSoa;
  private @Nullable TemporaryFile early;
  private @Nullable OutputStream earlyOut;

  UnsignedText(UnsigningRequest request, OutputStream out) {
    this.request = request;
    this.out = new BufferedOutputStream(out, BUFFER);
    this.printer =
        request.target().layout().printer(request.reading().recordClass(), request.zone());
  }

  /** Says whether the SOA record has been written. */
  boolean hasSoa() {
    return hasSoa;
  }

  /** Writes what stands above the zone, the SOA record, and the records that came before it. */
  void begin(RecordBuffer soa, Serial serial) throws IOException {
    hasSoa = true;
    String heading = request.target().layout().heading(request.zone(), serial);
    out.write(heading.getBytes(StandardCharsets.ISO_8859_1));
    print(soa, out);
    if (early != null && earlyOut != null) {
      earlyOut.flush();
      early.open().transferTo(out);
    }
  }

  /** Writes a record, or keeps it until the SOA record has come. */
  void add(RecordBuffer record) throws IOException {
    print(record, hasSoa ? out : early());
  }

  private OutputStream early() throws IOException {
    if (earlyOut == null) {
      early = TemporaryFile.create(request.target().temporaryFolder());
      earlyOut = new BufferedOutputStream(early.stream(), BUFFER);
    }
    return earlyOut;
  }

  private void print(RecordBuffer record, OutputStream to) throws IOException {
    line.clear();
    printer.owner(record.owner().array(), 0);
    printer.rrset(record.ttl(), record.type());
    RecordComments comments = RecordComments.copyOf(record.comments());
    comments.writeAbove(line);
    printer.print(record.rdata().array(), 0, record.rdata().length(), line);
    comments.writeBehind(line);
    to.write(line.array(), 0, line.length());
  }

  /** Writes the comments behind the last record, and hands on what is buffered. */
  void finish(RecordComments ending) throws IOException {
    line.clear();
    ending.writeAbove(line);
    out.write(line.array(), 0, line.length());
    out.flush();
  }

  /** Removes the temporary file. */
  @Override
  public void close() throws IOException {
    if (early != null) {
      early.close();
    }
  }
}
