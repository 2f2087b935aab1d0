package org.offlinesign.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Octets that go to a stream once they are complete. */
final class CopiedFile implements UnnamedFile {
  private final TemporaryFile file;
  private final Receiver receiver;
  private boolean delivered;

  /** Takes the octets to where they go. */
  @FunctionalInterface
  interface Receiver {
    void receive(InputStream octets) throws IOException;
  }

  private CopiedFile(TemporaryFile file, Receiver receiver) {
    this.file = file;
    this.receiver = receiver;
  }

  static CopiedFile create(Path temporaryFolder, Receiver receiver) throws IOException {
    return new CopiedFile(TemporaryFile.create(temporaryFolder), receiver);
  }

  @Override
  public FileChannel channel() {
    return file.channel();
  }

  @Override
  public Path place() {
    return file.folder();
  }

  @Override
  public void deliver() throws IOException {
    receiver.receive(new ChannelOctets(file.channel()));
    delivered = true;
  }

  @Override
  public boolean isDelivered() {
    return delivered;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
