package org.offlinesign.sign;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.key.AlgorithmPolicy;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.record.Ttl;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.RrsetMaker;
import org.offlinesign.zone.ZonemdHash;

/** Gives the apex its new serial and its DNSKEY RRset. */
final class ApexEditor {
  /** Only the servers of the zone read the record, and they have the zone. */
  private static final Ttl PARAMETERS_TTL = Ttl.ofSeconds(0);

  private final SigningContext context;
  private final CryptoProviders providers;
  private final SigningRequest request;

  ApexEditor(SigningContext context, CryptoProviders providers) {
    this.context = context;
    this.providers = providers;
    this.request = context.request();
  }

  /**
   * Returns the new apex of an old one that has exactly one SOA record.
   *
   * @param old signatures of the input that may stay
   * @throws KeyPlanException if its DNSKEY RRset promises signatures that the keys would not make
   */
  SignedApex edit(OwnerNode apex, NodeRrset soaRrset, List<OldSignature> old)
      throws KeyPlanException {
    Soa before = soaRrset.view(0, Soa::from);
    Soa soa = before.withSerial(nextSerial(before));
    Ttl soaTtl = new Ttl(soaRrset.ttl());
    RrsetMaker maker = new RrsetMaker(RecordClass.of(soaRrset.recordClass()));
    NodeRrset newSoa = maker.of(RecordType.SOA, soaTtl, List.of(soa.toRdata()));
    OwnerNode edited = apex.with(newSoa.succeeding(soaRrset));
    // RFC 8976 §3.1: a digest of the zone as it was says nothing true of it any more.
    edited = edited.without(RecordType.ZONEMD);
    Set<ZonemdHash> hashes = request.apexChanges().zonemd();
    if (!hashes.isEmpty()) {
      edited = edited.with(DigestPass.placeholder(hashes, soa.serial(), maker, soaTtl));
    }

    NodeRrset present = apex.rrset(RecordType.DNSKEY);
    Set<Rdata> keys = keys(present);
    Ttl dnskeyTtl = dnskeyTtl(present, soaTtl);
    edited = edited.without(RecordType.DNSKEY);
    if (!keys.isEmpty()) {
      NodeRrset made = maker.of(RecordType.DNSKEY, dnskeyTtl, keys);
      edited = edited.with(present == null ? made : made.placedAs(present));
    }
    List<Dnskey> dnskeys = keys.stream().map(key -> RdataView.ofWhole(key, Dnskey::from)).toList();
    refuseTooMany(dnskeys);
    if (request.denial() instanceof Nsec3 nsec3) {
      refuseNsecOnly(dnskeys);
      edited = edited.with(parameters(nsec3, maker));
    }
    ApexSigners signers = ApexSigners.of(context, providers, new ApexSigners.Apex(dnskeys, old));
    checkCoverage(dnskeys, signers.keys(edited, RecordType.DNSKEY));
    edited = new ChildSignalEditor(context, maker, signers).edit(edited, dnskeys, dnskeyTtl);
    new AwayKeyCheck(context, signers).look(edited);
    new ChildSignalCheck(context, edited).look(dnskeys, signers.keys(edited, RecordType.DNSKEY));
    return new SignedApex(
        edited, signers.picked(edited), soa, soaTtl, before.serial(), dnskeys, dnskeyTtl);
  }

  private void refuseTooMany(List<Dnskey> published) throws KeyPlanException {
    if (published.size() > Dnskey.MAX_OF_ZONE) {
      throw new KeyPlanException(
          context.zone()
              + " would have "
              + published.size()
              + " DNSKEY records, and name servers and validators take no more than "
              + Dnskey.MAX_OF_ZONE,
          "publish fewer: `offlinesign deletekey`, or `offlinesign settime KEY --delete now`, for"
              + " those that have done their work; DNSKEY records of the zone file go with --dnskey"
              + " replace");
    }
  }

