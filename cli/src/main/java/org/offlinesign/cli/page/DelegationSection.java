package org.offlinesign.cli.page;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.offlinesign.census.Delegation;
import org.offlinesign.census.DelegationFigures;
import org.offlinesign.census.DelegationSecurity;
import org.offlinesign.cli.console.Words;
import org.offlinesign.key.Algorithm;
import org.offlinesign.rdata.Ds;

/** The part of the page about child zones. */
final class DelegationSection {
  private final DelegationFigures figures;
  private final boolean isSigned;
  private final Markup page;

  DelegationSection(ReportedZone zone, Markup page) {
    this.figures = zone.census().delegations();
    this.isSigned = !zone.chain().keys().isEmpty();
    this.page = page;
  }

  void write() throws IOException {
    if (figures.total() == 0) {
      page.leaf("p", "The zone delegates nothing.").line();
      return;
    }
    page.leaf("p", sum()).line();
    if (figures.listed().isEmpty()) {
      return;
    }
    Table table =
        Table.begin(
            page,
            "Child zones and their DS records",
            Table.Column.words("Child zone"),
            Table.Column.terms("Security"),
            Table.Column.terms("DS records"),
            Table.Column.number("Name servers"));
    for (Delegation delegation : figures.listed()) {
      table.row(
          securityOf(delegation).name().toLowerCase(Locale.ROOT),
          delegation.child().toString(),
          isSigned ? text(delegation.security()) : "insecure: the zone above is not signed",
          ds(delegation),
          Numbers.grouped(delegation.nameServers()));
    }
    table.end();
    long more = figures.total() - figures.listed().size();
    if (more > 0) {
      page.leaf("p", "And " + Words.count(more, "further delegation") + ".").line();
    }
  }

  /** Nothing below a zone without keys is secure, whatever DS records it has. */
  private DelegationSecurity securityOf(Delegation delegation) {
    return isSigned ? delegation.security() : DelegationSecurity.INSECURE;
  }

  private String sum() {
    return isSigned ? sumOfSigned() : sumOfUnsigned();
  }

  private String sumOfUnsigned() {
    long withoutDs = figures.count(DelegationSecurity.INSECURE);
    return Words.count(figures.total(), "delegation")
        + ": 0 secure, "
        + Numbers.grouped(figures.total())
        + " insecure."
        + (withoutDs == figures.total()
            ? ""
            : " The zone is not signed, so nothing below it is secure: the DS records that it has"
                + " count for nothing.");
  }

  private String sumOfSigned() {
    long unknown = figures.count(DelegationSecurity.UNKNOWN);
    return Words.count(figures.total(), "delegation")
        + ": "
        + Numbers.grouped(figures.count(DelegationSecurity.SECURE))
        + " secure, "
        + Numbers.grouped(figures.count(DelegationSecurity.INSECURE))
        + " insecure"
        + (unknown == 0
            ? ""
            : ", " + Numbers.grouped(unknown) + " by DS records that are not known")
        + ".";
  }

  private static String text(DelegationSecurity security) {
    return switch (security) {
      case SECURE -> "secure";
      case INSECURE -> "insecure: no DS record";
      case UNKNOWN -> "insecure: no algorithm or digest that is known";
    };
  }

  private static String ds(Delegation delegation) {
    String listed =
        delegation.ds().stream().map(DelegationSection::text).collect(Collectors.joining("; "));
    return delegation.furtherDs() == 0
        ? listed.isEmpty() ? "-" : listed
        : listed + "; and " + Numbers.grouped(delegation.furtherDs()) + " more";
  }

  private static String text(Ds ds) {
    return ds.keyTag() + " " + Algorithm.nameOf(ds.algorithm()) + " " + KeyNames.digest(ds);
  }
}
