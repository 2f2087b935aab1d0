package org.offlinesign.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.offlinesign.record.RecordTypeRegistry;

/** Words of the language that zones are written in. */
final class Words {
  private static final List<String> OF_ZONES =
      List.of(
          "$ORIGIN ",
          "$TTL ",
          "$INCLUDE ",
          "$GENERATE 1-3 ",
          "${0,3,d}",
          "${1,2,n}",
          "${-1,0,x}",
          "$$",
          "\\$",
          "@ ",
          " IN ",
          " CH ",
          " HS ",
          "\\#",
          "\\# 0",
          "TYPE65280",
          "CLASS1",
          "( ",
          " )",
          "\"",
          "\\\"",
          ";",
          "\\;",
          "\\000",
          "\\255",
          "\\377",
          "\\400",
          "\\.",
          "*.",
          ".",
          "\n",
          "\r\n",
          "\t",
          "\n ",
          "1w2d3h4m5s",
          "2147483647",
          "2147483648",
          "4294967295",
          "4294967296",
          "65535",
          "65536",
          "-1",
          "0x",
          "::",
          "::ffff:192.0.2.1",
          "192.0.2.1",
          "20380119031408",
          "[AGE:3600]",
          "\u00ef\u00bb\u00bf",
          "alpn=",
          "key65535=",
          "mandatory=",
          "ipv4hint=",
          "dohpath=/{?dns}",
          "no-default-alpn",
          "example.",
          "$DATE",
          "\u0000");

  private Words() {}

  /** Returns the mnemonics of all types with a blank, and what else stands in zone files. */
  static List<String> ofZones() {
    List<String> words = new ArrayList<>(OF_ZONES);
    RecordTypeRegistry.forEach((code, mnemonic) -> words.add(mnemonic + " "));
    return words;
  }
}
