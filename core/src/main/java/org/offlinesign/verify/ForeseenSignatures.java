package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.SignatureBatch;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Knows of some signatures that they are right before each is judged, because checking them side by
 * side is faster. For one thread; holds the names of one batch.
 */
final class ForeseenSignatures {
  /** A name can have any number of signatures, and the judge will give up on them early. */
  private static final int MAX_OF_RRSET = 4;

  /** Those of a name are searched one by one. */
  private static final int MAX_OF_NAME = 64;

  private final ZoneKeys keys;
  private final DataChecks checks;
  private final SignatureBatch batch = new SignatureBatch();
  private final List<Foreseen> added = new ArrayList<>();
  private BitSet right = new BitSet();
  private @Nullable OwnerNode node;

  /** The number of the first signature at the name or, if there is none, at those that follow. */
  private int current;

  /**
   * A signature, by its name and its number there, and the number of the key that it was checked
   * with.
   */
  private record Foreseen(OwnerNode node, int record, int key) {}

  ForeseenSignatures(ZoneKeys keys, DataChecks checks) {
    this.keys = keys;
    this.checks = checks;
  }

  /** Checks signatures at names to which it will be turned next. */
  void check(List<NodeUnit> units) {
    added.clear();
    for (NodeUnit unit : units) {
      // What a file says of a name is known faster still.
      if (unit.former() == null) {
        addAll(unit);
      }
    }
    right = batch.check();
    current = 0;
    node = null;
  }

  private void addAll(NodeUnit unit) {
    RrsigCursor rrsig = new RrsigCursor(unit.node());
    int first = added.size();
    for (NodeRrset rrset : unit.node().rrsets()) {
      if (unit.kind().isSigned(rrset.type()) && added.size() - first < MAX_OF_NAME) {
        addAll(new SignedRrset(unit.node(), rrset), rrsig);
      }
    }
  }

  // RRsets ascend by type, and signatures by the type that they cover.
  private void addAll(SignedRrset signed, RrsigCursor rrsig) {
    int type = signed.rrset().type();
    for (int ofRrset = 0; !rrsig.isAtEnd() && rrsig.typeCovered() <= type; rrsig.advance()) {
      if (rrsig.typeCovered() == type && ofRrset++ < MAX_OF_RRSET) {
        add(signed, rrsig);
      }
    }
  }

  private void add(SignedRrset signed, RrsigCursor rrsig) {
    ApexKey key = keyOf(rrsig);
    if (key != null && checks.foresee(key) && checks.addTo(batch, signed, rrsig, key)) {
      added.add(new Foreseen(signed.node(), rrsig.record(), key.index()));
    }
  }

  private @Nullable ApexKey keyOf(RrsigCursor rrsig) {
    for (ApexKey key : keys.signers()) {
      if (key.isNamedBy(rrsig.keyTag(), rrsig.algorithm())
          && key.usability() == ApexKey.Usability.USABLE) {
        return key;
      }
    }
    return null;
  }

  /** Turns to the next name. */
  void turnTo(OwnerNode next) {
    while (current < added.size() && added.get(current).node() == node) {
      current++;
    }
    node = next;
  }

  /** Says whether a signature at the name is known to be right by a key. */
  boolean contains(RrsigCursor rrsig, ApexKey key) {
    for (int at = current; at < added.size() && added.get(at).node() == node; at++) {
      Foreseen signature = added.get(at);
      if (signature.record() == rrsig.record() && signature.key() == key.index()) {
        return right.get(at);
      }
    }
    return false;
  }
}
