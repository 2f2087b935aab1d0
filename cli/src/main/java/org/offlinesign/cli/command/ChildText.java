package org.offlinesign.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.offlinesign.cli.console.Words;
import org.offlinesign.delegation.ChildDecision;
import org.offlinesign.delegation.ChildReport;
import org.offlinesign.delegation.ChildStatus;
import org.offlinesign.rdata.Ds;

/** What became of a delegation, in words. */
final class ChildText {
  private ChildText() {}

  static String of(ChildReport child) {
    StringBuilder text = new StringBuilder(child.status().name().toLowerCase(Locale.ROOT));
    text.append(": ").append(Words.count(child.after().size(), "DS record"));
    if (!child.sources().isEmpty()) {
      text.append(" from ").append(String.join(", ", child.sources()));
    }
    if (child.status() == ChildStatus.CHANGED) {
      append(text, " added", child.added());
    }
    append(text, " removed", child.removed());
    if (child.answer() == ChildDecision.Answer.REFUSED) {
      text.append("; its CDS records are refused");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String what, List<Ds> records) {
    if (!records.isEmpty()) {
      text.append(", ")
          .append(records.stream().map(ChildText::tag).collect(Collectors.joining(" ")));
      text.append(what);
    }
  }

  private static String tag(Ds ds) {
    return ds.keyTag() + "/" + ds.algorithm() + "/" + ds.digestType();
  }
}
