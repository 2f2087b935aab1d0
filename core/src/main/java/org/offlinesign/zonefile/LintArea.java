package org.offlinesign.zonefile;

/** What a {@link LintCode} is about. */
public enum LintArea {
  TEXT("The text of the file"),
  ZONE("The zone as a whole"),
  SOA_FIELDS("The SOA record"),
  NAMES("Names and what stands at them"),
  TARGETS("Names that records lead to"),
  RECORDS("SVCB, HTTPS and SPF records"),
  DNSSEC("Records of DNSSEC"),
  /** What {@code checkzone} does not look for. */
  SIGNING("Signing alone");

  private final String heading;

  LintArea(String heading) {
    this.heading = heading;
  }

  /** Returns it as the heading of a list of codes. */
  @Override
  public String toString() {
    return heading;
  }
}
