package org.offlinesign.interop;

import static org.offlinesign.delegation.ChildApex.CHILD;
import static org.offlinesign.delegation.ChildApex.ds;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.offlinesign.delegation.ChildApex;
import org.offlinesign.delegation.ChildDecision.Answer;
import org.offlinesign.delegation.ChildFinding.Code;
import org.offlinesign.delegation.ChildSignals;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/** Children that ask for DS records, rightly and wrongly. */
final class ChildCases {
  /** The KSK with the DS record, its successor, and keys that nobody has heard of. */
  private static final SigningKey OLD = ChildApex.newKey(Algorithm.ECDSAP256SHA256);

  private static final SigningKey NEXT = ChildApex.newKey(Algorithm.ECDSAP256SHA256);
  private static final SigningKey STRANGER = ChildApex.newKey(Algorithm.ECDSAP256SHA256);
  private static final SigningKey RSA = ChildApex.newKey(Algorithm.RSASHA256);
  private static final SigningKey REVOKED = revoked(OLD);
  private static final List<SigningKey> BOTH = List.of(OLD, NEXT);
  private static final List<SigningKey> BY_CHANCE = List.of(OLD, NEXT, STRANGER, RSA);
  static final List<Ds> PRESENT = List.of(ds(OLD));

  private ChildCases() {}

