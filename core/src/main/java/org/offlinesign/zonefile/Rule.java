package org.offlinesign.zonefile;

/**
 * A rule that a zone can break: what all findings of one kind have in common.
 *
 * <p>Programs may rely on the code; it never changes.
 */
public interface Rule {
  /** Returns the word that names the rule in reports and options. */
  String code();

  /** Returns what else is known of the rule, all in one. */
  RuleFacts facts();

  /** Returns how much a breach matters. */
  default Severity severity() {
    return facts().severity();
  }

  /** Returns where the rule is written, such as {@code RFC 4035 §2.2}. */
  default String section() {
    return facts().section();
  }

  /** Returns in one line what is wrong where the rule is broken. */
  default String title() {
    return facts().title();
  }
}
