package org.offlinesign.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.offlinesign.audit.AuditLine.TornText;

/**
 * The end of a log, to which the next line is to be added.
 *
 * @param number of the last line; 0 if there is none
 * @param digest of that line
 * @param torn what stands behind it and is no line
 * @param isOpen whether the last octet of the file does not end a line
 */
record AuditTail(long number, LineDigest digest, Optional<TornText> torn, boolean isOpen) {
  private static final AuditTail OF_NOTHING =
      new AuditTail(0, LineDigest.NONE, Optional.empty(), false);

  private static final int FIRST_LOOK = 1 << 14;
  private static final int NEXT_LOOK_FACTOR = 8;
  private static final int LONGEST_LOOK = 1 << 26;

  /** What a log begins with, however little of its first line has been written. */
  private static final String FIRST_LINE =
      AuditLine.BEGINNING + "1,\"previous\":\"" + LineDigest.NONE + "\",";

  /** Reads the end of a file, from the back as far as the last line that is one. */
  static AuditTail of(FileChannel channel) throws IOException, AuditLogException {
    long size = channel.size();
    int length = (int) Math.min(size, FIRST_LOOK);
    while (true) {
      Look look = Look.at(channel, size - length, length);
      Optional<AuditTail> found = look.tail();
      if (found.isPresent()) {
        return found.get();
      }
      if (look.isAtAll()) {
        return ofNoLine(look.octets);
      }
      if (length == LONGEST_LOOK) {
        throw new AuditLogException("its last " + LONGEST_LOOK + " octets hold no line of one");
      }
      length = (int) Math.min(size, Math.min(LONGEST_LOOK, (long) length * NEXT_LOOK_FACTOR));
    }
  }

  /** Octets that end where the file ends. */
  private static final class Look {
    private final long from;
    private final byte[] octets;

    private Look(long from, byte[] octets) {
      this.from = from;
      this.octets = octets;
    }

    static Look at(FileChannel channel, long from, int length) throws IOException {
      ByteBuffer octets = ByteBuffer.allocate(length);
      while (octets.hasRemaining() && channel.read(octets, from + octets.position()) >= 0) {
        // One read may bring less than it was asked for.
      }
      return new Look(from, octets.array());
    }

    boolean isAtAll() {
      return from == 0;
    }

    /** Finds the last line that they hold from its first octet on. */
    Optional<AuditTail> tail() {
      int end = octets.length;
      while (end > 0) {
        int start = lineStart(octets, end);
        if (start == 0 && !isAtAll()) {
          return Optional.empty();
        }
        Optional<AuditLine> line = AuditLine.parse(octets, start, end - start);
        if (line.isPresent()) {
          return Optional.of(behind(line.get(), octets, end));
        }
        end = start - 1;
      }
      return Optional.empty();
    }
  }

  private static int lineStart(byte[] octets, int end) {
    int start = end;
    while (start > 0 && octets[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static AuditTail behind(AuditLine line, byte[] octets, int end) {
    boolean isOpen = octets[octets.length - 1] != '\n';
    int rest = Math.min(end + 1, octets.length);
    return new AuditTail(line.number(), line.digest(), torn(octets, rest), isOpen);
  }

  /** Whatever was torn is closed by the next writer; that end is not counted. */
  private static Optional<TornText> torn(byte[] octets, int from) {
    int end = octets.length;
    if (end > from && octets[end - 1] == '\n') {
      end--;
    }
    return from >= octets.length
        ? Optional.empty()
        : Optional.of(new TornText(end - from, LineDigest.of(octets, from, end - from)));
  }

  private static AuditTail ofNoLine(byte[] octets) throws AuditLogException {
    if (octets.length == 0) {
      return OF_NOTHING;
    }
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    if (!text.startsWith(FIRST_LINE) && !FIRST_LINE.startsWith(text)) {
      throw new AuditLogException("it is not an audit log; to protect it nothing is added");
    }
    return new AuditTail(0, LineDigest.NONE, torn(octets, 0), octets[octets.length - 1] != '\n');
  }
}
