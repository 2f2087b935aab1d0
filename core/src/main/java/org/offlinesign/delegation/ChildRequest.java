package org.offlinesign.delegation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.offlinesign.delegation.ChildDecision.Answer;
import org.offlinesign.delegation.ChildFinding.Code;
import org.offlinesign.delegation.SignatureTrial.Shortfall;
import org.offlinesign.delegation.SignatureTrial.Verdict;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;

/**
 * What a child asks for with its CDS and CDNSKEY records, held to the rules of RFC 7344 §4.1: who
 * signed it, and whether the delegation would still lead into the child.
 */
final class ChildRequest {
  private final ChildZone child;
  private final ChildSignals signals;
  private final ChildKeys files;
  private final Set<DigestType> digests;
  private final SignatureTrial trial;
  private final WayIn wayIn;
  private final List<ChildFinding> findings = new ArrayList<>();

  /**
   * @param files what is known of the request that was accepted last
   * @param digests those of the DS records that are made of CDNSKEY records
   */
  ChildRequest(ChildZone child, ChildKeys files, Set<DigestType> digests, SignatureTrial trial) {
    this.child = child;
    this.files = files;
    this.signals = child.signals();
    this.digests = digests;
    this.trial = trial;
    this.wayIn = new WayIn(child, trial);
  }

  /**
   * Decides on it.
   *
   * @param present the DS records that are believed; if there are none, none can be changed
   */
  ChildDecision decide(Collection<Ds> present) {
    return decide(present, false);
  }

  /** Decides on the first DS records of a child whose own keys are believed. */
  ChildDecision decideForNewChild() {
    return decide(List.of(), true);
  }

  private ChildDecision decide(Collection<Ds> present, boolean newChild) {
    if (signals.areAbsent() || (present.isEmpty() && signals.askForDeletion())) {
      return ChildDecision.nothingAsked();
    }
    try {
      refuseStrangers(present, newChild);
      refuseContradiction();
      List<Ds> wanted = signals.askForDeletion() ? List.of() : wanted();
      SignedSince since =
          checkSigned(wanted, newChild ? wayIn.keysOf(wanted) : wayIn.keysAmong(present));
      if (!signals.askForDeletion()) {
        checkDigests(wanted);
        checkLeadsIn(wanted);
      }
      return new ChildDecision(Answer.ACCEPTED, wanted, since, findings);
    } catch (ChildRequestException e) {
      return ChildDecision.refused(e.toFinding());
    }
  }

  private void refuseStrangers(Collection<Ds> present, boolean newChild)
      throws ChildRequestException {
    if (present.isEmpty() && !newChild) {
      throw new ChildRequestException(
          Code.NEW_CHILD,
          "the delegation "
              + zone()
              + " has no DS records by which the first ones could be believed (RFC 8078 section 3);"
              + " compare its keys with what its owner says, then put its dsset- file into the"
              + " folder of these files, or use --accept-new-child "
              + zone());
    }
  }

  private void refuseContradiction() throws ChildRequestException {
    if (signals.askForDeletion() ? !signals.askForDeletionRightly() : !signals.agree()) {
      throw new ChildRequestException(
          Code.CONTRADICTION,
          "the CDS and CDNSKEY records of "
              + zone()
              + " ask for different things, and must not (RFC 7344 section 4, RFC 8078 section 4)");
    }
  }

  /** Returns the DS records asked for: CDS records come first, as they say more. */
  private List<Ds> wanted() throws ChildRequestException {
    Set<Integer> allowed = new HashSet<>();
    // RFC 9905: SHA-1 is no digest for delegations, unless it is asked for in so many words.
    EnumSet<DigestType> types = EnumSet.of(DigestType.SHA256, DigestType.SHA384);
    types.addAll(digests);
    types.forEach(type -> allowed.add(type.number()));
    List<Ds> byCds =
        signals.cds().stream().filter(ds -> allowed.contains(ds.digestType())).toList();
    if (byCds.size() < signals.cds().size()) {
      noteDigests(byCds.isEmpty());
    }
    if (!byCds.isEmpty()) {
      return byCds;
    }
    List<Ds> made = new ArrayList<>();
    for (Dnskey key : signals.cdnskey()) {
      digests.stream().sorted().forEach(type -> made.add(DsDigest.of(zone(), key, type)));
    }
    return made;
  }

  private void noteDigests(boolean all) throws ChildRequestException {
    boolean sha1 =
        signals.cds().stream().allMatch(ds -> ds.digestType() == DigestType.SHA1.number());
    if (!all) {
      findings.add(
          new ChildFinding(
              Code.DIGEST,
              "of the CDS records of "
                  + zone()
                  + ", those with SHA-1 or other digests are left out"));
    } else if (signals.cdnskey().isEmpty()) {
      throw new ChildRequestException(
          sha1 ? Code.SHA1_ONLY : Code.DIGEST,
          "the CDS records of "
              + zone()
              + (sha1
                  ? " have SHA-1 digests alone, which must not be used for delegation (RFC 9905)"
                  : " have no digest that is known and allowed here"));
    }
  }

