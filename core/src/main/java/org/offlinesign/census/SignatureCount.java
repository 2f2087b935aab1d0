package org.offlinesign.census;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.offlinesign.key.KeyId;
import org.offlinesign.rdata.RrsigFields;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;

/** Counts signatures by the day on which they end, and by the key that they name. */
final class SignatureCount {
  /** More than a DNSKEY RRset that anybody looks at has; a zone can name all tags there are. */
  private static final int MOST_SIGNERS = 256;

  private static final long SECONDS_PER_DAY = ChronoUnit.DAYS.getDuration().toSeconds();

  /** What keys sign to say what the keys are, beside the DNSKEY RRset. */
  private static final Set<Integer> ABOUT_KEYS =
      Set.of(RecordType.CDS.code(), RecordType.CDNSKEY.code());

  private final long now;
  private final NavigableMap<Long, Long> days = new TreeMap<>();
  private final NavigableMap<KeyId, Signer> signers =
      new TreeMap<>(Comparator.comparingInt(KeyId::algorithm).thenComparingInt(KeyId::keyTag));

  private static final class Signer {
    private long ofKeySet;
    private long ofData;
    private long begin = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;

    void add(int typeCovered, long from, long to) {
      if (typeCovered == RecordType.DNSKEY.code()) {
        ofKeySet++;
      } else if (!ABOUT_KEYS.contains(typeCovered)) {
        ofData++;
      }
      begin = Math.min(begin, from);
      end = Math.max(end, to);
    }

    SignerFigures figures(KeyId key) {
      return new SignerFigures(
          key, ofKeySet, ofData, Instant.ofEpochSecond(begin), Instant.ofEpochSecond(end));
    }
  }

  SignatureCount(Instant now) {
    this.now = now.getEpochSecond();
  }

  /** Counts the RRSIG records of a name. */
  void add(NodeRrset rrsigs) {
    for (int record = 0; record < rrsigs.size(); record++) {
      add(rrsigs.octets(), rrsigs.canonicalOffset(record));
    }
  }

  private void add(byte[] octets, int start) {
    long end = time(RrsigFields.expiration(octets, start));
    days.merge(Math.floorDiv(end, SECONDS_PER_DAY), 1L, Long::sum);
    KeyId id = new KeyId(RrsigFields.keyTag(octets, start), RrsigFields.algorithm(octets, start));
    if (signers.size() < MOST_SIGNERS || signers.containsKey(id)) {
      signers
          .computeIfAbsent(id, key -> new Signer())
          .add(
              RrsigFields.typeCovered(octets, start),
              time(RrsigFields.inception(octets, start)),
              end);
    }
  }

  // RFC 4034 §3.1.5: times are serial numbers, the one that is nearest to now is meant.
  private long time(int seconds) {
    return now + (seconds - (int) now);
  }

  /** Returns how many signatures end on which day. */
  NavigableMap<LocalDate, Long> days() {
    NavigableMap<LocalDate, Long> dates = new TreeMap<>();
    days.forEach((day, count) -> dates.put(LocalDate.ofEpochDay(day), count));
    return dates;
  }

  List<SignerFigures> signers() {
    return signers.entrySet().stream()
        .map(signer -> signer.getValue().figures(signer.getKey()))
        .toList();
  }
}
