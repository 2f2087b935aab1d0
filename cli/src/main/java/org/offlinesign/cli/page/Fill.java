package org.offlinesign.cli.page;

/** How a shape of a picture looks inside; {@link PageStyle} says what that is. */
enum Fill {
  PAPER("paper"),
  LANE("lane"),
  BAR("bar"),
  KEY("box key"),
  PARENT("box parent"),
  UNKNOWN("box unknown"),
  BAD("box bad"),
  SET("box set"),
  PUBLISHED("span published"),
  ACTIVE("span active"),
  INACTIVE("span inactive"),
  REVOKED("span revoked"),
  SIGNATURES("span signatures");

  private final String classes;

  Fill(String classes) {
    this.classes = classes;
  }

  /** Returns the classes of the style sheet. */
  String classes() {
    return classes;
  }
}
