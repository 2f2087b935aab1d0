package org.offlinesign.cli.page;

import java.io.IOException;
import java.util.List;

/**
 * A table, whose rows become blocks on a narrow screen; the roles keep it a table for those who
 * have it read out.
 */
final class Table {
  private final Markup page;
  private final List<Column> columns;

  /**
   * A column.
   *
   * @param style the class of its cells
   */
  record Column(String name, String style) {
    static Column words(String name) {
      return new Column(name, "words");
    }

    /** Returns a column of terms, which are not broken where a line is wide enough. */
    static Column terms(String name) {
      return new Column(name, "terms");
    }

    static Column number(String name) {
      return new Column(name, "number");
    }
  }

  private Table(Markup page, List<Column> columns) {
    this.page = page;
    this.columns = columns;
  }

  static Table begin(Markup page, String caption, Column... columns) throws IOException {
    Table table = new Table(page, List.of(columns));
    page.open("table", "role", "table").leaf("caption", caption);
    page.open("thead", "role", "rowgroup").open("tr", "role", "row");
    for (Column column : columns) {
      page.leaf(
          "th", column.name(), "role", "columnheader", "scope", "col", "class", column.style());
    }
    page.close("tr").close("thead").line();
    page.open("tbody", "role", "rowgroup").line();
    return table;
  }

  /**
   * Writes a row.
   *
   * @param style the class of the row
   */
  void row(String style, String... cells) throws IOException {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    page.open("tr", "role", "row", "class", style);
    for (int at = 0; at < cells.length; at++) {
      Column column = columns.get(at);
      page.leaf(
          "td", cells[at], "role", "cell", "data-column", column.name(), "class", column.style());
    }
    page.close("tr").line();
  }

  void end() throws IOException {
    page.close("tbody").close("table").line();
  }
}
