package org.offlinesign.fuzz;

import java.io.IOException;
import java.util.List;

/** A part of the program that takes what strangers wrote, and what must hold whatever they did. */
interface FuzzTarget {
  /**
   * Takes an input.
   *
   * @throws AssertionError if a promise is broken; anything else that is thrown is a finding too
   */
  void run(byte[] input) throws Exception;

  /** Returns inputs to begin with; fewer where there is no corpus. */
  List<byte[]> seeds() throws IOException;

  /** Returns words that inputs may be made of. */
  List<String> dictionary();
}
