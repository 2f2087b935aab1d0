package org.offlinesign.verify;

import java.util.Arrays;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;

/** A type bitmap where it lies in an array, which nobody writes to. */
final class BitmapOctets {
  private final byte[] array;
  private final int from;
  private final int to;

  /** Takes over a part of an array. */
  BitmapOctets(byte[] array, int from, int to) {
    this.array = array;
    this.from = from;
    this.to = to;
  }

  boolean hasSameOctets(BitmapOctets that) {
    return Arrays.equals(array, from, to, that.array, that.from, that.to);
  }

  TypeBitmap read() throws WireFormatException {
    TypeBitmap types = new TypeBitmap();
    types.readFrom(new WireReader(array, from, to - from));
    return types;
  }
}
