package org.offlinesign.rollover;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.offlinesign.file.AdvisedFileException;
import org.offlinesign.key.KeyId;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Sorts RRsets into groups by the keys that sign them. Holds figures for each group. */
final class GroupCollector {
  static final int MAX_GROUPS = 1000;

  private final String file;
  private final Map<Set<KeyId>, Group> groups = new LinkedHashMap<>();

  /**
   * @param file what the zone's file is called in messages
   */
  GroupCollector(String file) {
    this.file = file;
  }

  /** Adds an RRset with its signatures, of which there may be none. */
  void add(OwnerNode node, NodeRrset rrset, Collection<Rrsig> signatures) throws IOException {
    List<SignatureSpan> spans = signatures.stream().map(SignatureSpan::of).toList();
    add(spans, largestTtl(rrset), () -> node.owner() + " " + RecordType.of(rrset.type()));
  }

  /**
   * Adds an RRset with what its signatures say.
   *
   * @param example its owner and type
   */
  void add(List<SignatureSpan> spans, Duration ttl, Supplier<String> example) throws IOException {
    Set<KeyId> signers = spans.stream().map(SignatureSpan::key).collect(Collectors.toSet());
    Group group = groups.get(signers);
    if (group == null) {
      if (groups.size() == MAX_GROUPS) {
        throw new AdvisedFileException(
            file,
            "expected records that at most "
                + MAX_GROUPS
                + " sets of keys have signed but found more sets",
            "sign the zone anew with the keys it has now");
      }
      group = new Group(example.get());
      groups.put(signers, group);
    }
    group.add(ttl, spans);
  }

  /** Returns the largest TTL of the records; where they differ, caches may go by any. */
  static Duration largestTtl(NodeRrset rrset) {
    int largest = 0;
    for (int i = 0; i < rrset.size(); i++) {
      largest = Math.max(largest, rrset.ttl(i));
    }
    return Duration.ofSeconds(largest);
  }

  /** Returns the groups in the order in which they were met. */
  List<SignedGroup> all() {
    return groups.values().stream().map(Group::result).toList();
  }

  private static final class Group {
    private final String example;
    private final Map<KeyId, Times> times = new HashMap<>();
    private Duration largestTtl = Duration.ZERO;

    Group(String example) {
      this.example = example;
    }

    void add(Duration ttl, List<SignatureSpan> spans) {
      largestTtl = ttl.compareTo(largestTtl) > 0 ? ttl : largestTtl;
      for (SignatureSpan span : spans) {
        times.merge(span.key(), Times.of(span), Times::and);
      }
    }

    SignedGroup result() {
      List<SignatureSpan> spans = new ArrayList<>();
      times.forEach((key, t) -> spans.addAll(t.spans(key)));
      return new SignedGroup(spans, largestTtl, example);
    }
  }

  /** When all signatures by a key have begun, when the first has expired, and the last. */
  private record Times(Instant begun, Instant firstEnd, Instant lastEnd) {
    static Times of(SignatureSpan span) {
      return new Times(span.inception(), span.expiration(), span.expiration());
    }

    Times and(Times that) {
      return new Times(
          Instants.max(begun, that.begun),
          firstEnd.isBefore(that.firstEnd) ? firstEnd : that.firstEnd,
          Instants.max(lastEnd, that.lastEnd));
    }

    List<SignatureSpan> spans(KeyId key) {
      SignatureSpan first = new SignatureSpan(key, begun, firstEnd);
      return firstEnd.equals(lastEnd)
          ? List.of(first)
          : List.of(first, new SignatureSpan(key, begun, lastEnd));
    }
  }
}
