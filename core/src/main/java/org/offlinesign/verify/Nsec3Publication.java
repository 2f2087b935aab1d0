package org.offlinesign.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.rdata.Nsec3Param;

/**
 * The chains of NSEC3 records that a zone promises to have: one for each NSEC3PARAM record that
 * servers can use (RFC 5155 §4). Immutable.
 *
 * @param unusable the NSEC3PARAM records that servers ignore
 */
record Nsec3Publication(List<Nsec3Chain> chains, List<Nsec3Param> unusable) {
  Nsec3Publication {
    chains = List.copyOf(chains);
    unusable = List.copyOf(unusable);
  }

  /** Returns the chain that a record belongs to; null if it belongs to none. */
  @Nullable Nsec3Chain chainOf(Nsec3Fields record) {
    for (Nsec3Chain chain : chains) {
      if (record.isOf(chain)) {
        return chain;
      }
    }
    return null;
  }

  /** Says whether a record belongs to a chain that servers do not know how to use. */
  boolean isOfUnusable(Nsec3Fields record) {
    if (unusable.isEmpty()) {
      return false;
    }
    Nsec3Param parameters = record.parameters();
    return unusable.stream().map(Nsec3Publication::withoutFlags).anyMatch(parameters::equals);
  }

  private static Nsec3Param withoutFlags(Nsec3Param param) {
    return new Nsec3Param(param.hashAlgorithm(), 0, param.iterations(), param.salt());
  }
}
