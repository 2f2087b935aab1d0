package org.offlinesign.verify;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.offlinesign.rdata.Nsec3Param;

/**
 * The chains of NSEC3 records that a zone promises to have: one for each NSEC3PARAM record that
 * servers can use (RFC 5155 §4). Immutable.
 *
 * @param ignored what names a chain that is left alone, without its flags
 * @param unchecked whether there are chains for which the names are not hashed
 */
record Nsec3Publication(List<Nsec3Chain> chains, Set<Nsec3Param> ignored, boolean unchecked) {
  Nsec3Publication {
    chains = List.copyOf(chains);
    ignored = ignored.stream().map(Nsec3Publication::withoutFlags).collect(Collectors.toSet());
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

  /** Says whether a record belongs to a chain that is left alone. */
  boolean isOfIgnored(Nsec3Fields record) {
    return !ignored.isEmpty() && ignored.contains(record.parameters());
  }

  private static Nsec3Param withoutFlags(Nsec3Param param) {
    return new Nsec3Param(param.hashAlgorithm(), 0, param.iterations(), param.salt());
  }
}
