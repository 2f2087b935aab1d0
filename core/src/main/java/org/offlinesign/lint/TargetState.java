package org.offlinesign.lint;

/** What a zone says of a name that one of its records leads to. */
enum TargetState {
  /** It has a CNAME record, its own or that of a wildcard. */
  ALIAS,
  BELOW_DNAME,
  /** It is at or below a cut, and its address is here (glue). */
  DELEGATED,
  DELEGATED_WITHOUT_ADDRESS,
  HAS_ADDRESS,
  WITHOUT_ADDRESS,
  /** Neither the name nor a wildcard for it is there. */
  ABSENT
}
