package org.offlinesign.lint;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zone.ZoneCursor;

/**
 * Passes over a zone beside a sorted list of names and says of each how the zone answers for it.
 *
 * <p>Holds the present name, what may cover it, and the wildcards above it. The names must be asked
 * for in canonical order.
 */
final class TargetWalk {
  // A wildcard's key is its parent's and this much more: the label "*" and the end of the label.
  private static final int WILDCARD_KEY_OCTETS = 2;

  private final ZoneCursor cursor;
  private final NodeClassifier classifier;
  private final Tally uselessGlue;
  private final Deque<Wildcard> wildcards = new ArrayDeque<>();
  private @Nullable OwnerNode node;
  private NodeKind kind = NodeKind.OUT_OF_ZONE;
  private boolean nodeIsServer;
  private byte @Nullable [] coverKey;
  private boolean coverIsDname;

  /** A wildcard: the key of its parent, and what stands for the names that it stands for. */
  private static final class Wildcard {
    private final byte[] parentKey;
    private final TargetState state;

    Wildcard(OwnerNode node) {
      this.parentKey = Arrays.copyOf(node.octets(), node.keyLength() - WILDCARD_KEY_OCTETS);
      this.state = stateOfNode(node);
    }

    boolean covers(OwnerNode name) {
      return name.isAtOrBelow(parentKey);
    }
  }

  /**
   * Starts before the first name.
   *
   * @param uselessGlue is told of addresses below cuts that no name server needs
   */
  TargetWalk(DnsName apex, ZoneCursor cursor, Tally uselessGlue) throws IOException {
    this.cursor = cursor;
    this.classifier = new NodeClassifier(apex);
    this.uselessGlue = uselessGlue;
    advance();
  }

  /** Goes on to a name, or past where it would be. */
  void to(OwnerNode name) throws IOException {
    while (node != null && compare(node, name) < 0) {
      advance();
    }
  }

  /** Goes on past the last name. */
  void toEnd() throws IOException {
    while (node != null) {
      advance();
    }
  }

  private void advance() throws IOException {
    if (node != null) {
      pass(node);
    }
    node = cursor.next();
    nodeIsServer = false;
    if (node != null) {
      kind = classifier.classify(node);
    }
  }

  /** Takes note of what a name means for those after it, and not before: they may lie between. */
  private void pass(OwnerNode passed) {
    if (kind == NodeKind.GLUE && !nodeIsServer) {
      uselessGlue.note(SourceRecord.first(passed));
    }
    boolean hasDname = kind.isInChain() && passed.has(RecordType.DNAME);
    if (kind == NodeKind.DELEGATION || hasDname) {
      coverKey = Arrays.copyOf(passed.octets(), passed.keyLength());
      coverIsDname = kind != NodeKind.DELEGATION;
    }
    if (kind == NodeKind.AUTHORITATIVE && passed.isWildcard()) {
      push(passed);
    }
  }

  private void push(OwnerNode wildcard) {
    while (!wildcards.isEmpty() && !wildcards.element().covers(wildcard)) {
      wildcards.pop();
    }
    wildcards.push(new Wildcard(wildcard));
  }

  /** Takes note that the name last gone to is that of a name server. */
  void noteServer(OwnerNode name) {
    nodeIsServer |= isAt(name);
  }

  /** Returns what the zone says of the name last gone to. */
  TargetState stateOf(OwnerNode name) {
    if (node != null && isAt(name)) {
      return stateHere(node);
    }
    if (coverKey != null && name.isAtOrBelow(coverKey)) {
      return stateOfCovered();
    }
    if (node != null && node.isAtOrBelow(Arrays.copyOf(name.octets(), name.keyLength()))) {
      // RFC 4592 §2.2.2: a name with names below it exists, so no wildcard stands for it.
      return TargetState.WITHOUT_ADDRESS;
    }
    for (Wildcard wildcard : wildcards) {
      if (wildcard.covers(name)) {
        return wildcard.state;
      }
    }
    return TargetState.ABSENT;
  }

  private TargetState stateHere(OwnerNode here) {
    if (here.has(RecordType.CNAME)) {
      return TargetState.ALIAS;
    }
    return switch (kind) {
      case DELEGATION, GLUE ->
          hasAddress(here) ? TargetState.DELEGATED : TargetState.DELEGATED_WITHOUT_ADDRESS;
      case OCCLUDED -> stateOfCovered();
      case APEX, AUTHORITATIVE, OUT_OF_ZONE -> stateOfNode(here);
    };
  }

  private TargetState stateOfCovered() {
    return coverIsDname ? TargetState.BELOW_DNAME : TargetState.DELEGATED_WITHOUT_ADDRESS;
  }

  private static TargetState stateOfNode(OwnerNode node) {
    if (node.has(RecordType.CNAME)) {
      return TargetState.ALIAS;
    }
    return hasAddress(node) ? TargetState.HAS_ADDRESS : TargetState.WITHOUT_ADDRESS;
  }

  private static boolean hasAddress(OwnerNode node) {
    return node.has(RecordType.A) || node.has(RecordType.AAAA);
  }

  private boolean isAt(OwnerNode name) {
    return node != null && compare(node, name) == 0;
  }

  private static int compare(OwnerNode one, OwnerNode other) {
    return Arrays.compareUnsigned(
        one.octets(), 0, one.keyLength(), other.octets(), 0, other.keyLength());
  }
}
