package org.offlinesign.verify;

/** Why a name has, or may have, an NSEC3 record (RFC 5155 §7.1). */
enum HashedNameKind {
  AUTHORITATIVE(0, "this name, which owns authoritative records,", false),
  SECURE_DELEGATION(1, "this delegation, which has DS records,", false),
  INSECURE_DELEGATION(2, "this insecure delegation", true),
  EMPTY_NON_TERMINAL(3, "this empty non-terminal", false),
  /** An empty non-terminal with nothing below it but insecure delegations. */
  EMPTY_ABOVE_INSECURE(4, "this empty non-terminal above insecure delegations", true);

  private static final HashedNameKind[] ALL = values();

  private final int octet;
  private final String words;
  private final boolean optional;

  HashedNameKind(int octet, String words, boolean optional) {
    this.octet = octet;
    this.words = words;
    this.optional = optional;
  }

  /** Returns the kind that an entry names by an octet. */
  static HashedNameKind of(int octet) {
    for (HashedNameKind kind : ALL) {
      if (kind.octet == octet) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of name has the octet " + octet);
  }

  /** Returns what stands for the kind in an entry. */
  int octet() {
    return octet;
  }

  /** Says whether a record with the opt-out flag that covers the name can stand for its own. */
  boolean isOptional() {
    return optional;
  }

  String words() {
    return words;
  }
}
