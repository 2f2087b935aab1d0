package org.offlinesign.rdata;

import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;

/**
 * The fields of one record's RDATA in master file text, handed out one at a time.
 *
 * <p>The scanner deals with white space, comments, parentheses and quotation marks; escapes are
 * left in the text for the reader of the field to resolve. After a {@link RdataSyntaxException} the
 * fault is taken to be in the current field.
 */
public interface RdataScanner {
  /**
   * Moves to the next field.
   *
   * @return false at the end of the record
   */
  boolean advance() throws RdataSyntaxException;

  /**
   * Moves to the next field, reading {@code key="a value"} as one field with the quotation marks
   * kept in its text (RFC 9460 §2.1).
   *
   * @return false at the end of the record
   */
  boolean advanceKeyValue() throws RdataSyntaxException;

  /** Makes the next {@link #advance()} stay at the current field. */
  void pushBack();

  /** Returns the octets that hold the current field, from {@link #start()} to {@link #end()}. */
  byte[] text();

  /** Returns the index of the current field's first octet, after a quotation mark. */
  int start();

  /** Returns the index after the current field's last octet, before a quotation mark. */
  int end();

  /** Says whether the current field stood between quotation marks. */
  boolean quoted();

  /** Returns the name that completes relative names; null if none is known. */
  @Nullable DnsName origin();

  /** Returns how {@code \DDD} is read. */
  EscapeStyle escapes();
}
