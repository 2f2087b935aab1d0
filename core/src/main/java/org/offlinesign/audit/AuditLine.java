package org.offlinesign.audit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.file.GrowingFile;

/**
 * A line of an audit log: a JSON object whose first members are its number and the digest of the
 * line before, and whose last is the digest of all that stands before it.
 *
 * @param number counts the lines from 1
 * @param previous the digest of the line before, from its first octet to the last before its end
 * @param torn what stands between the line before and this one, if anything does
 * @param content the members between these, as JSON without the braces
 * @param inner the digest that is its last member, of what stands before that
 * @param isIntact whether that digest fits
 * @param digest that of the whole line, which the next one carries
 */
public record AuditLine(
    long number,
    LineDigest previous,
    Optional<TornText> torn,
    String content,
    LineDigest inner,
    boolean isIntact,
    LineDigest digest) {
  /** Far below what readers take, because half a line may stand before it. */
  static final int LONGEST = 1 << 24;

  static final String BEGINNING = GrowingFile.BEGINNING;

  private static final long LAST_NUMBER = 999_999_999_999_999_999L;
  private static final String CLOSING = ",\"digest\":\"";
  private static final String END = "\"}";
  private static final int CLOSING_LENGTH =
      CLOSING.length() + LineDigest.TEXT_LENGTH + END.length();
  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"sequence\":([1-9][0-9]{0,17}),\"previous\":\"([0-9a-f]{64})\","
              + "(?:\"torn\":\\{\"octets\":([0-9]{1,18}),\"sha256\":\"([0-9a-f]{64})\"\\},)?"
              + "(.+),\"digest\":\"([0-9a-f]{64})\"\\}",
          Pattern.DOTALL);

  /**
   * Octets that are no line, because a program was killed while it wrote them, or had no room.
   *
   * @param octets how many
   */
  public record TornText(long octets, LineDigest digest) {}

  /** Returns what a line is that begins where {@code offset} is; empty if it is none. */
  static Optional<AuditLine> parse(byte[] octets, int offset, int length) {
    String text = new String(octets, offset, length, StandardCharsets.UTF_8);
    if (!text.startsWith(BEGINNING) || !text.endsWith(END)) {
      return Optional.empty();
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    LineDigest inner = LineDigest.parse(parts.group(6)).orElseThrow();
    return Optional.of(
        new AuditLine(
            Long.parseLong(parts.group(1)),
            LineDigest.parse(parts.group(2)).orElseThrow(),
            torn(parts),
            parts.group(5),
            inner,
            LineDigest.of(octets, offset, length - CLOSING_LENGTH).equals(inner),
            LineDigest.of(octets, offset, length)));
  }

  private static Optional<TornText> torn(Matcher parts) {
    return Optional.ofNullable(parts.group(3))
        .map(
            octets ->
                new TornText(
                    Long.parseLong(octets), LineDigest.parse(parts.group(4)).orElseThrow()));
  }

  /** Returns the octets of a line, without its end. */
  static byte[] format(AuditTail tail, String content) throws AuditLogException {
    if (tail.number() >= LAST_NUMBER) {
      throw new AuditLogException("its last line has the highest number that there is");
    }
    if (content.isEmpty() || content.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("expected members of a JSON object in one line");
    }
    StringBuilder line = new StringBuilder(content.length() + 256);
    line.append(BEGINNING).append(tail.number() + 1);
    line.append(",\"previous\":\"").append(tail.digest()).append("\",");
    tail.torn()
        .ifPresent(
            torn ->
                line.append("\"torn\":{\"octets\":")
                    .append(torn.octets())
                    .append(",\"sha256\":\"")
                    .append(torn.digest())
                    .append("\"},"));
    line.append(content);
    byte[] digested = line.toString().getBytes(StandardCharsets.UTF_8);
    line.append(CLOSING).append(LineDigest.of(digested, 0, digested.length)).append(END);
    byte[] octets = line.toString().getBytes(StandardCharsets.UTF_8);
    if (octets.length > LONGEST) {
      throw new AuditLogException(
          "the line would have " + octets.length + " octets, and may have " + LONGEST);
    }
    return octets;
  }
}
