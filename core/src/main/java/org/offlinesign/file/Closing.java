package org.offlinesign.file;

import java.io.Closeable;
import java.io.IOException;

/** Closes several things of which each has to be closed. */
public final class Closing {
  private Closing() {}

  /**
   * Closes all, whatever happens to some of them.
   *
   * @throws IOException the first one that was thrown, which holds the others
   */
  public static void all(Iterable<? extends Closeable> things) throws IOException {
    IOException first = null;
    for (Closeable thing : things) {
      try {
        thing.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
