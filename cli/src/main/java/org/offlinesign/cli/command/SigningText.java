package org.offlinesign.cli.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.cli.console.Words;
import org.offlinesign.delegation.ChildReport;
import org.offlinesign.denial.Denial;
import org.offlinesign.rdata.Ds;
import org.offlinesign.sign.KeyFigures;
import org.offlinesign.sign.RenewalFigures;
import org.offlinesign.sign.SigningReport;
import org.offlinesign.sign.ZoneFigures;
import org.offlinesign.wire.Hex;

/** The report of a signing in words. */
final class SigningText {
  private final SigningReport report;
  private final List<Path> files;
  private final Optional<Instant> nextKeyChange;
  private final RunFigures run;
  private final ZoneId timeZone;
  private final PrintStream out;

  SigningText(ShownSigning shown, ZoneId timeZone, PrintStream out) {
    this.report = shown.report();
    this.files = shown.files();
    this.nextKeyChange = shown.keys().nextChange();
    this.run = shown.run();
    this.timeZone = timeZone;
    this.out = out;
  }

  /** Prints what was done and what to do next. */
  void print() {
    out.println("Signed " + report.zone());
    zone();
    keys();
    report.children().forEach(this::child);
    report.ds().forEach(ds -> line("DS record", text(ds)));
    files.forEach(file -> line("written", file.toString()));
    run.temporaryDisk().ifPresent(disk -> line("temporary disk", disk));
    next();
  }

  private void zone() {
    ZoneFigures figures = report.output();
    line(
        "zone",
        Words.count(figures.names(), "name")
            + ", "
            + Words.count(figures.rrsets(), "RRset")
            + ", "
            + Words.count(figures.records(), "record"));
    line(
        "delegations",
        "%,d secure, %,d insecure"
            .formatted(figures.secureDelegations(), figures.insecureDelegations()));
    if (figures.glueNames() + figures.occludedNames() > 0) {
      line(
          "left unsigned",
          Words.count(figures.glueNames(), "name")
              + " of glue, "
              + Words.count(figures.occludedNames(), "occluded name"));
    }
    if (report.input().loweredTtls() > 0) {
      line("TTL lowered", "of " + Words.count(report.input().loweredTtls(), "RRset"));
    }
    line("denial", denial());
    line("serial", report.serial().before() + " -> " + report.serial().after());
  }

  private String denial() {
    String now = report.denial().after().toString();
    String before =
        report.denial().before().stream()
            .map(Denial::toString)
            .collect(Collectors.joining(" and "));
    return before.isEmpty() || before.equals(now) ? now : before + " -> " + now;
  }

  private void keys() {
    for (KeyFigures key : report.keys()) {
      line(
          key.key().role() + " " + key.key().keyTag(),
          key.key().algorithm().mnemonic() + ", " + Words.count(key.signatures(), "signature"));
    }
    RenewalFigures renewal = report.renewal();
    if (renewal.kept() > 0) {
      line(
          "signatures",
          "%,d kept, %,d made, %,d dropped"
              .formatted(renewal.kept(), renewal.made(), renewal.dropped()));
    }
    line(
        "valid",
        time(report.validity().inception()) + " to " + time(report.validity().expiration()));
    if (!report.firstExpiry().equals(report.validity().expiration())) {
      line("first expires", time(report.firstExpiry()));
    }
  }

  private void child(ChildReport child) {
    line("child " + child.child(), ChildText.of(child));
  }

  private String text(Ds ds) {
    return "%s IN DS %d %d %d %s"
        .formatted(
            report.zone(), ds.keyTag(), ds.algorithm(), ds.digestType(), Hex.encode(ds.digest()));
  }

  private void next() {
    out.println("Next:");
    out.println("  sign again by " + time(report.signAgainBy()));
    nextKeyChange.ifPresent(
        change ->
            out.println("  sign again on " + time(change) + ", when a key changes its state"));
    if (!report.ds().isEmpty()) {
      out.println(
          "  give the DS record, or the file "
              + files.get(files.size() - 1).getFileName()
              + ", to the owner of the parent zone");
    }
  }

  private String time(Instant time) {
    return TimeText.minute(time, timeZone);
  }

  private void line(String label, String value) {
    out.println(String.format(Locale.ROOT, "  %-14s %s", label, Printable.of(value)));
  }
}
