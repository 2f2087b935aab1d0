package org.offlinesign.name;

/** How the three digits of {@code \DDD} are read. */
public enum EscapeStyle {
  /** As RFC 1035 §5.1 says: decimal, 000 to 255. */
  DECIMAL(10),
  /** As some Windows exports write it: octal, 000 to 377. */
  OCTAL(8);

  private final int base;

  EscapeStyle(int base) {
    this.base = base;
  }

  /** Returns the base of the three digits. */
  public int base() {
    return base;
  }
}
