package org.offlinesign.sign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.seal.FormerName;

/**
 * The signatures that a name had and that may stay.
 *
 * @param unchecked those that stay if they prove right
 * @param former what the previous output says of the name, whose signatures are right if the RRset
 *     is the same; null if there is nothing
 */
record OldSignatures(List<OldSignature> unchecked, @Nullable FormerName former) {
  /** There are none. */
  static final OldSignatures NONE = new OldSignatures(List.of(), null);

  /** Returns some that are to be checked. */
  static OldSignatures unchecked(List<OldSignature> signatures) {
    return signatures.isEmpty() ? NONE : new OldSignatures(signatures, null);
  }

  /** Returns these and what the previous output says. */
  OldSignatures with(@Nullable FormerName name) {
    return name == null ? this : new OldSignatures(unchecked, name);
  }
}
