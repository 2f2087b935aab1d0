package org.offlinesign.rdata;

import org.offlinesign.record.Rdata;
import org.offlinesign.wire.WireFormatException;

/**
 * How RDATA of one type is read, such as {@code Soa::from}.
 *
 * @param <T> what it is read as
 */
@FunctionalInterface
public interface RdataView<T> {
  /** Reads RDATA. */
  T of(Rdata rdata) throws WireFormatException;

  /**
   * Reads RDATA of a record of a zone, which the reader of zone files hands on only if it is whole.
   */
  static <T> T ofWhole(Rdata rdata, RdataView<T> view) {
    try {
      return view.of(rdata);
    } catch (WireFormatException e) {
      throw new AssertionError("the reader hands on only whole records", e);
    }
  }
}