  /**
   * One child.
   *
   * @param since signatures that begin before do not count
   */
  record Case(String name, ChildApex apex, List<Ds> present, Instant since) {
    Case(String name, ChildApex apex) {
      this(name, apex, PRESENT, before(Duration.ofDays(365)));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static SigningKey revoked(SigningKey key) {
    try {
      return key.with(ZoneKey.of(CHILD, key.facts().dnskey().revoked()));
    } catch (UnusableKeyException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the begin of today: dnssec-cds looks at the clock of the machine. */
  static Instant today() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS);
  }

  /** Returns children in the order of their requests; the last is the first, played again. */
  static List<ChildApex> withAReplay() {
    ChildApex first = onDay(5).cds(PRESENT, OLD);
    return List.of(first, onDay(10).cds(List.of(ds(OLD), ds(NEXT)), OLD), first);
  }

  /** Signs the keys on day 0, and on another what follows. */
  private static ChildApex onDay(int day) {
    Instant first = before(Duration.ofDays(12));
    Instant until = today().plus(Duration.ofDays(20));
    return apex()
        .valid(first, until)
        .dnskeys(BOTH, OLD, NEXT)
        .valid(first.plus(Duration.ofDays(day)), until);
  }

  private static Instant before(Duration distance) {
    return today().minus(distance);
  }

  private static ChildApex apex() {
    return new ChildApex(today());
  }

  private static Dnskey dnskey(SigningKey key) {
    return key.facts().dnskey();
  }

  /** Returns children that dnssec-cds and we answer alike. */
  static Stream<Case> ofOneMind() {
    return Stream.of(inOrder(), badlySigned(), atWrongTimes(), ofOddKinds(), leadingNowhere())
        .flatMap(cases -> cases);
  }

  private static Stream<Case> inOrder() {
    return Stream.of(
        new Case("no request", apex().dnskeys(BOTH, OLD)),
        new Case("the same keys", apex().dnskeys(BOTH, OLD, NEXT).cds(PRESENT, OLD)),
        new Case(
            "a key more", apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ds(OLD), ds(NEXT)), OLD)),
        new Case("another key", apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ds(NEXT)), OLD)),
        new Case("two digests", apex().dnskeys(BOTH, OLD, NEXT).cds(bothDigests(OLD, NEXT), OLD)),
        new Case(
            "CDNSKEY alone", apex().dnskeys(BOTH, OLD, NEXT).cdnskey(List.of(dnskey(NEXT)), OLD)),
        new Case(
            "CDNSKEY and CDS",
            apex()
                .dnskeys(BOTH, OLD, NEXT)
                .cds(List.of(ds(NEXT)), OLD)
                .cdnskey(List.of(dnskey(NEXT)), OLD)),
        new Case(
            "another algorithm too",
            apex().dnskeys(List.of(OLD, RSA), OLD, RSA).cds(List.of(ds(OLD), ds(RSA)), OLD)),
        new Case(
            "an announced key that is not there yet",
            apex().dnskeys(List.of(OLD), OLD).cds(List.of(ds(OLD), ds(STRANGER)), OLD)));
  }

  private static Stream<Case> badlySigned() {
    return Stream.of(
        new Case("unsigned CDS", apex().dnskeys(BOTH, OLD).cds(List.of(ds(NEXT)))),
        new Case("unsigned DNSKEY", apex().dnskeys(BOTH).cds(List.of(ds(NEXT)), OLD)),
        new Case("no DNSKEY", apex().cds(List.of(ds(NEXT)), OLD)),
        new Case(
            "CDS signed by a key without a DS record",
            apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ds(NEXT)), NEXT)),
        new Case(
            "CDS signed by a key that is not in the zone",
            apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ds(NEXT)), STRANGER)),
        new Case(
            "DNSKEY signed by a key without a DS record",
            apex().dnskeys(BOTH, NEXT).cds(List.of(ds(NEXT)), OLD)),
        new Case(
            "unsigned CDNSKEY beside CDS",
            apex()
                .dnskeys(BOTH, OLD, NEXT)
                .cds(List.of(ds(NEXT)), OLD)
                .cdnskey(List.of(dnskey(NEXT)))));
  }

  private static Stream<Case> atWrongTimes() {
    return Stream.of(
        new Case(
            "expired",
            apex()
                .dnskeys(BOTH, OLD, NEXT)
                .valid(before(Duration.ofDays(30)), before(Duration.ofHours(1)))
                .cds(List.of(ds(NEXT)), OLD)),
        new Case(
            "not valid yet",
            apex()
                .dnskeys(BOTH, OLD, NEXT)
                .valid(today().plus(Duration.ofDays(2)), today().plus(Duration.ofDays(9)))
                .cds(List.of(ds(NEXT)), OLD)),
        new Case(
            "replayed",
            apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ds(NEXT)), OLD),
            PRESENT,
            before(Duration.ofMinutes(10))),
        new Case(
            "as old as what was accepted",
            apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ds(NEXT)), OLD),
            PRESENT,
            before(Duration.ofHours(1))));
  }

  private static Stream<Case> ofOddKinds() {
    return Stream.of(
        new Case(
            "SHA-1 alone",
            apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ds(NEXT, DigestType.SHA1)), OLD)),
        new Case(
            "SHA-1 beside SHA-256",
            apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ds(NEXT, DigestType.SHA1), ds(NEXT)), OLD)),
        new Case(
            "SHA-1 alone, but CDNSKEY",
            apex()
                .dnskeys(BOTH, OLD, NEXT)
                .cds(List.of(ds(NEXT, DigestType.SHA1)), OLD)
                .cdnskey(List.of(dnskey(NEXT)), OLD)),
        new Case(
            "an unknown digest",
            apex()
                .dnskeys(BOTH, OLD, NEXT)
                .cds(List.of(new Ds(dnskey(NEXT).keyTag(), 13, 99, new byte[32])), OLD)),
        new Case(
            "the present DS record has SHA-1",
            apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ds(NEXT)), OLD),
            List.of(ds(OLD, DigestType.SHA1)),
            before(Duration.ofDays(365))),
        new Case(
            "unknown algorithm",
            apex()
                .dnskeys(BOTH, OLD, NEXT)
                .cds(List.of(ds(OLD), new Ds(4711, 99, 2, new byte[32])), OLD)));
  }

  private static Stream<Case> leadingNowhere() {
    return Stream.of(
        new Case(
            "a key of which nobody has heard",
            apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ds(STRANGER)), OLD)),
        new Case(
            "a key that does not sign the DNSKEY records",
            apex().dnskeys(BOTH, OLD).cds(List.of(ds(NEXT)), OLD)),
        new Case(
            "an algorithm that does not sign the DNSKEY records",
            apex().dnskeys(List.of(OLD, RSA), OLD).cds(List.of(ds(OLD), ds(RSA)), OLD)),
        new Case(
            "a digest more for the key with the higher tag",
            apex().dnskeys(BOTH, OLD, NEXT).cds(with384(byTag(1)), OLD)),
        new Case(
            "deletion signed by a key without a DS record",
            apex().dnskeys(BOTH, OLD).cds(List.of(ChildSignals.DELETING_CDS), NEXT)),
        new Case(
            "no present DS record leads to a key",
            apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ds(NEXT)), OLD, NEXT),
            List.of(ds(STRANGER)),
            before(Duration.ofDays(365))),
        new Case(
            "a digest that is wrong",
            apex()
                .dnskeys(BOTH, OLD, NEXT)
                .cds(List.of(new Ds(dnskey(NEXT).keyTag(), 13, 2, new byte[32])), OLD)));
  }

  private static SigningKey byTag(int place) {
    return BOTH.stream()
        .sorted(Comparator.comparing(key -> dnskey(key).keyTag()))
        .toList()
        .get(place);
  }

  private static List<Ds> with384(SigningKey key) {
    return List.of(ds(OLD), ds(NEXT), ds(key, DigestType.SHA384));
  }

  private static List<Ds> bothDigests(SigningKey... keys) {
    return Stream.of(keys).flatMap(key -> Stream.of(ds(key), ds(key, DigestType.SHA384))).toList();
  }

  /** Returns a child of which any keys sign anything and are asked for. */
  static Case byChance(int number, Random random) {
    List<SigningKey> published = some(BY_CHANCE, random, 0.8);
    ChildApex apex = apex();
    if (!published.isEmpty()) {
      apex.dnskeys(published, signers(random));
    }
    if (random.nextInt(10) == 0) {
      apex.valid(before(Duration.ofDays(30)), before(Duration.ofHours(1)));
    }
    List<SigningKey> wanted = some(BY_CHANCE, random, 0.5);
    if (!wanted.isEmpty() && random.nextInt(4) > 0) {
      SigningKey[] keys = wanted.toArray(SigningKey[]::new);
      apex.cds(
          random.nextBoolean() ? bothDigests(keys) : List.of(oneDigest(keys)), signers(random));
    }
    if (!wanted.isEmpty() && random.nextInt(4) == 0) {
      apex.cdnskey(wanted.stream().map(ChildCases::dnskey).toList(), signers(random));
    }
    List<SigningKey> present = some(BY_CHANCE, random, 0.5);
    List<Ds> records = List.of(oneDigest(present.toArray(SigningKey[]::new)));
    return new Case(
        "child " + number, apex, records.isEmpty() ? PRESENT : records, before(Duration.ofDays(9)));
  }

  private static SigningKey[] signers(Random random) {
    return some(BY_CHANCE, random, 0.7).toArray(SigningKey[]::new);
  }

  private static Ds[] oneDigest(SigningKey... keys) {
    return Stream.of(keys).map(ChildApex::ds).toArray(Ds[]::new);
  }

  private static List<SigningKey> some(List<SigningKey> keys, Random random, double share) {
    return keys.stream().filter(key -> random.nextDouble() < share).toList();
  }

  /**
   * One child that they answer otherwise.
   *
   * @param theirs whether dnssec-cds goes along
   * @param ours our answer
   * @param why our finding
   */
  record Difference(Case of, boolean theirs, Answer ours, Code why) {
    @Override
    public String toString() {
      return of.name();
    }
  }

  /** Returns children that are known to be answered otherwise. */
  static Stream<Difference> ofTwoMinds() {
    return Stream.concat(ofStrangeWishes(), ofStrangeKeys());
  }

  private static Stream<Difference> ofStrangeWishes() {
    return Stream.of(
        new Difference(
            new Case(
                "deletion",
                apex().dnskeys(BOTH, OLD, NEXT).cds(List.of(ChildSignals.DELETING_CDS), OLD)),
            false,
            Answer.ACCEPTED,
            Code.DELETION),
        new Difference(
            new Case(
                "deletion by CDNSKEY and a key by CDS",
                apex()
                    .dnskeys(BOTH, OLD, NEXT)
                    .cds(List.of(ds(NEXT)), OLD)
                    .cdnskey(List.of(ChildSignals.DELETING_CDNSKEY), OLD)),
            true,
            Answer.REFUSED,
            Code.CONTRADICTION),
        new Difference(
            new Case(
                "CDS and CDNSKEY of different keys",
                apex()
                    .dnskeys(BOTH, OLD, NEXT)
                    .cds(List.of(ds(OLD)), OLD)
                    .cdnskey(List.of(dnskey(NEXT)), OLD)),
            true,
            Answer.REFUSED,
            Code.CONTRADICTION));
  }

  private static Stream<Difference> ofStrangeKeys() {
    return Stream.of(
        // dnssec-cds counts the digests of the first key and looks for no more at the others.
        new Difference(
            new Case(
                "a digest more for the key with the lower tag",
                apex().dnskeys(BOTH, OLD, NEXT).cds(with384(byTag(0)), OLD)),
            true,
            Answer.REFUSED,
            Code.DIGEST),
        new Difference(
            new Case(
                "a revoked key with a DS record",
                apex()
                    .dnskeys(List.of(REVOKED, NEXT), REVOKED, NEXT)
                    .cds(List.of(ds(NEXT)), REVOKED),
                List.of(ds(REVOKED)),
                before(Duration.ofDays(365))),
            true,
            Answer.REFUSED,
            Code.NOT_SIGNED));
  }
}
