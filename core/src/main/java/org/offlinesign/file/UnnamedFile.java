package org.offlinesign.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Octets that are to go somewhere once they are complete. Closing removes what is left of them. */
interface UnnamedFile extends Closeable {
  /** Returns where the octets are written; it can be read, too. */
  FileChannel channel();

  /** Returns the file, or the folder, that messages name when there is no room for more octets. */
  Path place();

  /** Sends the octets where they are to go. */
  void deliver() throws IOException;

  /** Says whether they have gone there, which they may have though something failed after it. */
  boolean isDelivered();
}
