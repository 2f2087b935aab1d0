package org.offlinesign.cli.page;

import java.io.IOException;

/**
 * A picture of HTML or SVG with shapes and words. Distances along the width are shares of it, those
 * along the height are pixels; so words keep their size where the picture is narrow.
 */
final class Drawing {
  private static final int FILE_WIDTH = 800;

  private final Markup page;

  Drawing(Markup page) {
    this.page = page;
  }

  /**
   * Begins a picture inside of a page.
   *
   * @param id a word that names it in the page
   */
  void begin(String id, Caption caption, int height) throws IOException {
    page.open(
        "svg",
        "id",
        id,
        "class",
        "chart",
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-text",
        "width",
        "100%",
        "height",
        Integer.toString(height));
    page.leaf("title", caption.title(), "id", id + "-title");
    page.leaf("desc", caption.text(), "id", id + "-text").line();
  }

  /**
   * What a picture shows, for those who cannot see it.
   *
   * @param text what there is to see
   */
  record Caption(String title, String text) {}

  void end() throws IOException {
    page.close("svg").line();
  }

  /**
   * Begins a picture of its own.
   *
   * @param margin how much stays free on the left and on the right
   */
  void beginFile(Caption caption, int height, int margin) throws IOException {
    page.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "role",
        "img",
        "aria-labelledby",
        "title text",
        "viewBox",
        "0 0 " + FILE_WIDTH + " " + height,
        "width",
        Integer.toString(FILE_WIDTH),
        "height",
        Integer.toString(height));
    page.leaf("title", caption.title(), "id", "title");
    page.leaf("desc", caption.text(), "id", "text").line();
    page.style(PageStyle.PICTURE).line();
    box(new Area("0", 0, "100%", height), Fill.PAPER, "");
    page.open(
            "svg",
            "x",
            Integer.toString(margin),
            "width",
            Integer.toString(FILE_WIDTH - 2 * margin),
            "height",
            Integer.toString(height),
            "overflow",
            "visible")
        .line();
  }

  void endFile() throws IOException {
    page.close("svg").close("svg").line();
  }

  /**
   * Draws a rectangle.
   *
   * @param hint what a pointer shows
   */
  void box(Area area, Fill fill, String hint) throws IOException {
    page.open(
        "rect",
        "x",
        area.x(),
        "y",
        Integer.toString(area.y()),
        "width",
        area.width(),
        "height",
        Integer.toString(area.height()),
        "class",
        fill.classes());
    if (!hint.isEmpty()) {
      page.leaf("title", hint);
    }
    page.close("rect").line();
  }

  /**
   * Part of a picture.
   *
   * @param x a share of the width, as the width
   */
  record Area(String x, int y, String width, int height) {}

  void text(String x, int y, Lettering lettering, String words) throws IOException {
    page.leaf("text", words, "x", x, "y", Integer.toString(y), "class", lettering.classes()).line();
  }

  /** Draws a line down. */
  void down(String x, int from, int to, Stroke stroke) throws IOException {
    page.open(
            "line",
            "x1",
            x,
            "x2",
            x,
            "y1",
            Integer.toString(from),
            "y2",
            Integer.toString(to),
            "class",
            stroke.classes())
        .close("line")
        .line();
  }

  /** Defines the head of arrows. */
  void arrowHead() throws IOException {
    page.open("defs")
        .open(
            "marker",
            "id",
            "arrow",
            "viewBox",
            "0 0 8 8",
            "refX",
            "8",
            "refY",
            "4",
            "markerWidth",
            "8",
            "markerHeight",
            "8",
            "orient",
            "auto-start-reverse")
        .open("path", "d", "M0 0 L8 4 L0 8 z", "class", "arrow")
        .close("path")
        .close("marker")
        .close("defs")
        .line();
  }

  /** A line from one place to another, of which the distances along the width are shares of it. */
  record Edge(String fromX, int fromY, String toX, int toY) {}

  /** Draws an arrow. */
  void edge(Edge edge, Stroke stroke) throws IOException {
    page.open(
            "line",
            "x1",
            edge.fromX(),
            "y1",
            Integer.toString(edge.fromY()),
            "x2",
            edge.toX(),
            "y2",
            Integer.toString(edge.toY()),
            "class",
            stroke.classes(),
            "marker-end",
            "url(#arrow)")
        .close("line")
        .line();
  }

  /** Draws a line across. */
  void across(int y, Stroke stroke) throws IOException {
    String height = Integer.toString(y);
    page.open(
            "line", "x1", "0", "x2", "100%", "y1", height, "y2", height, "class", stroke.classes())
        .close("line")
        .line();
  }
}
