package org.offlinesign.cli.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.audit.AuditLine;
import org.offlinesign.audit.LineDigest;
import org.offlinesign.cli.console.CommandException;

/** Heads that were printed before, of each of which a line must still be there. */
final class ExpectedHeads {
  private final Set<LineDigest> missing = new LinkedHashSet<>();
  private final Map<LineDigest, AuditLine> linesAround = new LinkedHashMap<>();
  private final boolean isAsked;

  /**
   * Expects the heads of an option.
   *
   * @param before the head that the log is to go on from, which needs no line
   */
  ExpectedHeads(List<String> heads, LineDigest before) throws CommandException {
    for (String text : heads) {
      LineDigest head = head("--expect", text);
      if (head.equals(LineDigest.NONE)) {
        throw CommandException.usage(
            "--expect " + text + " is the head of no line: any log goes on from there",
            "give the head of a log that has lines; without one, leave --expect out");
      }
      missing.add(head);
    }
    isAsked = !missing.isEmpty();
    missing.remove(before);
  }

  /** Reads what an option says. */
  static LineDigest head(String option, String text) throws CommandException {
    return LineDigest.parse(text)
        .orElseThrow(
            () ->
                CommandException.usage(
                    option + " " + text + " is not a digest",
                    "expected the 64 hexadecimal digits that `offlinesign verifyaudit` prints as"
                        + " head"));
  }

  /** Takes the next line. */
  void add(AuditLine line) {
    missing.remove(line.digest());
    if (missing.contains(line.inner())) {
      linesAround.put(line.inner(), line);
    }
  }

  /** Says whether any is expected. */
  boolean isAsked() {
    return isAsked;
  }

  /** Says whether all were found. */
  boolean areFound() {
    return missing.isEmpty();
  }

  /** Returns what is to be said of each that was not found. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (LineDigest head : missing) {
      complaints.add(complaint(head, linesAround.get(head)));
    }
    return complaints;
  }

  private static String complaint(LineDigest head, @Nullable AuditLine around) {
    return around == null
        ? "no line has the digest "
            + head
            + ": since it was printed, lines were cut off at the end, or written anew"
        : "%s is the \"digest\" inside line %d, and no head: --expect takes what `offlinesign"
                .formatted(head, around.number())
            + " verifyaudit` prints as head, the digest of a whole line; that of line "
            + around.number()
            + " is "
            + around.digest();
  }
}
