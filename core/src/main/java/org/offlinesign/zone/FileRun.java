package org.offlinesign.zone;

import java.io.IOException;
import java.util.Arrays;

/** Sorted entries on disk. */
final class FileRun implements SortedRun {
  private static final int WRITE_OCTETS = 1 << 18;

  private final SpillFile file;
  private final long octets;
  private final byte[] firstKey;
  private final byte[] lastKey;

  private FileRun(SpillFile file, long octets, byte[] firstKey, byte[] lastKey) {
    this.file = file;
    this.octets = octets;
    this.firstKey = firstKey;
    this.lastKey = lastKey;
  }

  /** Writes all entries of a cursor, of which there is at least one. */
  static FileRun write(EntryCursor entries, SpillStore store) throws IOException {
    return new Writer(store.create()).write(entries);
  }

  @Override
  public EntryCursor open(int bufferOctets) {
    return new Cursor(bufferOctets);
  }

  @Override
  public byte[] firstKey() {
    return firstKey;
  }

  @Override
  public byte[] lastKey() {
    return lastKey;
  }

  /** Returns the octets on disk. */
  long octets() {
    return octets;
  }

  /** Deletes the file; no cursor may be in use. */
  void delete() throws IOException {
    file.close();
  }

  private static final class Writer {
    private final SpillFile file;
    private final byte[] buffer = new byte[WRITE_OCTETS];
    private int buffered;
    private long octets;

    Writer(SpillFile file) {
      this.file = file;
    }

    FileRun write(EntryCursor entries) throws IOException {
      if (!entries.advance()) {
        throw new IllegalArgumentException("a run without entries");
      }
      byte[] firstKey = key(entries.octets(), entries.start(), entries.keyEnd());
      int last;
      do {
        last = append(entries);
      } while (entries.advance());
      int lastStart = last + EntryOctets.HEADER;
      byte[] lastKey = key(buffer, lastStart, lastStart + EntryOctets.keyLength(buffer, last));
      flush();
      return new FileRun(file, octets, firstKey, lastKey);
    }

    private static byte[] key(byte[] octets, int from, int to) {
      return Arrays.copyOfRange(octets, from, to);
    }

    /** Returns where in the buffer the entry lies. */
    private int append(EntryCursor entry) throws IOException {
      int length = entry.end() - entry.start();
      int needed = EntryOctets.HEADER + length;
      if (needed > buffer.length - buffered) {
        flush();
      }
      int at = buffered;
      int keyLength = entry.keyEnd() - entry.start();
      EntryOctets.write(buffer, at, entry.octets(), entry.start(), keyLength, length);
      buffered += needed;
      return at;
    }

    private void flush() throws IOException {
      file.append(buffer, buffered);
      octets += buffered;
      buffered = 0;
    }
  }

  private final class Cursor extends EntryCursor {
    private byte[] buffer;
    private int next;
    private int filled;
    private long position;

    Cursor(int bufferOctets) {
      this.buffer = new byte[(int) Math.min(bufferOctets, octets)];
    }

    @Override
    public boolean advance() throws IOException {
      if (next == filled && position == octets) {
        return false;
      }
      have(EntryOctets.HEADER);
      int length = EntryOctets.length(buffer, next);
      have(EntryOctets.HEADER + length);
      int start = next + EntryOctets.HEADER;
      show(buffer, start, EntryOctets.keyLength(buffer, next), length);
      next = start + length;
      return true;
    }

    /** Makes some octets from the next one on lie in the buffer. */
    private void have(int needed) throws IOException {
      int left = filled - next;
      if (left >= needed) {
        return;
      }
      byte[] target = needed <= buffer.length ? buffer : new byte[needed];
      System.arraycopy(buffer, next, target, 0, left);
      buffer = target;
      next = 0;
      int more = (int) Math.min(buffer.length - left, octets - position);
      file.read(position, buffer, left, more);
      position += more;
      filled = left + more;
    }
  }
}
