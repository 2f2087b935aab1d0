package org.offlinesign.zonefile;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One of the files that are being read.
 *
 * @param index its place among the files of the reading
 * @param path null for a stream
 */
record MasterFile(
    String name, int index, @Nullable Path path, FieldScanner scanner, WindowsTraits traits) {
  /** Returns the place of the current field's start. */
  Spot spot() {
    return scanner.spot(name, 0);
  }

  /** Returns the place of an octet of the current field. */
  Spot spot(int offset) {
    return scanner.spot(name, offset);
  }
}
