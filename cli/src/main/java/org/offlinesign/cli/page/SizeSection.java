package org.offlinesign.cli.page;

import java.io.IOException;
import java.util.List;
import org.offlinesign.census.TypeFigures;
import org.offlinesign.census.ZoneCensus;
import org.offlinesign.cli.page.Drawing.Area;
import org.offlinesign.cli.page.Drawing.Caption;
import org.offlinesign.record.RecordType;

/** The part of the page about what takes how much room. */
final class SizeSection {
  private static final int MOST_TYPES = 16;
  private static final int HEIGHT = 26;

  private final ZoneCensus census;
  private final Markup page;

  SizeSection(ZoneCensus census, Markup page) {
    this.census = census;
    this.page = page;
  }

  void write() throws IOException {
    TypeFigures signatures = census.of(RecordType.RRSIG);
    String text =
        Numbers.grouped(census.records())
            + " records with "
            + Numbers.octets(census.octets())
            + " in wire form, names not compressed. Signatures are "
            + Numbers.percent(signatures.records(), census.records())
            + " of the records and "
            + Numbers.percent(signatures.octets(), census.octets())
            + " of the octets.";
    page.leaf("p", text).line();
    if (census.octets() > 0) {
      drawShare(signatures.octets());
      table();
    }
  }

  private void drawShare(long signatures) throws IOException {
    Drawing drawing = new Drawing(page);
    String share = Numbers.percent(signatures, census.octets());
    drawing.begin(
        "size-share",
        new Caption("Share of signatures", share + " of the octets are signatures."),
        HEIGHT);
    double width = Numbers.share(signatures, census.octets());
    drawing.box(new Area("0", 2, "100%", HEIGHT - 4), Fill.LANE, "other records");
    drawing.box(new Area("0", 2, TimeScale.percent(width), HEIGHT - 4), Fill.BAR, "RRSIG " + share);
    drawing.end();
  }

  private void table() throws IOException {
    Table table =
        Table.begin(
            page,
            "Records by type, the largest first",
            Table.Column.terms("Type"),
            Table.Column.number("Records"),
            Table.Column.number("Octets"),
            Table.Column.number("Share"));
    List<TypeFigures> types = census.types();
    for (TypeFigures type : types.subList(0, Math.min(MOST_TYPES, types.size()))) {
      row(table, type.type().toString(), type.records(), type.octets());
    }
    if (types.size() > MOST_TYPES) {
      List<TypeFigures> rest = types.subList(MOST_TYPES, types.size());
      row(
          table,
          Numbers.grouped(rest.size()) + " further types",
          rest.stream().mapToLong(TypeFigures::records).sum(),
          rest.stream().mapToLong(TypeFigures::octets).sum());
    }
    table.end();
  }

  private void row(Table table, String name, long records, long octets) throws IOException {
    table.row(
        "plain",
        name,
        Numbers.grouped(records),
        Numbers.grouped(octets),
        Numbers.percent(octets, census.octets()));
  }
}
