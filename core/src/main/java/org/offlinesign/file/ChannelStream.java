package org.offlinesign.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Writes to a channel, which stays open when this is closed. */
final class ChannelStream extends OutputStream {
  private final FileChannel channel;
  private final Path shown;
  private final WitnessedOctets witnessed;

  /**
   * @param shown what messages name when there is no room, say, for more octets
   */
  ChannelStream(FileChannel channel, Path shown, WitnessedOctets witnessed) {
    this.channel = channel;
    this.shown = shown;
    this.witnessed = witnessed;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(octets, offset, length);
    try {
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      // Java does not tell of which file the system has said this.
      FileSystemException named = new FileSystemException(shown.toString(), null, e.getMessage());
      named.addSuppressed(e);
      throw named;
    }
    witnessed.update(octets, offset, length);
  }
}
