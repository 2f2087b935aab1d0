package org.offlinesign.delegation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.offlinesign.key.DigestType;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordType;

/** Which keys of a child some DS records lead to, and whether they lead into its zone. */
final class WayIn {
  private final ChildZone child;
  private final SignatureTrial trial;

  WayIn(ChildZone child, SignatureTrial trial) {
    this.child = child;
    this.trial = trial;
  }

  /** Returns the keys to which one of some records points. */
  List<Dnskey> keysAmong(Collection<Ds> records) {
    return child.keys().stream()
        .filter(EntryPoints::isUsable)
        .filter(key -> records.stream().anyMatch(ds -> match(ds, key) == DsMatch.YES))
        .toList();
  }

  /** Returns the keys to which some records point, and none of them wrongly. */
  List<Dnskey> keysOf(Collection<Ds> records) {
    return keysAmong(records).stream()
        .filter(key -> records.stream().noneMatch(ds -> isWrong(ds, key)))
        .toList();
  }

  private boolean isWrong(Ds ds, Dnskey key) {
    return ds.keyTag() == key.keyTag()
        && ds.algorithm() == key.algorithm()
        && DigestType.of(ds.digestType()).isPresent()
        && match(ds, key) == DsMatch.NO;
  }

  private DsMatch match(Ds ds, Dnskey key) {
    return DsMatch.of(child.zone(), ds, key);
  }

  /** Returns the algorithms by which some records lead to a key that signs the DNSKEY RRset. */
  Set<Integer> algorithms(Collection<Ds> records) {
    Set<Integer> algorithms = new HashSet<>();
    SignedRecords keys = child.records(RecordType.DNSKEY).orElse(null);
    if (keys != null) {
      trial
          .of(keys, keysOf(records))
          .signers()
          .forEach(signer -> algorithms.add(signer.algorithm()));
    }
    return algorithms;
  }
}
