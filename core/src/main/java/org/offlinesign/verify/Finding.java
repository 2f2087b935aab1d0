package org.offlinesign.verify;

import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.Excerpt;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;

/**
 * Something that is wrong with a signed zone.
 *
 * @param type the type of the record at fault, or of the one that is missing
 * @param place where the record stands; where something is missing, a record of the same owner
 * @param message what was found and what was expected, in words
 */
public record Finding(
    FindingCode code, DnsName owner, RecordType type, Place place, String message) {

  /** Returns how much it matters. */
  public Severity severity() {
    return code.severity();
  }

  /**
   * Returns {@code place: severity: CODE owner TYPE: message (section)}. Nothing in it acts on a
   * terminal.
   */
  public String format() {
    return format(severity());
  }

  /** Returns the same with another severity. */
  public String format(Severity severity) {
    return Excerpt.safe(
        place
            + ": "
            + severity
            + ": "
            + code
            + " "
            + owner
            + " "
            + type
            + ": "
            + message
            + " ("
            + code.section()
            + ")");
  }

  /** Returns {@link #format()}. */
  @Override
  public String toString() {
    return format();
  }
}
