package org.offlinesign.delegation;

import java.util.ArrayList;
import java.util.List;
import org.offlinesign.rdata.Ds;
import org.offlinesign.wire.Hex;

/** A digest as two people can compare it over the phone: in groups of four digits. */
public final class CheckLine {
  private static final int GROUP = 4;

  private CheckLine() {}

  /** Returns the groups of a digest, with spaces between them. */
  public static String of(Ds ds) {
    return String.join(" ", groups(ds));
  }

  /** Returns the groups in lines of a few. */
  public static List<String> lines(Ds ds, int groupsInLine) {
    List<String> groups = groups(ds);
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < groups.size(); from += groupsInLine) {
      int to = Math.min(from + groupsInLine, groups.size());
      lines.add(String.join(" ", groups.subList(from, to)));
    }
    return lines;
  }

  private static List<String> groups(Ds ds) {
    String digits = Hex.encode(ds.digest());
    List<String> groups = new ArrayList<>();
    for (int from = 0; from < digits.length(); from += GROUP) {
      groups.add(digits.substring(from, Math.min(from + GROUP, digits.length())));
    }
    return groups;
  }
}
