package org.offlinesign.cli.batch;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what a line prints, and counts the rest. To be used by one thread. */
final class LineCapture extends OutputStream {
  /** How much is kept of each stream of each line that waits for earlier ones to be printed. */
  static final int MAX_OCTETS = 1 << 14;

  private static final int FIRST_OCTETS = 256;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(FIRST_OCTETS);
  private long dropped;

  /** Returns a stream that prints into this. */
  PrintStream newStream() {
    return new PrintStream(this, false, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    int fitting = Math.min(length, MAX_OCTETS - kept.size());
    kept.write(octets, offset, fitting);
    dropped += length - fitting;
  }

  /** Returns whole lines of text, and says so if they are not all. */
  String text() {
    String text = kept.toString(StandardCharsets.UTF_8);
    if (dropped == 0) {
      return text;
    }
    return text.substring(0, text.lastIndexOf('\n') + 1)
        + "(there is more, which the command shows when it is run by itself)\n";
  }
}
