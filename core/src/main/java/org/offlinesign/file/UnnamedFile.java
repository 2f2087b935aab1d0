package org.offlinesign.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** Octets that are to go somewhere once they are complete. Closing removes what is left of them. */
interface UnnamedFile extends Closeable {
  /** Returns where the octets are written; it can be read, too. */
  FileChannel channel();

  /** Sends the octets where they are to go. */
  void deliver() throws IOException;
}
