package org.offlinesign.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a channel from the start, whatever its position; it stays open when this is closed. */
final class ChannelOctets extends InputStream {
  private final FileChannel channel;
  private long position;

  ChannelOctets(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public int read() throws IOException {
    byte[] octet = new byte[1];
    return read(octet, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(octet[0]);
  }

  @Override
  public int read(byte[] octets, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = channel.read(ByteBuffer.wrap(octets, offset, length), position);
    position += Math.max(0, count);
    return count;
  }
}
