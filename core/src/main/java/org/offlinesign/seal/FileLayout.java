package org.offlinesign.seal;

import java.util.Locale;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordClass;
import org.offlinesign.zonefile.RecordPrinter;
import org.offlinesign.zonefile.RecordText;
import org.offlinesign.zonefile.WindowsPrinter;

/** How the records of a file are laid out. */
public enum FileLayout {
  /**
   * A record a line, owners relative to the zone: owner, TTL, class, type. Comments may stand above
   * a record, on lines of their own, and behind one that is no signature, a blank between them.
   */
  TEXT(3),
  /** The same with absolute owners. */
  FULL(3),
  /** As Windows DNS servers write: owner, TTL, type; SOA records alone have a class. */
  WINDOWS(2);

  private final int fieldsBeforeType;

  FileLayout(int fieldsBeforeType) {
    this.fieldsBeforeType = fieldsBeforeType;
  }

  /** Returns how many fields a record has before its type. */
  int fieldsBeforeType() {
    return fieldsBeforeType;
  }

  /**
   * Says whether comments of the zone's owner may stand between records and behind them: not in
   * files of Windows DNS servers, which have comments of their own, and lose all others as soon as
   * the server writes them.
   */
  public boolean holdsComments() {
    return this != WINDOWS;
  }

  /** Returns a printer of records; for one thread. */
  public RecordText printer(RecordClass recordClass, DnsName zone) {
    return switch (this) {
      case TEXT -> RecordPrinter.relative(recordClass, zone);
      case FULL -> RecordPrinter.absolute(recordClass);
      case WINDOWS -> new WindowsPrinter(recordClass, zone);
    };
  }

  /** Returns the word for it in a seal. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
