package org.offlinesign.name;

import org.offlinesign.wire.Hex;

/**
 * A name as a part of a file's name, as BIND writes it: in lower case, and each octet other than a
 * letter, a digit, {@code -}, {@code _} or the dot between labels as {@code %XX}.
 */
public final class FileNameText {
  private FileNameText() {}

  /** Returns the labels with dots between them and none at the end; nothing for the root. */
  public static String of(DnsName name) {
    StringBuilder text = new StringBuilder();
    byte[] wire = name.lowerCase().toWire();
    for (int at = 0; wire[at] != 0; at += 1 + wire[at]) {
      if (at > 0) {
        text.append('.');
      }
      for (int i = at + 1; i <= at + wire[at]; i++) {
        appendOctet(wire[i], text);
      }
    }
    return text.toString();
  }

  private static void appendOctet(byte octet, StringBuilder text) {
    if (isPlain(octet)) {
      text.append((char) octet);
    } else {
      text.append('%').append(Hex.encode(new byte[] {octet}));
    }
  }

  private static boolean isPlain(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '_';
  }
}
