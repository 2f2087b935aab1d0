package org.offlinesign.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.offlinesign.audit.AuditLine.TornText;

/** What the lines of some files must follow one another in, as far as they have been read. */
final class AuditChain {
  private static final String NOT_BEHIND =
      "the line follows another one than now stands before it, which was changed or replaced";

  private static final String LAST_HALF =
      "the last line is not whole: a program was killed, or had no room, writing it, or it is being"
          + " written now";

  private final Consumer<AuditLine> lines;
  private final List<String> notices = new ArrayList<>();
  private TornOctets torn = new TornOctets();
  private LineDigest head;
  private Optional<LastLine> last = Optional.empty();
  private long number;
  private long count;
  private Path file = Path.of("-");
  private long lineOfFile;
  private boolean isAtStartOfFile;
  private boolean isAtStart = true;

  AuditChain(LineDigest before, Consumer<AuditLine> lines) {
    this.head = before;
    this.lines = lines;
  }

  /** Goes on with the first line of another file. */
  void beginFile(Path next) {
    file = next;
    lineOfFile = 0;
    isAtStartOfFile = true;
    torn = new TornOctets();
  }

  /** Refuses a line that is too long to be taken. */
  BrokenChainException longLine() {
    return broken(lineOfFile + 1, "the line is longer than any of an audit log");
  }

  private BrokenChainException broken(long line, String message) {
    return new BrokenChainException(new AuditFault(file, line, message));
  }

  /** Takes the next line. */
  void line(byte[] octets) throws BrokenChainException {
    lineOfFile++;
    Optional<AuditLine> line = AuditLine.parse(octets, 0, octets.length);
    if (line.isEmpty()) {
      torn.add(lineOfFile, octets);
      return;
    }
    line(line.get());
    last = Optional.of(new LastLine(octets));
  }

  private void line(AuditLine line) throws BrokenChainException {
    if (!line.isIntact()) {
      throw broken(
          lineOfFile,
          "the line was changed after it had been written: its own digest does not fit");
    }
    boolean isSeam = isSeam(line);
    // What the line says of text before it is of the file before, where it was looked at.
    boolean isBehindText = torn.firstLine() > 0 || (line.torn().isPresent() && !isSeam);
    if (isBehindText) {
      torn(line);
    }
    if (!isSeam) {
      follow(line);
    }
    isAtStartOfFile = false;
    isAtStart = false;
  }

  /** Compares what is no line with what the line behind it says of it. */
  private void torn(AuditLine line) throws BrokenChainException {
    long first = torn.firstLine();
    if (first == 0) {
      throw broken(lineOfFile, "half a line that stood before this one is missing");
    }
    TextForm form = torn.form();
    TornText found = torn.end();
    if (line.torn().filter(found::equals).isEmpty()) {
      throw broken(
          first,
          "this is no line of an audit log, and was not here when the next one was written"
              + form.hint());
    }
    notices.add(file + ":" + first + ": " + form.words());
  }

  /** Says whether the line is the last one of the file before, which a new file may begin with. */
  private boolean isSeam(AuditLine line) {
    boolean isSeam = isAtStartOfFile && line.digest().equals(head);
    if (isSeam && isAtStart) {
      number = line.number();
    }
    return isSeam;
  }

  private void follow(AuditLine line) throws BrokenChainException {
    if (isAtStartOfFile && !isAtStart && line.number() == 1) {
      notices.add(
          file
              + " begins a log of its own: no line of it proves what stands in the files before, or"
              + " that nothing is missing at their end; a head of each that was kept elsewhere does,"
              + " with --expect. The next file goes on with this log if `offlinesign verifyaudit "
              + file
              + " --continue-in NEW` begins it");
      head = LineDigest.NONE;
      number = 0;
    } else if (isAtStart && !head.equals(LineDigest.NONE)) {
      number = line.number() - 1;
    }
    refuseUnlessNext(line);
    head = line.digest();
    number = line.number();
    count++;
    lines.accept(line);
  }

  private void refuseUnlessNext(AuditLine line) throws BrokenChainException {
    long expected = number + 1;
    if (line.number() > expected) {
      throw broken(lineOfFile, missing(expected, line.number() - 1));
    }
    if (line.number() < expected) {
      throw broken(
          lineOfFile,
          "the line has the number "
              + line.number()
              + " where "
              + expected
              + " is expected: lines were moved, or put in");
    }
    if (!line.previous().equals(head)) {
      throw broken(lineOfFile, isAtStart ? notAfter(line) : NOT_BEHIND);
    }
  }

  private String notAfter(AuditLine line) {
    return line.inner().equals(head)
        ? "the digest that the log is to go on from is the one inside this line; --after takes the"
            + " head, which `offlinesign verifyaudit` prints: the digest of a whole line"
        : "the line does not follow the one that the log is to go on from";
  }

  private String missing(long first, long last) {
    String which =
        first == last ? "line " + first + " is" : "lines " + first + " to " + last + " are";
    String advice =
        isAtStart ? "; name the file that holds them first, or the digest of the last --after" : "";
    return which + " missing before this one" + advice;
  }

  /** Takes what stands behind the last end of a line. */
  void endFile(byte[] rest) throws BrokenChainException {
    if (rest.length > 0) {
      line(rest);
    }
    if (lineOfFile == 0) {
      notices.add(
          file
              + " is empty: no command was told to it yet, or all its lines were taken away, which a"
              + " head tells that was kept elsewhere, with --expect");
    }
    if (torn.firstLine() == 0) {
      return;
    }
    if (rest.length == 0) {
      throw broken(torn.firstLine(), "this is no line of an audit log" + torn.form().hint());
    }
    notices.add(
        file
            + ":"
            + torn.firstLine()
            + ": "
            + (torn.form() == TextForm.HALF_A_LINE ? LAST_HALF : torn.form().words())
            + "; --expect tells whether anything was cut off");
  }

  /** Refuses files without a line, if they are to go on from one. */
  void end() throws BrokenChainException {
    if (isAtStart && !head.equals(LineDigest.NONE)) {
      throw broken(
          Math.max(1, lineOfFile), "no line follows the one that the log is to go on from");
    }
  }

  AuditVerdict verdict(Optional<AuditFault> fault) {
    return new AuditVerdict(count, head, last, fault, notices);
  }
}
