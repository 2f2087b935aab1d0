package org.offlinesign.rollover;

import static org.offlinesign.key.KeyEvent.ACTIVATE;
import static org.offlinesign.key.KeyEvent.DELETE;
import static org.offlinesign.key.KeyEvent.DS_PUBLISH;
import static org.offlinesign.key.KeyEvent.DS_REMOVED;
import static org.offlinesign.key.KeyEvent.INACTIVE;
import static org.offlinesign.key.KeyEvent.PUBLISH;
import static org.offlinesign.key.KeyEvent.REVOKE;

import java.util.List;

/** The steps of each method; {@code docs/rollover.md} has them as tables. */
final class MethodScripts {
  private static final String PREPUBLISH = "RFC 7583 section 3.2.1, RFC 6781 section 4.1.1.1";
  private static final String DOUBLE_SIGNATURE = "RFC 7583 section 3.2.2, RFC 6781 section 4.1.1.2";
  private static final String DOUBLE_KSK = "RFC 7583 section 3.3.1, RFC 6781 section 4.1.2";
  private static final String SINGLE_TYPE = "RFC 6781 section 4.1.3, RFC 7583 section 3.3.1";
  private static final String DOUBLE_DS = "RFC 7583 section 3.3.2";
  private static final String ALGORITHM = "RFC 6781 section 4.1.4";
  private static final String TRUST_ANCHORS = "RFC 7583 section 3.3.4, RFC 5011 section 6";
  private static final String FIRST_KEYS = "RFC 7583 section 3.3.5";
  private static final String UNSIGNED = "RFC 7583 section 3.3.1, RFC 8078 section 4";

  private final RolloverKeys keys;

  private MethodScripts(RolloverKeys keys) {
    this.keys = keys;
  }

  /** Returns the steps by which a method changes some keys. */
  static List<StepScript> steps(RolloverMethod method, RolloverKeys keys) {
    MethodScripts scripts = new MethodScripts(keys);
    return switch (method) {
      case ZSK_PREPUBLISH -> scripts.zskPrepublish();
      case ZSK_DOUBLE_SIGNATURE -> scripts.zskDoubleSignature();
      case KSK_DOUBLE_SIGNATURE -> scripts.kskDoubleSignature();
      case KSK_PREPUBLISH -> scripts.kskPrepublish();
      case ALGORITHM -> scripts.algorithm();
      case REVOKE_RFC5011 -> scripts.revoke();
      case GO_INSECURE -> scripts.goInsecure();
      case GO_SECURE -> scripts.goSecure();
    };
  }

  private List<StepScript> zskPrepublish() {
    String old = keys.oldLabels();
    String fresh = keys.newLabels();
    return List.of(
        sign("publish " + fresh + "; " + old + " goes on signing", Wait.NONE, PREPUBLISH)
            .with(keys.newKeys(PUBLISH)),
        sign("sign with " + fresh + "; " + old + " stays published", Wait.KEYS, PREPUBLISH)
            .with(keys.newKeys(ACTIVATE), keys.oldKeys(INACTIVE)),
        sign("remove " + old, Wait.DATA, PREPUBLISH).with(keys.oldKeys(DELETE)));
  }

  private List<StepScript> zskDoubleSignature() {
    String both = keys.oldLabels() + " and " + keys.newLabels();
    return List.of(
        sign("publish " + keys.newLabels() + " and sign with " + both, Wait.NONE, DOUBLE_SIGNATURE)
            .with(keys.newKeys(PUBLISH, ACTIVATE)),
        sign(
                "remove " + keys.oldLabels() + " and its signatures",
                Wait.KEYS_AND_DATA,
                DOUBLE_SIGNATURE)
            .with(keys.oldKeys(INACTIVE, DELETE)));
  }

  private List<StepScript> kskDoubleSignature() {
    boolean single = keys.isSingleType();
    String reference = single ? SINGLE_TYPE : DOUBLE_KSK;
    // With one key for everything, data in caches may have signatures of the old key alone.
    Wait known = single ? Wait.KEYS_AND_DATA : Wait.KEYS;
    return List.of(
        publishBoth(single, reference),
        parentSwaps(known, reference),
        sign("remove " + keys.oldLabels() + " and its signatures", Wait.DS, reference)
            .with(keys.oldKeys(INACTIVE, DELETE)));
  }

  private StepScript publishBoth(boolean single, String reference) {
    String what = single ? "everything" : "the DNSKEY RRset";
    String both = keys.oldLabels() + " and " + keys.newLabels();
    return sign(
            "publish " + keys.newLabels() + " and sign " + what + " with " + both,
            Wait.NONE,
            reference)
        .with(keys.signalled(keys.newKeys(PUBLISH, ACTIVATE)));
  }

