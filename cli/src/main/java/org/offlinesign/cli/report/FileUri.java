package org.offlinesign.cli.report;

import java.net.URI;
import java.net.URISyntaxException;

/** The names of files as SARIF has them: references in the sense of RFC 3986. */
final class FileUri {
  private FileUri() {}

  /**
   * Returns a relative reference for a relative name, so that code scanning finds the file in its
   * repository, and a URI for an absolute one.
   */
  static String of(String file) {
    String path = file.replace('\\', '/');
    try {
      // The empty host makes three slashes. The dot keeps a colon in the first segment from being
      // taken for the end of a scheme (RFC 3986 §4.2).
      return path.startsWith("/")
          ? new URI("file", "", path, null).toASCIIString()
          : new URI(null, null, hasColon(path) ? "./" + path : path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new AssertionError("every character of a path can be escaped", e);
    }
  }

  private static boolean hasColon(String path) {
    int slash = path.indexOf('/');
    int colon = path.indexOf(':');
    return colon >= 0 && (slash < 0 || colon < slash);
  }
}
