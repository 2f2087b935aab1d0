package org.offlinesign.sign;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.offlinesign.denial.Denial;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.DnssecRole;
import org.offlinesign.zone.ZoneBounds;

/**
 * Lets records of the zone pass, and holds back those outside it and those that an earlier signing
 * made, wherever in the zone they stand.
 */
final class InputFilter implements RecordSink {
  private static final int MAX_FILE = 0xffff;

  private final ZoneBounds bounds;
  private final RecordSink next;
  private final Supplier<RenewalRule> renewal;
  private final EarlierDenial earlierDenial = new EarlierDenial();
  private long records;
  private long dropped;
  private long signatures;
  private long outOfZone;
  private @Nullable First first;
  private @Nullable First firstMade;
  private @Nullable DnsName soaOutside;

  /** The first record of some kind, to be named. */
  record First(DnsName owner, RecordType type, int file, int line, int column) {
    static First of(RecordBuffer record) {
      return new First(
          record.toRecord().owner(),
          RecordType.of(record.type()),
          record.file(),
          record.line(),
          record.column());
    }
  }

  /**
   * Creates a filter.
   *
   * @param renewal asked for when there is a signature
   */
  InputFilter(DnsName zone, RecordSink next, Supplier<RenewalRule> renewal) {
    this.bounds = new ZoneBounds(zone);
    this.next = next;
    this.renewal = renewal;
  }

  @Override
  public void accept(RecordBuffer record) throws IOException {
    records++;
    if (!bounds.contains(record)) {
      noteOutOfZone(record);
    } else if (isMadeBySigning(record)) {
      takeBack(record);
    } else {
      next.accept(record);
    }
  }

  private void takeBack(RecordBuffer record) throws IOException {
    dropped++;
    if (firstMade == null) {
      firstMade = First.of(record);
    }
    earlierDenial.look(record);
    if (record.type() == RecordType.RRSIG.code()) {
      signatures++;
      handOnIfItMayStay(record);
    }
  }

  private void handOnIfItMayStay(RecordBuffer signature) throws IOException {
    if (renewal.get().mayStay(signature)) {
      // Whether it stays or is made anew, its comments go: nobody has written them.
      signature.comments().clear();
      next.accept(signature);
    }
  }

  /** Returns what lets the signatures of another version of the zone pass, those that may stay. */
  RecordSink ofPrevious() {
    return record -> {
      if (record.type() == RecordType.RRSIG.code() && bounds.contains(record)) {
        signatures++;
        dropped++;
        // Behind all files of the input: how these spell a name counts.
        record.setPlace(MAX_FILE, 0, 0);
        handOnIfItMayStay(record);
      }
    };
  }

  private boolean isMadeBySigning(RecordBuffer record) {
    // RFC 5155 §4: elsewhere than at the apex an NSEC3PARAM record means nothing, and stays.
    DnssecRole role = DnssecRole.of(record.type(), bounds.isApex(record));
    return role == DnssecRole.MADE_BY_SIGNING;
  }

  private void noteOutOfZone(RecordBuffer record) {
    outOfZone++;
    if (first == null) {
      first = First.of(record);
    }
    if (soaOutside == null && record.type() == RecordType.SOA.code()) {
      soaOutside = record.toRecord().owner();
    }
  }

  /** Returns how many records there were. */
  long records() {
    return records;
  }

  /** Returns how many of them are signatures. */
  long signatures() {
    return signatures;
  }

  /** Returns how many of them an earlier signing had made, those that may stay included. */
  long dropped() {
    return dropped;
  }

  /** Returns how the zone proved so far what it does not hold. */
  List<Denial> earlierDenial() {
    return earlierDenial.toList();
  }

  /** Returns how many of them lie outside the zone. */
  long outOfZone() {
    return outOfZone;
  }

  /** Returns the first of those; null if there is none. */
  @Nullable First first() {
    return first;
  }

  /** Returns the first that an earlier signing had made; null if there is none. */
  @Nullable First firstMade() {
    return firstMade;
  }

  /** Returns the owner of the first SOA record outside the zone; null if there is none. */
  @Nullable DnsName soaOutside() {
    return soaOutside;
  }
}
