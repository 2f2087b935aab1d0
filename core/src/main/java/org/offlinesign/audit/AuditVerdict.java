package org.offlinesign.audit;

import java.util.List;
import java.util.Optional;

/**
 * What a check of logs has found.
 *
 * @param lines how many lines follow one another rightly, from the first on
 * @param head the digest of the last of these; that of a later line proves this one
 * @param last the last of these lines itself; empty if there was none
 * @param fault the first place where something was changed, if there is one
 * @param notices what is no fault, in words: such as half a line of a program that was killed
 */
public record AuditVerdict(
    long lines,
    LineDigest head,
    Optional<LastLine> last,
    Optional<AuditFault> fault,
    List<String> notices) {
  public AuditVerdict {
    notices = List.copyOf(notices);
  }
}
