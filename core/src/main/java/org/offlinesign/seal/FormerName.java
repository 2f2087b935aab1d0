package org.offlinesign.seal;

import java.util.Arrays;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.name.DnsName;

/**
 * What a former zone file says of one name: the text of its records, one after the other. Immutable
 * and safe for any thread.
 */
public final class FormerName {
  private final byte[] key;
  private final byte[] text;
  private final FileLayout layout;
  private final boolean hashed;

  /**
   * Takes over arrays.
   *
   * @param key the canonical key of the name
   * @param hashed whether the name is a hash, with a record of an NSEC3 chain
   */
  FormerName(byte[] key, byte[] text, FileLayout layout, boolean hashed) {
    this.key = key;
    this.text = text;
    this.layout = layout;
    this.hashed = hashed;
  }

  /** Returns the name, in lower case. */
  public DnsName name() {
    return CanonicalKey.nameOf(key, 0, key.length);
  }

  byte[] key() {
    return key;
  }

  /** Compares the name with one whose canonical key some octets begin with. */
  int compareTo(byte[] octets, int length) {
    return Arrays.compareUnsigned(key, 0, key.length, octets, 0, length);
  }

  boolean isHashed() {
    return hashed;
  }

  /** Returns the text; it must not be written to. */
  byte[] text() {
    return text;
  }

  FileLayout layout() {
    return layout;
  }

  /** Returns a copy of the text. */
  public byte[] toByteArray() {
    return Arrays.copyOf(text, text.length);
  }
}
