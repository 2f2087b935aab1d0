package org.offlinesign.lint;

/**
 * The names that hosts may have (RFC 1123 §2.1).
 *
 * <p>Underscores are let through, because names with them are rarely slips, and so are octets that
 * are not ASCII, because they have a code of their own.
 */
final class HostNames {
  private HostNames() {}

  /** Says whether the name in wire form that begins at an index may be that of a host. */
  static boolean isHostName(byte[] octets, int from) {
    for (int at = from; octets[at] != 0; at += 1 + octets[at]) {
      int last = at + octets[at];
      if (octets[at + 1] == '-' || octets[last] == '-') {
        return false;
      }
      for (int i = at + 1; i <= last; i++) {
        if (octets[i] >= 0 && !isHostOctet(octets[i])) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isHostOctet(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '_';
  }
}
