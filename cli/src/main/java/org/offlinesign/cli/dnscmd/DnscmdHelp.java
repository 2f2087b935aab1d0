package org.offlinesign.cli.dnscmd;

import java.util.ArrayList;
import java.util.List;

/** The text of {@code dnscmd /?}, made of the forms that the refusals show too. */
final class DnscmdHelp {
  static final String TEXT = text();

  private DnscmdHelp() {}

  private static String text() {
    List<String> lines = new ArrayList<>();
    lines.add("Makes DNSSEC keys and signs zone files, in the spelling of Windows.");
    for (Verb verb : Verb.values()) {
      lines.add("");
      lines.add(verb.form());
    }
    lines.add("");
    lines.add("Keys are described by these parts, in this order:");
    lines.add("");
    lines.add(KeyUse.SIGN.form());
    lines.add(KeyUse.PUBLISH.form());
    lines.add(KeyUse.DELETE.form());
    lines.add("");
    lines.add("Switches may begin with / or -, in any case; /switch=value works too.");
    lines.add("TIME is YYYYMMDDHHMMSS, local time. 'offlinesign --help' shows the other spelling.");
    return String.join("\n", lines) + "\n";
  }
}
