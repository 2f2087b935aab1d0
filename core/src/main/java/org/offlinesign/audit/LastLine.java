package org.offlinesign.audit;

import java.io.IOException;

/** The last line of a log that was checked, which another file may go on from. */
public final class LastLine {
  private final byte[] octets;

  /**
   * @param octets of the line without its end; nobody else has them
   */
  LastLine(byte[] octets) {
    this.octets = octets;
  }

  /** Adds the line to a file that has none; returns what is to be flushed. */
  long addTo(OpenLog file) throws IOException {
    return file.write(octets);
  }
}
