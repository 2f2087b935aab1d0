package org.offlinesign.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that are read as a whole into memory, and so must not be of any size, or without an end.
 */
public final class SmallFile {
  private SmallFile() {}

  /**
   * Returns the octets of a file.
   *
   * @param most how many there may be
   * @throws IOException if there are more; no more of them have been read
   */
  public static byte[] read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, most, file.toString());
    }
  }

  /**
   * Returns the octets of a stream.
   *
   * @param name what it is called in the message
   */
  public static byte[] read(InputStream in, int most, String name) throws IOException {
    byte[] octets = in.readNBytes(most);
    if (in.read() >= 0) {
      throw new AdvisedFileException(
          name,
          "expected a file of at most " + size(most) + " but found a larger one",
          "see that it is the file that is meant: none of its kind is so large");
    }
    return octets;
  }

  private static String size(int octets) {
    return octets >= 1 << 20 ? (octets >> 20) + " MiB" : (octets >> 10) + " KiB";
  }
}