  /** RFC 5155 §2: validators that know no NSEC3 know RSASHA1 and older algorithms. */
  private void refuseNsecOnly(List<Dnskey> published) throws KeyPlanException {
    for (Dnskey key : published) {
      if (AlgorithmPolicy.isOlderThanNsec3(key.algorithm())) {
        throw new KeyPlanException(
            "the zone's DNSKEY "
                + key.keyTag()
                + " has algorithm "
                + key.algorithm()
                + ", with which no zone may use NSEC3 (RFC 5155 section 2)",
            "sign with --nsec (/DenialOfExistence NSEC), or roll over to a key of `offlinesign"
                + " genkey --alg rsasha256`");
      }
    }
  }

  private static NodeRrset parameters(Nsec3 nsec3, RrsetMaker maker) {
    return maker.of(
        RecordType.NSEC3PARAM, PARAMETERS_TTL, List.of(nsec3.parameterRecord().toRdata()));
  }

  private void checkCoverage(List<Dnskey> published, List<ZoneKey> signers)
      throws KeyPlanException {
    KeyCoverage coverage = new KeyCoverage(context.plan(), published);
    coverage.check();
    new KeyWarnings(context).ofRrset(published, coverage.unknown(), signers);
  }

  private Ttl dnskeyTtl(@Nullable NodeRrset present, Ttl soaTtl) {
    Ttl asked = request.ttlLimits().dnskey();
    if (asked != null) {
      return asked;
    }
    return present == null ? soaTtl : new Ttl(present.ttl());
  }

  private Serial nextSerial(Soa soa) {
    SerialPolicy policy = request.serialPolicy();
    Serial last = last(soa.serial());
    if (policy == SerialPolicy.KEEP) {
      warnUnlessAdvance(soa.serial());
    } else if (policy.isOvertaken(last, context.now())) {
      context
          .warnings()
          .add(
              Code.SERIAL_AHEAD,
              "the serial "
                  + last
                  + " is ahead of what --soaserial "
                  + policy.name().toLowerCase(Locale.ROOT)
                  + " would make it, and serials must not go back (RFC 1982): it is incremented"
                  + " instead");
    }
    return policy == SerialPolicy.KEEP ? soa.serial() : policy.next(last, context.now());
  }

  /** The input may be the same for each signing, but secondaries fetch only what comes after. */
  private Serial last(Serial input) {
    Serial served = request.servedSerial();
    return served != null && served.isAfter(input) ? served : input;
  }

  private void warnUnlessAdvance(Serial kept) {
    Serial served = request.servedSerial();
    if (served != null && !kept.isAfter(served)) {
      context
          .warnings()
          .add(
              Code.SERIAL_STANDS,
              request.content() == ZoneContent.INCLUDED
                  ? "the serial of the zone file, "
                      + kept
                      + ", does not come after "
                      + served
                      + ", which was signed last: raise it and sign again, or secondaries do not"
                      + " fetch what is new, and serve signatures until they expire"
                  : "the serial "
                      + kept
                      + ", which --soaserial keep leaves as it is, does not come after "
                      + served
                      + ", which name servers have: secondaries do not fetch the zone until it"
                      + " does; --soaserial increment sees to that");
    }
  }

  private Set<Rdata> keys(@Nullable NodeRrset present) {
    Set<Rdata> keys = new LinkedHashSet<>();
    if (present != null && request.dnskeyTreatment() != RecordTreatment.REPLACE) {
      for (int record = 0; record < present.size(); record++) {
        keys.add(present.rdata(record));
      }
    }
    if (request.dnskeyTreatment() != RecordTreatment.NOCHANGE) {
      for (PlannedKey key : context.plan().keys()) {
        Rdata record = key.dnskey().toRdata();
        if (key.isPublished()) {
          keys.add(record);
        } else {
          keys.remove(record);
        }
      }
    }
    return keys;
  }
}
