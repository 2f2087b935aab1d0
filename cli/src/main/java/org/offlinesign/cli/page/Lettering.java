package org.offlinesign.cli.page;

/** How words of a picture look, and where they stand from; {@link PageStyle} says what that is. */
enum Lettering {
  TITLE("name start"),
  NAME("name"),
  FACT("fact"),
  LABEL_START("label start"),
  LABEL_MIDDLE("label middle"),
  LABEL_END("label end");

  private static final double NEAR_EDGE = 8;
  private static final double FULL = 100;

  private final String classes;

  Lettering(String classes) {
    this.classes = classes;
  }

  /**
   * Returns that of a label which keeps inside of the picture.
   *
   * @param share of the width, where the label stands
   */
  static Lettering labelWithin(double share) {
    if (share < NEAR_EDGE) {
      return LABEL_START;
    }
    return share > FULL - NEAR_EDGE ? LABEL_END : LABEL_MIDDLE;
  }

  /** Returns the classes of the style sheet. */
  String classes() {
    return classes;
  }
}
