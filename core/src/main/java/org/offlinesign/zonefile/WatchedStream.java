package org.offlinesign.zonefile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;

/** Counts the octets that are read in blocks. */
final class WatchedStream extends FilterInputStream {
  private final Progress progress;

  WatchedStream(InputStream in, Progress progress) {
    super(in);
    this.progress = progress;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count > 0) {
      progress.count(Quantity.OCTETS, count);
    }
    return count;
  }
}
