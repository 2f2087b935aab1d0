package org.offlinesign.compare;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.compare.ComparisonRequest.Scope;
import org.offlinesign.compare.Difference.Kind;
import org.offlinesign.compare.NodeComparison.Pair;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;

/** Compares the records of two RRsets, which both are in canonical order. */
final class RrsetComparison {
  private static final int SOA = RecordType.SOA.code();
  private static final int RRSIG = RecordType.RRSIG.code();

  /** Serial, refresh, retry, expire and minimum, which end an SOA's RDATA (RFC 1035 §3.3.13). */
  private static final int SOA_NUMBERS = 20;

  private static final int SERIAL = 4;
  private static final int NONE = -1;

  private final ComparisonRequest request;
  private final Pair pair;
  private final NodeComparison found;
  private boolean ttlReported;

  RrsetComparison(ComparisonRequest request, Pair pair, NodeComparison found) {
    this.request = request;
    this.pair = pair;
    this.found = found;
  }

  void run() {
    NodeRrset first = pair.first();
    NodeRrset second = pair.second();
    int i = 0;
    int j = 0;
    while (i < size(first) || j < size(second)) {
      int order = compare(first, i, second, j);
      if (order == 0) {
        compareMatching(i++, j++);
      } else if (order < 0) {
        found.add(Kind.RECORD, pair, i++, NONE);
      } else {
        found.add(Kind.RECORD, pair, NONE, j++);
      }
    }
  }

  private static int size(@Nullable NodeRrset rrset) {
    return rrset == null ? 0 : rrset.size();
  }

  private int compare(@Nullable NodeRrset first, int i, @Nullable NodeRrset second, int j) {
    if (first == null || i == first.size()) {
      return 1;
    }
    if (second == null || j == second.size()) {
      return -1;
    }
    boolean anySerial = first.type() == SOA && !request.counts(Scope.SERIAL);
    return anySerial
        ? compareWithoutSerial(first, i, second, j)
        : compareCanonical(first, i, second, j);
  }

  /** Compares the data of two records in canonical form. */
  static int compareCanonical(NodeRrset first, int i, NodeRrset second, int j) {
    int our = first.canonicalOffset(i);
    int their = second.canonicalOffset(j);
    return Arrays.compareUnsigned(
        first.octets(),
        our,
        our + first.rdataLength(i),
        second.octets(),
        their,
        their + second.rdataLength(j));
  }

  private static int compareWithoutSerial(NodeRrset first, int i, NodeRrset second, int j) {
    return Arrays.compareUnsigned(
        withoutSerial(first, first.canonicalOffset(i), first.rdataLength(i)),
        withoutSerial(second, second.canonicalOffset(j), second.rdataLength(j)));
  }

  private static byte[] withoutSerial(NodeRrset soa, int offset, int length) {
    byte[] rdata = Arrays.copyOfRange(soa.octets(), offset, offset + length);
    Arrays.fill(rdata, length - SOA_NUMBERS, length - SOA_NUMBERS + SERIAL, (byte) 0);
    return rdata;
  }

  private void compareMatching(int i, int j) {
    NodeRrset first = pair.first();
    NodeRrset second = pair.second();
    if (first == null || second == null) {
      throw new AssertionError("records of one RRset match none");
    }
    boolean ttlsDiffer = request.counts(Scope.TTL) && ttl(first, i) != ttl(second, j);
    // RFC 4034 §3: each signature has the TTL of what it covers; other RRsets have one.
    if (ttlsDiffer && (first.type() == RRSIG || !ttlReported)) {
      ttlReported = true;
      found.add(Kind.TTL, pair, i, j);
    }
    if (request.counts(Scope.CASE) && !hasSameText(first, i, second, j)) {
      found.add(Kind.CASE, pair, i, j);
    }
  }

  /** Says whether the data of two matching records is the same in the case of letters too. */
  private static boolean hasSameText(NodeRrset first, int i, NodeRrset second, int j) {
    int our = first.typedOffset(i);
    int their = second.typedOffset(j);
    int ours = first.rdataLength(i);
    int theirs = second.rdataLength(j);
    if (first.type() == SOA) {
      // A serial that counts was compared before.
      return Arrays.equals(withoutSerial(first, our, ours), withoutSerial(second, their, theirs));
    }
    return Arrays.equals(first.octets(), our, our + ours, second.octets(), their, their + theirs);
  }

  /** Returns the TTL of a record: the lowest in its RRset (RFC 2181 §5.2), save for signatures. */
  static int ttl(NodeRrset rrset, int record) {
    return rrset.type() == RRSIG ? rrset.ttl(record) : rrset.ttl();
  }
}
