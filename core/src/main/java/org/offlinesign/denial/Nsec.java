package org.offlinesign.denial;

/** By NSEC records, which name the next owner (RFC 4034 §4). */
public record Nsec() implements Denial {
  @Override
  public String toString() {
    return "NSEC";
  }
}
