package org.offlinesign.cli.page;

import java.io.IOException;
import org.offlinesign.cli.console.Words;
import org.offlinesign.verify.TrustChain;

/** The part of the page that shows how trust gets into the zone. */
final class ChainSection {
  /** With more boxes side by side a narrow screen scrolls. */
  private static final int FITTING_COLUMNS = 3;

  private static final int COLUMN_WIDTH = 112;

  private final ReportedZone zone;
  private final Markup page;

  ChainSection(ReportedZone zone, Markup page) {
    this.zone = zone;
    this.page = page;
  }

  void write() throws IOException {
    TrustChain chain = zone.chain();
    if (chain.keys().isEmpty()) {
      page.leaf("p", "The zone has no keys, so there is no chain.").line();
      return;
    }
    page.leaf("p", explanation(chain)).line();
    Drawing drawing = new Drawing(page);
    ChainDiagram diagram = new ChainDiagram(drawing, chain);
    int columns = diagram.columns();
    String width =
        columns > FITTING_COLUMNS ? "min-width: " + columns * COLUMN_WIDTH + "px" : "min-width: 0";
    page.open("div", "class", "scroll").open("div", "class", "chain", "style", width).line();
    diagram.draw("chain-diagram", zone.report().figures());
    page.close("div").close("div").line();
    if (diagram.omitted() > 0) {
      page.leaf("p", "Not drawn: " + Words.count(diagram.omitted(), "further key") + ".").line();
    }
  }

  private static String explanation(TrustChain chain) {
    String rule =
        "The parent's DS record names a key signing key (KSK). That key signs the DNSKEY records,"
            + " and with them the zone signing keys (ZSK), which sign everything else. ";
    if (chain.parent().isEmpty()) {
      return rule
          + "What the parent has was not told: --parent-ds FILE names a file with its DS records.";
    }
    if (chain.parent().get().isEmpty()) {
      return rule + "The parent has no DS record, so resolvers take the zone for not signed.";
    }
    return rule
        + (chain.isEntered()
            ? "The parent's DS records lead into this zone."
            : "None of the parent's DS records leads to a key that signs the DNSKEY records:"
                + " resolvers that validate refuse the zone.");
  }
}
