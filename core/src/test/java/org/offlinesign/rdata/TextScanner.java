package org.offlinesign.rdata;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;

/** A scanner of one record's RDATA in a string, for tests of the schema alone. */
final class TextScanner implements RdataScanner {
  private final byte[] text;
  private final @Nullable DnsName origin;
  private final EscapeStyle escapes;
  private int at;
  private int start;
  private int end;
  private boolean quoted;
  private boolean again;

  TextScanner(String text, @Nullable DnsName origin, EscapeStyle escapes) {
    this.text = text.getBytes(StandardCharsets.ISO_8859_1);
    this.origin = origin;
    this.escapes = escapes;
  }

  TextScanner(String text) {
    this(text, DnsName.ROOT, EscapeStyle.DECIMAL);
  }

  @Override
  public boolean advance() throws RdataSyntaxException {
    return next(false);
  }

  @Override
  public boolean advanceKeyValue() throws RdataSyntaxException {
    return next(true);
  }

  private boolean next(boolean keyValue) throws RdataSyntaxException {
    if (again) {
      again = false;
      return true;
    }
    skipSpace();
    if (at == text.length) {
      return false;
    }
    quoted = text[at] == '"' && !keyValue;
    if (quoted) {
      start = ++at;
      passQuotation();
      end = at++;
    } else {
      start = at;
      passWord(keyValue);
      end = at;
    }
    return true;
  }

  private void skipSpace() {
    while (at < text.length && " \t\r\n();".indexOf(text[at]) >= 0) {
      if (text[at] == ';') {
        while (at < text.length && text[at] != '\n') {
          at++;
        }
      } else {
        at++;
      }
    }
  }

  private void passQuotation() throws RdataSyntaxException {
    while (at < text.length && text[at] != '"') {
      at += text[at] == '\\' ? 2 : 1;
    }
    if (at >= text.length) {
      throw new RdataSyntaxException("expected a closing quotation mark");
    }
  }

  private void passWord(boolean keyValue) throws RdataSyntaxException {
    while (at < text.length && " \t\r\n();\"".indexOf(text[at]) < 0) {
      // A backslash at the end of a line escapes nothing.
      boolean escape = text[at] == '\\' && at + 1 < text.length && text[at + 1] != '\n';
      at += escape ? 2 : 1;
      if (keyValue && at < text.length && text[at] == '"') {
        at++;
        passQuotation();
        at++;
      }
    }
    at = Math.min(at, text.length);
  }

  @Override
  public void pushBack() {
    again = true;
  }

  @Override
  public byte[] text() {
    return text;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  @Override
  public boolean quoted() {
    return quoted;
  }

  @Override
  public @Nullable DnsName origin() {
    return origin;
  }

  @Override
  public EscapeStyle escapes() {
    return escapes;
  }
}
