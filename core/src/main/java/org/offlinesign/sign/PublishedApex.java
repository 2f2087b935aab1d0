package org.offlinesign.sign;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.RrsetMaker;

/**
 * An apex into which keys were put.
 *
 * @param node the apex with its new SOA and DNSKEY RRsets; the old signatures of both are still
 *     there
 * @param signed whether the zone is signed, so that both must be signed again
 * @param added the keys that were not there before
 */
record PublishedApex(
    OwnerNode node,
    boolean signed,
    List<Dnskey> added,
    List<Dnskey> dnskeys,
    Ttl dnskeyTtl,
    Serial serialBefore,
    Serial serialAfter) {

  /** Puts keys into an apex that has one SOA record, if the zone holds together afterwards. */
  static PublishedApex of(OwnerNode apex, List<Dnskey> keys, SigningContext context)
      throws KeyPlanException {
    NodeRrset soaRrset = required(apex.rrset(RecordType.SOA));
    Soa soa = soaRrset.view(0, Soa::from);
    Soa newSoa = soa.withSerial(context.request().serialPolicy().next(soa.serial(), context.now()));
    NodeRrset present = apex.rrset(RecordType.DNSKEY);
    Set<Dnskey> dnskeys = new LinkedHashSet<>(NodeRrset.views(present, Dnskey::from));
    List<Dnskey> added = keys.stream().distinct().filter(key -> !dnskeys.contains(key)).toList();
    dnskeys.addAll(added);
    Ttl soaTtl = new Ttl(soaRrset.ttl());
    Ttl dnskeyTtl = present == null ? soaTtl : new Ttl(present.ttl());

    RrsetMaker maker = new RrsetMaker(RecordClass.of(soaRrset.recordClass()));
    NodeRrset soaAfter =
        maker.of(RecordType.SOA, soaTtl, List.of(newSoa.toRdata())).succeeding(soaRrset);
    List<Rdata> rdata = dnskeys.stream().map(Dnskey::toRdata).toList();
    PublishedApex edited =
        new PublishedApex(
            apex.with(soaAfter)
                .with(maker.of(RecordType.DNSKEY, dnskeyTtl, rdata))
                .withCommentsOf(present),
            apex.has(RecordType.RRSIG),
            added,
            List.copyOf(dnskeys),
            dnskeyTtl,
            soa.serial(),
            newSoa.serial());
    edited.check(apex, context.plan());
    return edited;
  }

  private void check(OwnerNode before, KeyPlan plan) throws KeyPlanException {
    boolean signs = plan.keys().stream().anyMatch(key -> key.signingKey() != null);
    if (!signed && signs) {
      throw new KeyPlanException(
          "the zone is not signed, so there is nothing to sign again",
          "leave --signkey out, or sign the whole zone with `offlinesign signzone --addkey`");
    }
    if (before.has(RecordType.ZONEMD)) {
      throw new KeyPlanException(
          "the zone has a ZONEMD record, which a new key would belie (RFC 8976)",
          "sign the whole zone with `offlinesign signzone --addkey`, or take the record out"
              + " first");
    }
    if (!signed) {
      return;
    }
    if (!signs) {
      throw new KeyPlanException(
          "the zone is signed, so its DNSKEY and SOA records must be signed again",
          "name the keys that sign them with --signkey (/SignKey)");
    }
    refuseNewAlgorithm(before);
    new KeyCoverage(plan, dnskeys).check();
    refuseLostSigner(before, plan);
  }

  /** RFC 4035 §2.2: an algorithm of the DNSKEY RRset signs every RRset of the zone. */
  private void refuseNewAlgorithm(OwnerNode before) throws KeyPlanException {
    Set<Integer> known =
        NodeRrset.views(before.rrset(RecordType.DNSKEY), Dnskey::from).stream()
            .map(Dnskey::algorithm)
            .collect(Collectors.toSet());
    for (Dnskey key : added) {
      if (!known.contains(key.algorithm())) {
        throw new KeyPlanException(
            "the key "
                + key.keyTag()
                + " has algorithm "
                + key.algorithm()
                + ", with which nothing in the zone is signed (RFC 4035 section 2.2)",
            "sign the whole zone with `offlinesign signzone`");
      }
    }
  }

  /** The parent's DS may point to any key that signed the DNSKEY RRset. */
  private static void refuseLostSigner(OwnerNode before, KeyPlan plan) throws KeyPlanException {
    int dnskey = RecordType.DNSKEY.code();
    Set<Integer> lost = new TreeSet<>(tagsOfDnskeySigners(before));
    plan.signersAtApex(dnskey).forEach(signer -> lost.remove(signer.key().keyTag()));
    if (!lost.isEmpty()) {
      throw new KeyPlanException(
          "the DNSKEY records are also signed by the key "
              + lost.stream().map(String::valueOf).collect(Collectors.joining(" and "))
              + ", and the parent's DS record may point to it",
          "name it with --signkey (/SignKey)");
    }
  }

  private static List<Integer> tagsOfDnskeySigners(OwnerNode apex) {
    return NodeRrset.views(apex.rrset(RecordType.RRSIG), Rrsig::from).stream()
        .filter(rrsig -> rrsig.typeCovered().equals(RecordType.DNSKEY))
        .map(Rrsig::keyTag)
        .toList();
  }

  /** Says whether the records of a type changed, so that their signatures are made anew. */
  static boolean isChanged(RecordType type) {
    return type.equals(RecordType.SOA) || type.equals(RecordType.DNSKEY);
  }

  private static NodeRrset required(@Nullable NodeRrset rrset) {
    if (rrset == null) {
      throw new IllegalArgumentException("an apex without an SOA record");
    }
    return rrset;
  }
}
