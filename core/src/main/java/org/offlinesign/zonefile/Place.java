package org.offlinesign.zonefile;

/**
 * A place in a zone file.
 *
 * @param file the name of the file
 * @param line counted from 1; 0 for the file as a whole
 * @param column counted from 1 in characters; 0 for the line as a whole
 */
public record Place(String file, int line, int column) {
  /** Returns the place that means a file as a whole. */
  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  /** Returns {@code file:line:column}, without the parts that are not known. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
