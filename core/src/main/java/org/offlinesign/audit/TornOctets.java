package org.offlinesign.audit;

import java.security.MessageDigest;
import org.offlinesign.audit.AuditLine.TornText;

/** What stands between two lines of a log and is none, digested as it is read. Holds none of it. */
final class TornOctets {
  private final MessageDigest sha256 = LineDigest.begin();
  private long count;
  private long firstLine;
  private TextForm form = TextForm.HALF_A_LINE;

  /** Takes what stands in a line of the file; there is an end of a line between two. */
  void add(long line, byte[] octets) {
    if (firstLine == 0) {
      firstLine = line;
    } else {
      sha256.update((byte) '\n');
      count++;
    }
    if (form == TextForm.HALF_A_LINE) {
      form = TextForm.of(octets);
    }
    sha256.update(octets);
    count += octets.length;
  }

  /** Returns in which line of the file it begins; 0 if there is none. */
  long firstLine() {
    return firstLine;
  }

  /** Returns what it looks like: the first that is not half a line, if there is one. */
  TextForm form() {
    return form;
  }

  /** Returns what there was, and begins anew. */
  TornText end() {
    TornText text = new TornText(count, LineDigest.endOf(sha256));
    count = 0;
    firstLine = 0;
    form = TextForm.HALF_A_LINE;
    return text;
  }
}
