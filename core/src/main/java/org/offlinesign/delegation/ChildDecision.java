package org.offlinesign.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.rdata.Ds;

/**
 * What becomes of what a child asks for with CDS and CDNSKEY records.
 *
 * @param records the DS records that the delegation is to have if the request is accepted; none if
 *     it asks for their end
 * @param signedSince when the signatures begin that the request was accepted for; null unless it
 *     was
 * @param findings why it is refused, or what is odd about it
 */
public record ChildDecision(
    Answer answer,
    List<Ds> records,
    @Nullable SignedSince signedSince,
    List<ChildFinding> findings) {
  /** The answer to a request. */
  public enum Answer {
    /** Nothing is asked for, and nothing changes. */
    NOTHING_ASKED,
    /** The delegation gets the DS records asked for. */
    ACCEPTED,
    /** The delegation stays as it is. */
    REFUSED
  }

  /** Copies the lists. */
  public ChildDecision {
    records = List.copyOf(records);
    findings = List.copyOf(findings);
  }

  static ChildDecision nothingAsked() {
    return new ChildDecision(Answer.NOTHING_ASKED, List.of(), null, List.of());
  }

  static ChildDecision refused(ChildFinding why) {
    return new ChildDecision(Answer.REFUSED, List.of(), null, List.of(why));
  }

  boolean isAccepted() {
    return answer == Answer.ACCEPTED;
  }
}