  /**
   * Checks that some keys have signed all that is asked, and the keys themselves.
   *
   * <p>Only the request is held against the one accepted last: signatures of the keys may be kept
   * for as long as they are valid, and tell nothing of its age.
   */
  private SignedSince checkSigned(List<Ds> wanted, List<Dnskey> trusted)
      throws ChildRequestException {
    SignedRecords keys =
        child
            .records(RecordType.DNSKEY)
            .orElseThrow(
                () ->
                    new ChildRequestException(
                        Code.LEADS_NOWHERE, child.file() + " has no DNSKEY records of " + zone()));
    Instant ofKeys = checkSigned(keys, trusted, trial);
    SignatureTrial noReplay = noReplay(wanted);
    Instant ofRequest = Instant.MAX;
    for (RecordType type : List.of(RecordType.CDNSKEY, RecordType.CDS)) {
      SignedRecords records = child.records(type).orElse(null);
      if (records != null) {
        ofRequest = earlier(ofRequest, checkSigned(records, trusted, noReplay));
      }
    }
    return new SignedSince(ofRequest, earlier(ofRequest, ofKeys));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** RFC 7344 §6.2: what asks for other keys must be signed later than what was accepted last. */
  private SignatureTrial noReplay(List<Ds> wanted) {
    Instant accepted = files.acceptedSince();
    if (accepted == null) {
      return trial;
    }
    boolean same = keysOf(wanted).equals(keysOf(files.records()));
    return trial.notBefore(same ? accepted : accepted.plusSeconds(1));
  }

  /** Returns tags and algorithms: a request is not another because it is given other digests. */
  private static Set<List<Integer>> keysOf(List<Ds> records) {
    return records.stream()
        .map(ds -> List.of(ds.keyTag(), ds.algorithm()))
        .collect(Collectors.toSet());
  }

  /** Returns when the oldest signature begins that some keys have made of an RRset. */
  private Instant checkSigned(SignedRecords records, List<Dnskey> trusted, SignatureTrial trial)
      throws ChildRequestException {
    Verdict verdict = trial.of(records, trusted);
    Serial oldest = verdict.oldest();
    if (oldest == null) {
      throw new ChildRequestException(
          code(verdict.shortfall()),
          "the "
              + records.type()
              + " RRset of "
              + zone()
              + " cannot be believed: "
              + verdict.shortfall().words()
              + " (RFC 7344 section 4.1)");
    }
    return trial.instant(oldest);
  }

  private static Code code(Shortfall shortfall) {
    return switch (shortfall) {
      case UNUSABLE -> Code.UNKNOWN_ALGORITHM;
      case REPLAYED -> Code.REPLAY;
      case UNSIGNED, BY_OTHERS, EXPIRED, NOT_YET_VALID, WRONG -> Code.NOT_SIGNED;
    };
  }

  /** Refuses sets in which one key has other digests than the next: validators take the best. */
  private void checkDigests(List<Ds> wanted) throws ChildRequestException {
    Map<List<Integer>, Set<Integer>> byKey = new HashMap<>();
    for (Ds ds : wanted) {
      byKey
          .computeIfAbsent(List.of(ds.keyTag(), ds.algorithm()), key -> new LinkedHashSet<>())
          .add(ds.digestType());
    }
    if (byKey.values().stream().map(HashSet::new).distinct().count() > 1) {
      throw new ChildRequestException(
          Code.DIGEST,
          "the CDS records of "
              + zone()
              + " do not have the same digest types for every key; validators look at those of the"
              + " strongest type alone (RFC 4509 section 3)");
    }
  }

  /** RFC 7344 §4.1: the DS records must not break the delegation, by any of their algorithms. */
  private void checkLeadsIn(List<Ds> wanted) throws ChildRequestException {
    Set<Integer> leading = wayIn.algorithms(wanted);
    for (Ds ds : wanted) {
      if (!leading.contains(ds.algorithm())) {
        boolean known = Algorithm.of(ds.algorithm()).isPresent();
        throw new ChildRequestException(
            known ? Code.LEADS_NOWHERE : Code.UNKNOWN_ALGORITHM,
            "the DS record "
                + ds.keyTag()
                + " that "
                + zone()
                + " asks for has algorithm "
                + ds.algorithm()
                + (known
                    ? ", by which no key with such a record signs the child's DNSKEY records: its"
                        + " zone could no longer be validated (RFC 7344 section 4.1)"
                    : ", which is not known here, so nothing shows that it leads into the zone"));
      }
    }
  }

  private DnsName zone() {
    return child.zone();
  }
}
