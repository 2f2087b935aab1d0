package org.offlinesign.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Serial;

/**
 * The file with the DNSSEC records of a zone, which the zone file includes. Its first line tells
 * the zone, and the serial that the zone file had.
 */
public final class IncludedFile {
  private static final String SUFFIX = ".dnssec";
  private static final String BEGIN = "; DNSSEC records of ";
  private static final Pattern FIRST_LINE =
      Pattern.compile(
          Pattern.quote(BEGIN) + "(\\S+) with the serial (\\d{1,10}),.*", Pattern.DOTALL);
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._+/-]+");
  private static final Pattern UNQUOTABLE = Pattern.compile("[\\p{Cntrl}\"\\\\]");

  /** More than the longest first line: a name of 255 octets, each as four characters, and words. */
  private static final int HEAD = 2048;

  private final Path file;

  private IncludedFile(Path file) {
    this.file = file;
  }

  /** Returns the file that belongs to a zone file. */
  public static IncludedFile of(Path zoneFile) {
    return new IncludedFile(zoneFile.resolveSibling(zoneFile.getFileName() + SUFFIX));
  }

  /** Returns the file, which need not be there. */
  public Path path() {
    return file;
  }

  /** Says whether every reader of zone files takes the name for what it is. */
  public boolean hasPlainName() {
    return !UNQUOTABLE.matcher(name()).find();
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  /** Returns the line that includes it for readers who look in its folder. */
  public String directive() {
    return directive(name());
  }

  /** Returns the line that includes it for readers who look elsewhere. */
  public String wholeDirective() {
    return directive(file.toAbsolutePath().normalize().toString());
  }

  private static String directive(String path) {
    boolean isPlain = PLAIN_NAME.matcher(path).matches();
    return "$INCLUDE " + (isPlain ? path : '"' + path.replaceAll("[\"\\\\]", "\\\\$0") + '"');
  }

  /**
   * Returns the serial of the zone that was signed last; none if there is no such file yet, or an
   * empty one.
   *
   * @throws FileAlreadyExistsException if what is there is something else
   */
  public Optional<Serial> lastSerial(DnsName zone) throws IOException {
    if (Files.notExists(file) || (Files.isRegularFile(file) && Files.size(file) == 0)) {
      return Optional.empty();
    }
    Matcher first = FIRST_LINE.matcher(head());
    if (!first.matches() || !first.group(1).equalsIgnoreCase(zone.toString())) {
      throw new FileAlreadyExistsException(
          file.toString(), null, "it does not hold DNSSEC records of " + zone + " made here");
    }
    return Optional.of(new Serial(Long.parseLong(first.group(2))));
  }

  private String head() throws IOException {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    }
  }

  /** Returns what such a file begins with. */
  static String heading(DnsName zone, Serial serial, String lineEnd) {
    return BEGIN
        + zone
        + " with the serial "
        + serial
        + ", to be included into its zone file"
        + lineEnd
        + "; Made anew whenever the zone is signed, and never read then: changes get lost"
        + lineEnd;
  }
}
