package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;

/** A condition that ties fields of one RDATA together. */
@FunctionalInterface
interface RdataRule {
  /** Checks RDATA whose fields are each well formed. */
  void check(WireReader in) throws WireFormatException;
}
