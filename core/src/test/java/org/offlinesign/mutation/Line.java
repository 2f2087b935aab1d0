package org.offlinesign.mutation;

import java.util.List;

/** A record of a zone as a line of text, with absolute names. */
record Line(String owner, String ttl, String type, String rdata) {
  /** Returns the records of a zone without its comments, among them the seal. */
  static List<Line> allOf(String zone) {
    return zone.lines().filter(line -> !line.startsWith(";")).map(Line::of).toList();
  }

  static Line of(String text) {
    String[] fields = text.split("[ \t]+", 5);
    if (fields.length != 5 || !fields[2].equals("IN")) {
      throw new AssertionError("not a record: " + text);
    }
    return new Line(fields[0], fields[1], fields[3], fields[4]);
  }

  Line withOwner(String other) {
    return new Line(other, ttl, type, rdata);
  }

  Line withTtl(long other) {
    return new Line(owner, String.valueOf(other), type, rdata);
  }

  Line withRdata(String other) {
    return new Line(owner, ttl, type, other);
  }

  /** Returns the same with one field of the data replaced. */
  Line withField(int index, String other) {
    String[] fields = fields();
    fields[index] = other;
    return withRdata(String.join(" ", fields));
  }

  String[] fields() {
    return rdata.split(" ", -1);
  }

  String field(int index) {
    return fields()[index];
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }

  /** Says whether this is a signature of an RRset at the same name. */
  boolean covers(String wanted) {
    return is("RRSIG") && field(0).equals(wanted);
  }

  long seconds() {
    return Long.parseLong(ttl);
  }

  @Override
  public String toString() {
    return owner + " " + ttl + (ttl.startsWith("IN ") ? " " : " IN ") + type + " " + rdata;
  }
}
