package org.offlinesign.rollover;

/** How much a resolver asks for where a zone has keys of several algorithms. */
public enum Strictness {
  /** One good path is enough (RFC 6840 §5.11). */
  LIBERAL,
  /**
   * Each algorithm of the DS set leads to the DNSKEY RRset, and each algorithm of the DNSKEY RRset
   * signs the data, as some resolvers want it against downgrades; plans go by it (RFC 6781 §4.1.4).
   */
  STRICT
}
