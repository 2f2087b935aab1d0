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
import org.offlinesign.zone.ZoneCursor;

/**
 * Passes over a zone beside a sorted list of names and says of each how the zone answers for it.
 *
 * <p>Holds the present name, what covers it, and the parents of the wildcards above it. The names
 * must be asked for in canonical order.
 */
final class ServerWalk {
  // A wildcard's key is its parent's and this much more: the label "*" and the end of the label.
  private static final int WILDCARD_KEY_OCTETS = 2;

  private final ZoneCursor cursor;
  private final NodeClassifier classifier;
  private final Deque<byte[]> wildcardParents = new ArrayDeque<>();
  private @Nullable OwnerNode node;
  private byte @Nullable [] coverKey;
  private boolean coverIsDname;

  ServerWalk(DnsName apex, ZoneCursor cursor) throws IOException {
    this.cursor = cursor;
    this.classifier = new NodeClassifier(apex);
    advance();
  }

  /** Goes on to a name, or past where it would be. */
  void to(OwnerNode name) throws IOException {
    while (node != null && compare(node, name) < 0) {
      advance();
    }
  }

  private void advance() throws IOException {
    node = cursor.next();
    if (node == null) {
      return;
    }
    NodeKind kind = classifier.classify(node);
    boolean hasDname = kind.isInChain() && node.has(RecordType.DNAME);
    if (kind == NodeKind.DELEGATION || hasDname) {
      coverKey = Arrays.copyOf(node.octets(), node.keyLength());
      coverIsDname = kind != NodeKind.DELEGATION;
    }
    if (kind == NodeKind.AUTHORITATIVE && node.owner().isWildcard() && hasAddressItself(node)) {
      pushWildcard(node);
    }
  }

  private void pushWildcard(OwnerNode wildcard) {
    while (!wildcardParents.isEmpty() && !wildcard.isAtOrBelow(wildcardParents.element())) {
      wildcardParents.pop();
    }
    wildcardParents.push(
        Arrays.copyOf(wildcard.octets(), wildcard.keyLength() - WILDCARD_KEY_OCTETS));
  }

  /** Says whether the name has a CNAME record. */
  boolean isAlias(OwnerNode name) {
    return node != null && compare(node, name) == 0 && node.has(RecordType.CNAME);
  }

  /** Says whether a DNAME record hides the name. */
  boolean isBelowDname(OwnerNode name) {
    return coverIsDname
        && coverKey != null
        && name.isAtOrBelow(coverKey)
        && name.keyLength() > coverKey.length;
  }

  /** Says whether the name is delegated, or belongs to what is. */
  boolean isAtOrBelowCut(OwnerNode name) {
    return !coverIsDname && coverKey != null && name.isAtOrBelow(coverKey);
  }

  /** Says whether the zone has an address for the name, its own or that of a wildcard. */
  boolean hasAddress(OwnerNode name) {
    if (node != null && compare(node, name) == 0) {
      return hasAddressItself(node);
    }
    return !isAtOrBelowCut(name) && wildcardParents.stream().anyMatch(name::isAtOrBelow);
  }

  private static boolean hasAddressItself(OwnerNode node) {
    return node.has(RecordType.A) || node.has(RecordType.AAAA);
  }

  private static int compare(OwnerNode one, OwnerNode other) {
    return Arrays.compareUnsigned(
        one.octets(), 0, one.keyLength(), other.octets(), 0, other.keyLength());
  }
}
