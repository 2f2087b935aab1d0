package org.offlinesign.zonefile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.offlinesign.file.WitnessedOctets;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;

/** Counts the octets that are read in blocks, and shows them to who wants to know of the file. */
final class WatchedStream extends FilterInputStream {
  private final String name;
  private final Progress progress;
  private final WitnessedOctets octets;
  private boolean atEnd;
  private boolean closed;

  WatchedStream(String name, InputStream in, Progress progress, WitnessedOctets octets) {
    super(in);
    this.name = name;
    this.progress = progress;
    this.octets = octets;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count > 0) {
      progress.count(Quantity.OCTETS, count);
      octets.update(into, offset, count);
    }
    atEnd |= count < 0;
    return count;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      if (atEnd) {
        octets.wereRead(name);
      } else {
        octets.werePartlyRead(name);
      }
    }
    super.close();
  }
}
