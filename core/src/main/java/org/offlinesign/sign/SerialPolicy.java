package org.offlinesign.sign;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.offlinesign.record.Serial;

/** How the serial number of the signed zone follows from that of the zone read. */
public enum SerialPolicy {
  /** The same number. */
  KEEP {
    @Override
    public Serial next(Serial current, Instant now) {
      return current;
    }
  },
  /** The next number; 0 is passed over, because servers take it for no serial at all. */
  INCREMENT {
    @Override
    public Serial next(Serial current, Instant now) {
      Serial next = current.plus(1);
      return next.value() == 0 ? next.plus(1) : next;
    }
  },
  /** The seconds since 1970, or the next number where that would not be an advance. */
  UNIXTIME {
    @Override
    public Serial next(Serial current, Instant now) {
      return atLeast(of(now), current, now);
    }

    @Override
    boolean isOvertaken(Serial current, Instant now) {
      return current.isAfter(of(now));
    }

    private Serial of(Instant now) {
      return Serial.ofEpochSecond(now.getEpochSecond());
    }
  },
  /** YYYYMMDD00 in UTC, or the next number where that would not be an advance. */
  DATE {
    @Override
    public Serial next(Serial current, Instant now) {
      return atLeast(firstOf(now), current, now);
    }

    @Override
    boolean isOvertaken(Serial current, Instant now) {
      return !firstOf(now).plus(LAST_OF_DAY).isAfter(current);
    }

    private Serial firstOf(Instant now) {
      ZonedDateTime day = now.atZone(ZoneOffset.UTC);
      return new Serial(
          day.getYear() * 1_000_000L + day.getMonthValue() * 10_000L + day.getDayOfMonth() * 100L);
    }
  };

  private static final int LAST_OF_DAY = 99;

  /**
   * Says whether the next serial will not be one that the policy stands for, because the current
   * one is ahead of it.
   */
  boolean isOvertaken(Serial current, Instant now) {
    return false;
  }

  /** Returns the serial of the signed zone. */
  public abstract Serial next(Serial current, Instant now);

  private static Serial atLeast(Serial wanted, Serial current, Instant now) {
    // RFC 1982 §3.2: secondaries fetch a zone only if its serial is the greater one.
    return wanted.isAfter(current) ? wanted : INCREMENT.next(current, now);
  }
}
