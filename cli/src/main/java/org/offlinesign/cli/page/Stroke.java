package org.offlinesign.cli.page;

/** How a line of a picture looks; {@link PageStyle} says what that is. */
enum Stroke {
  GRID("grid"),
  BASE("base"),
  NOW("now"),
  EDGE("edge"),
  UNKNOWN("edge unknown"),
  BROKEN("edge broken");

  private final String classes;

  Stroke(String classes) {
    this.classes = classes;
  }

  /** Returns the classes of the style sheet. */
  String classes() {
    return classes;
  }
}
