package org.offlinesign.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file as far as it has been written, before it has its name.
 *
 * <p>It is read by the channel that it is written by: where a process closes any other channel of
 * the same file, the system gives up the lock by which others know that the process is alive.
 *
 * @param path the name that the file is to have, for messages
 * @param channel stays open; its position is where the next octet is written
 */
public record WrittenFile(Path path, FileChannel channel) {
  /** Returns the octets from the start; closing the stream does nothing. */
  public InputStream open() {
    return new ChannelOctets(channel);
  }

  /** Returns how many octets have been written. */
  public long size() throws IOException {
    return channel.size();
  }
}
