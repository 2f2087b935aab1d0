package org.offlinesign.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.offlinesign.audit.AuditLine.TornText;

/** What lines must follow one another in, as far as they have been read. */
final class AuditChain {
  private final Consumer<AuditLine> lines;
  private final List<String> notices = new ArrayList<>();
  private TornOctets torn = new TornOctets();
  private LineDigest head;
  private Optional<LastLine> last = Optional.empty();
  private long number;
  private long count;
  private @Nullable Path file;
  private long lineOfFile;
  private long faultyLine;
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

  /** Returns the line of the file at which something is wrong. */
  long faultyLine() {
    return faultyLine;
  }

  /** Counts a line that is too long to be taken; returns what is wrong. */
  String longLine() {
    lineOfFile++;
    faultyLine = lineOfFile;
    return "the line is longer than any of an audit log";
  }

  /** Takes the next line; returns what is wrong, if anything is. */
  @Nullable String line(byte[] octets) {
    lineOfFile++;
    faultyLine = lineOfFile;
    Optional<AuditLine> line = AuditLine.parse(octets, 0, octets.length);
    if (line.isEmpty()) {
      torn.add(lineOfFile, octets);
      return null;
    }
    @Nullable String complaint = line(line.get());
    if (complaint == null) {
      last = Optional.of(new LastLine(octets));
    }
    return complaint;
  }

  private @Nullable String line(AuditLine line) {
    if (!line.isIntact()) {
      return "the line was changed after it had been written: its own digest does not fit";
    }
    boolean isSeam = isSeam(line);
    // What the line says of text before it is of the file before, where it was looked at.
    boolean isBehindText = torn.firstLine() > 0 || (line.torn().isPresent() && !isSeam);
    @Nullable String complaint = isBehindText ? torn(line) : null;
    if (complaint == null && !isSeam) {
      complaint = follow(line);
    }
    isAtStartOfFile = false;
    isAtStart = false;
    return complaint;
  }

  /** Compares what is no line with what the line behind it says of it. */
  private @Nullable String torn(AuditLine line) {
    long first = torn.firstLine();
    boolean isThere = first > 0;
    TornText found = torn.end();
    boolean asSaid = isThere && line.torn().filter(found::equals).isPresent();
    if (asSaid) {
      notices.add(
          file + ":" + first + ": half a line: a program was killed, or had no room, writing it");
      return null;
    }
    faultyLine = isThere ? first : lineOfFile;
    return isThere
        ? "this is no line of an audit log, and was not here when the next one was written"
        : "half a line that stood before this one is missing";
  }

  /** Says whether the line is the last one of the file before, which a new file may begin with. */
  private boolean isSeam(AuditLine line) {
    boolean isSeam = isAtStartOfFile && line.digest().equals(head);
    if (isSeam && isAtStart) {
      number = line.number();
    }
    return isSeam;
  }

  private @Nullable String follow(AuditLine line) {
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
    long expected = number + 1;
    if (line.number() > expected) {
      return missing(expected, line.number() - 1);
    }
    if (line.number() < expected) {
      return "the line has the number "
          + line.number()
          + " where "
          + expected
          + " is expected: lines were moved, or put in";
    }
    if (!line.previous().equals(head)) {
      return isAtStart
          ? "the line does not follow the one that the log is to go on from"
          : "the line follows another one than now stands before it, which was changed or replaced";
    }
    head = line.digest();
    number = line.number();
    count++;
    lines.accept(line);
    return null;
  }

  private String missing(long first, long last) {
    String which =
        first == last ? "line " + first + " is" : "lines " + first + " to " + last + " are";
    String advice =
        isAtStart ? "; name the file that holds them first, or the digest of the last --after" : "";
    return which + " missing before this one" + advice;
  }

  /** Takes what stands behind the last end of a line; returns what is wrong, if anything is. */
  @Nullable String endFile(byte[] rest) {
    if (rest.length > 0) {
      @Nullable String complaint = line(rest);
      if (complaint != null) {
        return complaint;
      }
    }
    if (torn.firstLine() == 0) {
      return null;
    }
    faultyLine = torn.firstLine();
    if (rest.length == 0) {
      return "this is no line of an audit log";
    }
    notices.add(
        file
            + ":"
            + torn.firstLine()
            + ": the last line is not whole: a program was killed, or had no room, writing it, or"
            + " it is being written now; --expect tells whether anything was cut off");
    return null;
  }

  AuditVerdict verdict(Optional<AuditFault> fault) {
    return new AuditVerdict(count, head, last, fault, notices);
  }
}
