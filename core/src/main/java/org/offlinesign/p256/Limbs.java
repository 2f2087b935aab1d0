package org.offlinesign.p256;

/**
 * Numbers of 256 bits as five limbs of 52 bits, the lowest first.
 *
 * <p>52, because then a limb has twelve bits to spare: sums need no carry at once, limbs may be
 * negative, and the two halves of a product of limbs are each one signed multiplication.
 */
final class Limbs {
  static final int COUNT = 5;
  static final int BITS = 52;
  static final long MASK = (1L << BITS) - 1;
  static final int OCTETS = 32;

  private static final int SHIFT = (Long.SIZE - BITS) / 2;

  private Limbs() {}

  /** Returns the product of two limbs, each below 2^57, divided by 2^52 and rounded down. */
  static long high(long a, long b) {
    return Math.multiplyHigh(a << SHIFT, b << SHIFT);
  }

  /** Returns the product of two limbs modulo 2^52. */
  static long low(long a, long b) {
    return (a * b) & MASK;
  }

  /** Reads 32 octets, the highest first. */
  static void read(byte[] octets, int offset, long[] into) {
    for (int limb = 0; limb < COUNT; limb++) {
      into[limb] = bits(octets, offset, limb * BITS);
    }
  }

  private static long bits(byte[] octets, int offset, int from) {
    long value = 0;
    int last = offset + OCTETS - 1 - from / Byte.SIZE;
    int first = Math.max(offset, last - BITS / Byte.SIZE);
    for (int at = first; at <= last; at++) {
      value = value << Byte.SIZE | (octets[at] & 0xff);
    }
    return (value >>> from % Byte.SIZE) & MASK;
  }

  /** Returns some bits, fewer than 52, of a number whose limbs have no carry left. */
  static int window(long[] number, int from, int width) {
    int limb = from / BITS;
    int at = from % BITS;
    long value = number[limb] >>> at;
    if (at + width > BITS && limb + 1 < COUNT) {
      value |= number[limb + 1] << (BITS - at);
    }
    return (int) value & ((1 << width) - 1);
  }

  /** Moves what a limb has over 52 bits, or below zero, to the next; the last keeps its own. */
  static void carry(long[] number) {
    for (int limb = 0; limb < COUNT - 1; limb++) {
      number[limb + 1] += number[limb] >> BITS;
      number[limb] &= MASK;
    }
  }

  /** Compares two numbers whose limbs have no carry left. */
  static int compare(long[] a, long[] b) {
    for (int limb = COUNT - 1; limb >= 0; limb--) {
      if (a[limb] != b[limb]) {
        return Long.compare(a[limb], b[limb]);
      }
    }
    return 0;
  }

  /** Adds a multiple of a number to another; carries. */
  static void addMultiple(long[] number, long factor, long[] addend) {
    for (int limb = 0; limb < COUNT; limb++) {
      number[limb] += factor * addend[limb];
    }
    carry(number);
  }

  /** Returns how often an odd number must be added to 1 to clear its lowest 52 bits. */
  static long clearing(long[] odd) {
    // Newton's iteration: an odd number is its own inverse modulo 8, and each round doubles the
    // bits.
    long inverse = odd[0];
    for (int bits = 3; bits < BITS; bits *= 2) {
      inverse *= 2 - odd[0] * inverse;
    }
    return -inverse & MASK;
  }

  static boolean isZero(long[] number) {
    long any = 0;
    for (long limb : number) {
      any |= limb;
    }
    return any == 0;
  }
}
