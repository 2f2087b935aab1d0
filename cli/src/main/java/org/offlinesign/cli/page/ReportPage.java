package org.offlinesign.cli.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.offlinesign.cli.console.ProgramVersion;
import org.offlinesign.cli.console.Words;
import org.offlinesign.cli.report.ReportedFinding;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.zonefile.Severity;

/** Writes the page about a zone: one file that asks for no other. */
public final class ReportPage {
  private final ReportedZone zone;
  private final Markup page;

  private ReportPage(ReportedZone zone, Markup page) {
    this.zone = zone;
    this.page = page;
  }

  /** Writes the page; the stream stays open. */
  public static void write(ReportedZone zone, OutputStream out) throws IOException {
    try (Markup page = new Markup(out)) {
      new ReportPage(zone, page).write();
    }
  }

  private void write() throws IOException {
    page.doctype().open("html", "lang", "en").line();
    head();
    page.open("body").line();
    page.element("header", this::header).line();
    page.open("main").line();
    section("chain", "Chain of trust", new ChainSection(zone, page)::write);
    section("keys", "Keys, and the next 60 days", new KeySection(zone, page)::write);
    section("expiry", "When signatures expire", new ExpirySection(zone, page)::write);
    section("findings", "Findings", this::findings);
    section("delegations", "Delegations", new DelegationSection(zone, page)::write);
    section("sizes", "Sizes", new SizeSection(zone.census(), page)::write);
    page.close("main").line();
    page.element("footer", this::footer).line();
    page.close("body").close("html").line();
  }

  private void head() throws IOException {
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    // A page about a zone of a stranger: nothing in it may fetch or run anything.
    page.empty(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        .line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.empty("meta", "name", "color-scheme", "content", "light dark").line();
    // An empty icon, so that no browser asks for one.
    page.empty("link", "rel", "icon", "href", "data:,").line();
    page.leaf("title", zone.zone() + " - DNSSEC report").line();
    page.style(PageStyle.PAGE).line();
    page.close("head").line();
  }

  private void section(String id, String title, Markup.Content content) throws IOException {
    page.open("section", "id", id, "aria-labelledby", id + "-heading");
    page.leaf("h2", title, "id", id + "-heading").line();
    content.write();
    page.close("section").line();
  }

  private void header() throws IOException {
    page.leaf("p", "DNSSEC report", "class", "kind");
    page.leaf("h1", zone.zone().toString()).line();
    page.leaf("p", verdict(), "class", "verdict " + verdictStyle()).line();
    page.open("dl", "class", "facts").line();
    fact("Zone file", zone.origin().file().map(Path::toString).orElse("standard input"));
    fact("Checked for", zone.dates().minute(zone.origin().at()));
    fact("Serial", zone.census().serial().map(Object::toString).orElse("no SOA record"));
    fact("Findings", findingCounts());
    fact("Records", Numbers.grouped(zone.report().figures().records()));
    fact("Signatures", Numbers.grouped(zone.report().figures().signatures()));
    page.close("dl").line();
  }

  private void fact(String name, String value) throws IOException {
    page.open("div").leaf("dt", name).leaf("dd", value).close("div").line();
  }

  private String findingCounts() {
    VerificationReport report = zone.report();
    return Words.count(report.count(Severity.ERROR), "error")
        + ", "
        + Words.count(report.count(Severity.WARNING), "warning");
  }

  private String verdict() {
    VerificationReport report = zone.report();
    if (report.keys().isEmpty()) {
      return "Not signed: the zone has no DNSKEY record to check signatures with.";
    }
    if (!report.isValid()) {
      return "Not valid: resolvers that validate may refuse some or all of its answers.";
    }
    String until =
        report
            .horizon()
            .map(
                horizon ->
                    " until "
                        + zone.dates().minute(horizon.validUntil())
                        + ", when "
                        + horizon.owner()
                        + " "
                        + horizon.type()
                        + " expires first")
            .orElse("");
    return report.acceptedByPolicy()
        ? "Valid" + until + "."
        : "Valid, but validators of today treat it as not signed.";
  }

  private String verdictStyle() {
    VerificationReport report = zone.report();
    if (!report.isValid() || report.keys().isEmpty()) {
      return "error";
    }
    return report.acceptedByPolicy() ? "good" : "warning";
  }

  private void findings() throws IOException {
    List<ReportedFinding> findings = zone.list();
    if (findings.isEmpty()) {
      page.leaf("p", "Nothing was found that is wrong with the zone.").line();
      return;
    }
    page.leaf(
            "p",
            "What the verifier has to say. An error can make resolvers refuse answers; warnings and"
                + " notices do not.")
        .line();
    Table table =
        Table.begin(
            page,
            "Findings of the verifier",
            Table.Column.terms("Finding"),
            Table.Column.words("Record"),
            Table.Column.words("What is wrong"),
            Table.Column.words("Place"));
    for (ReportedFinding finding : findings) {
      table.row(
          finding.severity().toString(),
          finding.severity() + " " + finding.rule().code(),
          finding.subject(),
          finding.messageWithSection(),
          finding.place().toString());
    }
    table.end();
    if (zone.findings().omitted() > 0) {
      page.leaf("p", "And " + Words.count(zone.findings().omitted(), "further finding") + ".")
          .line();
    }
  }

  private void footer() throws IOException {
    page.leaf(
        "p",
        "Written by offlinesign "
            + ProgramVersion.text()
            + " from the zone file alone, without asking a name server. Signatures were checked"
            + " for "
            + zone.dates().minute(zone.origin().at())
            + ".");
  }
}
