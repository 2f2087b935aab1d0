package org.offlinesign.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.offlinesign.denial.EmptyNonTerminals;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.OwnerNode;

/**
 * Finds the empty non-terminals of a zone and what is below each of them. Takes the names of the
 * chain in canonical order; holds the empty non-terminals above the last one. Not thread safe.
 */
final class OpenAncestors {
  private final EmptyNonTerminals names;
  private final Deque<Open> open = new ArrayDeque<>();

  OpenAncestors(DnsName apex) {
    this.names = new EmptyNonTerminals(apex);
  }

  /** An empty non-terminal that more names may lie below. */
  private static final class Open {
    private final byte[] key;
    private final DnsName name;
    private final Subject beside;
    private boolean insecureOnly = true;

    Open(byte[] key, DnsName name, Subject beside) {
      this.key = key;
      this.name = name;
      this.beside = beside;
    }

    EmptyNonTerminal close() {
      HashedNameKind kind =
          insecureOnly ? HashedNameKind.EMPTY_ABOVE_INSECURE : HashedNameKind.EMPTY_NON_TERMINAL;
      return new EmptyNonTerminal(name, beside, kind);
    }
  }

  /** Takes the next name and returns the empty non-terminals that it does not lie below. */
  List<EmptyNonTerminal> enter(OwnerNode node, HashedNameKind kind) {
    List<EmptyNonTerminal> closed = closeUnless(node);
    openAbove(node);
    if (kind != HashedNameKind.INSECURE_DELEGATION) {
      markAll();
    }
    return closed;
  }

  private List<EmptyNonTerminal> closeUnless(OwnerNode node) {
    if (open.isEmpty() || node.isAtOrBelow(open.element().key)) {
      return List.of();
    }
    List<EmptyNonTerminal> closed = new ArrayList<>();
    while (!open.isEmpty() && !node.isAtOrBelow(open.element().key)) {
      closed.add(open.remove().close());
    }
    return closed;
  }

  private void openAbove(OwnerNode node) {
    int count = names.above(node.octets(), node.keyLength());
    if (count == 0) {
      return;
    }
    DnsName owner = node.owner();
    Subject beside = Subject.missing(node, RecordType.NSEC3);
    int labels = owner.labelCount();
    for (int above = count; above > 0; above--) {
      DnsName name = owner.suffix(labels - above);
      open.push(new Open(keyAbove(node, above), name, beside));
    }
  }

  /** Returns the key of an ancestor: each label of a key ends with the only zero octet in it. */
  private static byte[] keyAbove(OwnerNode node, int labels) {
    int end = node.keyLength();
    for (int left = labels; left > 0; left--) {
      end--;
      while (end > 0 && node.octets()[end - 1] != 0) {
        end--;
      }
    }
    return Arrays.copyOf(node.octets(), end);
  }

  private void markAll() {
    for (Open ancestor : open) {
      if (!ancestor.insecureOnly) {
        return;
      }
      ancestor.insecureOnly = false;
    }
  }

  /** Returns the empty non-terminals above the last name. */
  List<EmptyNonTerminal> finish() {
    List<EmptyNonTerminal> closed = new ArrayList<>();
    while (!open.isEmpty()) {
      closed.add(open.remove().close());
    }
    return closed;
  }
}
