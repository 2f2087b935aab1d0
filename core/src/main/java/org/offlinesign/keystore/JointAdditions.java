package org.offlinesign.keystore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Keys that several threads add to one file at the same time: one of them writes the file for all
 * that have come by then, because that takes as long for one key as for hundreds. Thread safe.
 */
final class JointAdditions {
  private final List<Addition> waiting = new ArrayList<>();
  private boolean underWay;

  /** Writes a file once, with some keys more. */
  @FunctionalInterface
  interface Writing {
    void write(List<Addition> additions) throws IOException, KeyStoreFileException;
  }

  /**
   * Returns once it is decided what became of a key.
   *
   * @param writing is done by this thread, for others too, or not at all
   */
  void make(Addition own, Writing writing) {
    if (!begins(own)) {
      own.await();
    }
    if (!own.isDecided()) {
      List<Addition> together = together(own);
      try {
        writing.write(together);
      } catch (IOException | KeyStoreFileException | RuntimeException | Error e) {
        // Nobody else tells those who wait; each throws it where it is expected.
        together.forEach(addition -> addition.fail(e));
      } finally {
        appointNext();
      }
    }
  }

  /** Returns how many wait whose keys nobody writes yet. */
  synchronized int waiting() {
    return waiting.size();
  }

  private synchronized boolean begins(Addition own) {
    waiting.add(own);
    boolean first = !underWay;
    underWay = true;
    return first;
  }

  /** Returns those who wait; whoever has typed another password has to try it himself. */
  private synchronized List<Addition> together(Addition own) {
    List<Addition> together = new ArrayList<>();
    for (Iterator<Addition> rest = waiting.iterator(); rest.hasNext(); ) {
      Addition addition = rest.next();
      if (Arrays.equals(addition.password(), own.password())) {
        together.add(addition);
        rest.remove();
      }
    }
    return together;
  }

  private synchronized void appointNext() {
    if (waiting.isEmpty()) {
      underWay = false;
    } else {
      waiting.get(0).appoint();
    }
  }
}