  private StepScript parentSwaps(Wait wait, String reference) {
    return parent(
            "the parent replaces the DS record of "
                + keys.oldEntryLabels()
                + " by that of "
                + keys.newEntryLabels(),
            wait,
            reference)
        .with(keys.newEntryPoints(DS_PUBLISH), keys.oldEntryPoints(DS_REMOVED));
  }

  private List<StepScript> kskPrepublish() {
    String old = keys.oldLabels();
    String fresh = keys.newLabels();
    return List.of(
        parent(
                "the parent adds the DS record of " + fresh + " to that of " + old,
                Wait.NONE,
                DOUBLE_DS)
            .with(keys.newKeys(DS_PUBLISH), keys.oldKeys()),
        sign("replace " + old + " by " + fresh, Wait.DS, DOUBLE_DS)
            .with(keys.newKeys(PUBLISH, ACTIVATE), keys.oldKeys(INACTIVE, DELETE)),
        parent("the parent removes the DS record of " + old, Wait.KEYS, DOUBLE_DS)
            .with(keys.newKeys(), keys.oldKeys(DS_REMOVED)));
  }

  // RFC 6781 §4.1.4: signatures enter the zone before the keys that made them, and leave it after
  // them, as some validators want every algorithm of the DNSKEY RRset among the signatures.
  private List<StepScript> algorithm() {
    StepScript sign =
        sign(
                "add signatures of " + keys.newDataLabels() + ", which is not published yet",
                Wait.NONE,
                ALGORITHM)
            .with(keys.startSigningUnpublished());
    StepScript publish =
        sign("publish " + keys.newLabels(), Wait.DATA, ALGORITHM)
            .with(keys.signalled(keys.publishNew()));
    StepScript withdraw =
        sign(
                "remove " + keys.oldLabels() + " from the DNSKEY RRset; signatures stay",
                keys.hasParent() ? Wait.DS : Wait.TRUST_ANCHORS,
                keys.hasParent() ? ALGORITHM : ALGORITHM + ", " + TRUST_ANCHORS)
            .with(keys.stopPublishingGoOnSigning());
    StepScript finish =
        sign("remove the signatures of " + keys.oldDataLabels(), Wait.KEYS, ALGORITHM)
            .with(keys.oldDataKeys(INACTIVE));
    return keys.hasParent()
        ? List.of(sign, publish, parentSwaps(Wait.KEYS, ALGORITHM), withdraw, finish)
        : List.of(sign, publish, withdraw, finish);
  }

  private List<StepScript> revoke() {
    StepScript publish = publishBoth(keys.isSingleType(), TRUST_ANCHORS);
    Wait revocable = keys.hasParent() ? Wait.DS : Wait.TRUST_ANCHORS;
    StepScript revoke =
        sign(
                "revoke " + keys.oldLabels() + "; it signs the DNSKEY RRset to say so",
                revocable,
                TRUST_ANCHORS)
            .with(keys.oldKeys(REVOKE));
    StepScript remove =
        sign("remove " + keys.oldLabels(), Wait.REVOCATION, "RFC 5011 section 6.2")
            .with(keys.oldKeys(INACTIVE, DELETE));
    return keys.hasParent()
        ? List.of(publish, parentSwaps(Wait.TRUST_ANCHORS, TRUST_ANCHORS), revoke, remove)
        : List.of(publish, revoke, remove);
  }

  private List<StepScript> goInsecure() {
    StepScript withdraw =
        parent("the parent removes all DS records", Wait.NONE, UNSIGNED)
            .with(keys.oldEntryPoints(DS_REMOVED));
    StepScript unsign =
        new StepScript(
            StepKind.UNSIGN,
            "publish the zone without signatures",
            keys.hasParent() ? Wait.DS : Wait.NONE,
            UNSIGNED,
            keys.oldKeys(INACTIVE, DELETE));
    return keys.hasParent() ? List.of(withdraw, unsign) : List.of(unsign);
  }

  private List<StepScript> goSecure() {
    return List.of(
        sign("publish the signed zone", Wait.NONE, FIRST_KEYS)
            .with(keys.newKeys(PUBLISH, ACTIVATE)),
        parent(
                "the parent adds the DS record of " + keys.newEntryLabels(),
                Wait.KEYS_AND_DATA,
                FIRST_KEYS)
            .with(keys.newEntryPoints(DS_PUBLISH)));
  }

  private static StepScript sign(String title, Wait wait, String reference) {
    return new StepScript(StepKind.SIGN, title, wait, reference, List.of());
  }

  private static StepScript parent(String title, Wait wait, String reference) {
    return new StepScript(StepKind.PARENT, title, wait, reference, List.of());
  }
}
