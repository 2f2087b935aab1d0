package org.offlinesign.zonefile;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.EscapeStyle;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.RecordType;

/**
 * What shows that a file was written by a Windows DNS server, and what such a file holds that no
 * other server knows.
 */
final class WindowsTraits implements ScanNotes {
  private static final String HEADER = "Database file ";
  private static final int HEADER_COMMENTS = 10;
  private static final int NAMELESS_TYPE = 65280;

  private final EscapeStyle escapes;
  private final Findings findings;
  private final String file;
  private final CommentCollector kept;
  private int comments;
  private boolean header;
  private @Nullable Place firstEscape;

  /**
   * @param kept is handed the comments of the file
   */
  WindowsTraits(String file, EscapeStyle escapes, Findings findings, CommentCollector kept) {
    this.file = file;
    this.escapes = escapes;
    this.findings = findings;
    this.kept = kept;
  }

  @Override
  public void comment(FieldScanner scanner, int from, int to) {
    if (comments < HEADER_COMMENTS) {
      comments++;
      header |= isHeader(new String(scanner.text(), from, to - from, StandardCharsets.ISO_8859_1));
    }
    kept.add(scanner, from, to, file);
  }

  /** Says whether a comment is how such a server names the file that it writes. */
  static boolean isHeader(String comment) {
    // ";  Database file example.com.dns for example.com zone.", or since 2012
    // ";  Database file (null) for Default zone scope in zone example.com."
    return comment.substring(1).stripLeading().startsWith(HEADER)
        && comment.contains(" for ")
        && comment.contains("zone");
  }

  @Override
  public void numericEscape(FieldScanner scanner) {
    if (firstEscape == null) {
      firstEscape = scanner.place(file);
    }
  }

  @Override
  public void returnInComment(FieldScanner scanner) {
    findings.once(
        new Spot(scanner.place(file), Excerpt.NONE),
        LintCode.RETURN_IN_COMMENT,
        "a carriage return alone does not end a comment: what follows it is still comment");
  }

  /** Says whether the header of a Windows DNS server has been seen. */
  boolean header() {
    return header;
  }

  /** Says at the end of the file what could be misread in it. */
  void warnOfEscapes() {
    if (header && firstEscape != null && escapes == EscapeStyle.DECIMAL) {
      findings.once(
          new Spot(firstEscape, Excerpt.NONE),
          LintCode.WINDOWS_ESCAPE,
          "\\DDD was read as a decimal number (RFC 1035 §5.1), but this file has the header of"
              + " a Windows DNS server, which may mean an octal one: if so, ask for octal escapes");
    }
  }

  /**
   * Returns the schema of a type; the numbers of WINS and WINSR, which are for private use, mean
   * nothing to anyone but Windows servers, so their RDATA is octets here.
   */
  static RdataSchema schema(int type) {
    return RdataSchema.of(isPrivate(type) ? NAMELESS_TYPE : type);
  }

  private static boolean isPrivate(int type) {
    return type == RecordType.WINS.code() || type == RecordType.WINSR.code();
  }

  /** Says whether a type is written as one that only Windows servers know. */
  static boolean isWins(byte[] text, int from, int to) {
    String mnemonic = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    return mnemonic.equalsIgnoreCase("WINS") || mnemonic.equalsIgnoreCase("WINSR");
  }

  /** Says whether a field is the age of a dynamic record, {@code [AGE:3634093]}. */
  static boolean isAge(byte[] text, int from, int to) {
    return to - from > 6
        && text[from] == '['
        && text[to - 1] == ']'
        && new String(text, from, 5, StandardCharsets.ISO_8859_1).equalsIgnoreCase("[AGE:")
        && TtlText.parse(text, from + 5, to - 1) != TtlText.NONE;
  }
}
