package org.offlinesign.delegation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordType;

/**
 * Whether DS records belong to a child zone, one by one.
 *
 * @param results one of each record
 * @param signersWithoutDs the secure entry points to which no record points though they sign the
 *     DNSKEY RRset; none where no signatures were looked at
 */
public record DsCheck(DnsName zone, List<Result> results, List<Dnskey> signersWithoutDs) {
  /** Copies the lists. */
  public DsCheck {
    results = List.copyOf(results);
    signersWithoutDs = List.copyOf(signersWithoutDs);
  }

  /** What a DS record is to a child zone. */
  public enum Verdict {
    /** It is of a key that signs the DNSKEY RRset. */
    LEADS_IN,
    /** It is of a key of the zone, whose signatures were not looked at. */
    OF_A_KEY,
    /** It is of a key that does not sign the DNSKEY RRset, or not now. */
    NOT_SIGNING,
    NO_KEY,
    OTHER_ALGORITHM,
    WRONG_DIGEST,
    UNKNOWN_DIGEST,
    UNUSABLE_KEY;

    /** Says whether the record is of a key of the zone. */
    public boolean isOfKey() {
      return this == LEADS_IN || this == OF_A_KEY || this == NOT_SIGNING;
    }
  }

  /**
   * What came out for one record.
   *
   * @param words says it in a few words
   */
  public record Result(Ds ds, Verdict verdict, String words) {}

  /** Checks records against the zone of a child, whose signatures are to be valid at an instant. */
  public static DsCheck of(
      Collection<Ds> records, ChildZone child, CryptoProviders providers, Instant now) {
    SignatureTrial trial = new SignatureTrial(providers, now, null);
    List<Result> results = new ArrayList<>();
    for (Ds ds : records) {
      Result result = of(ds, child.zone(), child.keys());
      results.add(result.verdict == Verdict.OF_A_KEY ? tried(ds, child, trial) : result);
    }
    return new DsCheck(child.zone(), results, signersWithoutDs(records, child, trial));
  }

  /** Checks records against keys that are known, without any signatures. */
  public static DsCheck ofKeys(Collection<Ds> records, DnsName zone, Collection<Dnskey> keys) {
    return new DsCheck(zone, records.stream().map(ds -> of(ds, zone, keys)).toList(), List.of());
  }

  /**
   * Says whether all records are of keys of the zone, and those of each algorithm lead into it. A
   * key that stands by, and signs nothing yet, may have a record beside that of one that does.
   */
  public boolean belongs() {
    Set<Integer> leading =
        algorithms(verdict -> verdict == Verdict.LEADS_IN || verdict == Verdict.OF_A_KEY);
    return !results.isEmpty()
        && results.stream().allMatch(result -> result.verdict.isOfKey())
        && leading.containsAll(algorithms(verdict -> true));
  }

  private Set<Integer> algorithms(Predicate<Verdict> wanted) {
    return results.stream()
        .filter(result -> wanted.test(result.verdict))
        .map(result -> result.ds.algorithm())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Result of(Ds ds, DnsName zone, Collection<Dnskey> keys) {
    List<Dnskey> ofTag = keys.stream().filter(key -> key.keyTag() == ds.keyTag()).toList();
    List<Dnskey> named = ofTag.stream().filter(key -> key.algorithm() == ds.algorithm()).toList();
    if (ofTag.isEmpty()) {
      return new Result(
          ds,
          Verdict.NO_KEY,
          keys.isEmpty()
              ? "the zone has no DNSKEY records: it is not signed"
              : "no key of the zone has this key tag; there are " + told(keys));
    }
    if (named.isEmpty()) {
      return new Result(
          ds,
          Verdict.OTHER_ALGORITHM,
          "the key with this key tag has algorithm " + ofTag.get(0).algorithm());
    }
    for (Dnskey key : named) {
      DsMatch match = DsMatch.of(zone, ds, key);
      if (match == DsMatch.UNKNOWN) {
        return new Result(
            ds,
            Verdict.UNKNOWN_DIGEST,
            "digest type " + ds.digestType() + " is not known here, so nothing shows whose it is");
      }
      if (match == DsMatch.YES) {
        return ofKey(ds, key);
      }
    }
    return new Result(
        ds, Verdict.WRONG_DIGEST, "a key has this key tag and algorithm, but another digest");
  }

  private static Result ofKey(Ds ds, Dnskey key) {
    return EntryPoints.isUsable(key)
        ? new Result(ds, Verdict.OF_A_KEY, "is of a key of the zone")
        : new Result(
            ds,
            Verdict.UNUSABLE_KEY,
            key.isRevoked()
                ? "its key is revoked"
                : "its key cannot sign a zone: flags "
                    + key.flags()
                    + ", protocol "
                    + key.protocol());
  }

  private static String told(Collection<Dnskey> keys) {
    return keys.stream()
        .map(key -> key.keyTag() + " (algorithm " + key.algorithm() + ")")
        .collect(Collectors.joining(", "));
  }

  private static Result tried(Ds ds, ChildZone child, SignatureTrial trial) {
    List<Dnskey> keys =
        child.keys().stream()
            .filter(key -> DsMatch.of(child.zone(), ds, key) == DsMatch.YES)
            .toList();
    SignatureTrial.Verdict verdict = trial.of(keyRecords(child), keys);
    return verdict.isSigned()
        ? new Result(ds, Verdict.LEADS_IN, "its key signs the DNSKEY records")
        : new Result(
            ds,
            Verdict.NOT_SIGNING,
            "its key does not sign the DNSKEY records: " + words(verdict.shortfall()));
  }

  /** The words of a shortfall speak of all keys, of which there is one here. */
  private static String words(SignatureTrial.Shortfall shortfall) {
    return shortfall == SignatureTrial.Shortfall.BY_OTHERS
        ? "no signature is by it"
        : shortfall.words();
  }

  private static SignedRecords keyRecords(ChildZone child) {
    return child
        .records(RecordType.DNSKEY)
        .orElseThrow(() -> new AssertionError("a key of the zone is in its DNSKEY RRset"));
  }

  private static List<Dnskey> signersWithoutDs(
      Collection<Ds> records, ChildZone child, SignatureTrial trial) {
    List<Dnskey> unpointed =
        child.keys().stream()
            .filter(key -> key.isSep() && EntryPoints.isUsable(key))
            .filter(key -> DsMatch.noneIsOf(child.zone(), records, key))
            .toList();
    return child.records(RecordType.DNSKEY).stream()
        .flatMap(
            keys -> unpointed.isEmpty() ? Stream.<Dnskey>of() : signers(trial, keys, unpointed))
        .toList();
  }

  private static Stream<Dnskey> signers(
      SignatureTrial trial, SignedRecords keys, List<Dnskey> candidates) {
    return trial.of(keys, candidates).signers().stream();
  }
}
