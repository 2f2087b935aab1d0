package org.offlinesign.cli.command;

import java.io.PrintStream;
import java.util.Locale;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.cli.console.Words;
import org.offlinesign.key.Algorithm;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.verify.KeyFigures;
import org.offlinesign.verify.ValidityHorizon;
import org.offlinesign.verify.VerificationFigures;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.zonefile.Severity;

/** The sum of a verification in words. */
final class VerificationText {
  private final ShownVerification shown;
  private final VerificationReport report;
  private final PrintStream out;

  VerificationText(ShownVerification shown, PrintStream out) {
    this.shown = shown;
    this.report = shown.report();
    this.out = out;
  }

  /** Returns how many names own records. */
  static long names(VerificationFigures figures) {
    return figures.names().values().stream().mapToLong(Long::longValue).sum();
  }

  void print() {
    VerificationFigures figures = report.figures();
    out.println(
        shown.zone()
            + ": "
            + Words.count(shown.count(Severity.ERROR), "error")
            + ", "
            + Words.count(shown.count(Severity.WARNING), "warning"));
    line(
        "zone",
        Words.count(figures.records(), "record")
            // They are not counted where the zone has no keys.
            + (names(figures) == 0 ? "" : " at " + Words.count(names(figures), "name")));
    line(
        "signed",
        Words.count(figures.signedRrsets(), "RRset")
            + " with "
            + Words.count(figures.signatures(), "signature"));
    if (figures.unverifiableSignatures() > 0) {
      line(
          "not checked",
          Words.count(figures.unverifiableSignatures(), "signature") + " of other algorithms");
    }
    report.keys().forEach(this::key);
    report.horizon().ifPresent(this::horizon);
    shown.run().temporaryDisk().ifPresent(disk -> line("temporary disk", disk));
    line("valid", report.isValid() ? "yes" : "no");
    line("accepted", report.acceptedByPolicy() ? "yes" : policyVerdict());
  }

  private String policyVerdict() {
    return report.isValid() ? "no, validators of today treat it as not signed" : "no";
  }

  private void horizon(ValidityHorizon horizon) {
    line(
        "valid until",
        TimeText.minute(horizon.validUntil(), shown.clock().getZone())
            + ", when "
            + Printable.of(horizon.owner() + " " + horizon.type())
            + " expires first");
  }

  private void key(KeyFigures figures) {
    Dnskey key = figures.dnskey();
    line(
        (key.isSep() ? "KSK " : "ZSK ") + figures.keyTag(),
        Algorithm.nameOf(key.algorithm())
            + (key.isRevoked() ? ", revoked, " : ", ")
            + Words.count(figures.validSignatures(), "valid signature"));
  }

  private void line(String label, String value) {
    out.println(String.format(Locale.ROOT, "  %-14s %s", label, value));
  }
}
