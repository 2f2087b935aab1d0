package org.offlinesign.verify;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.offlinesign.key.SigningKey;

/** Makes the zones with one defect each. */
final class DefectZones {
  static final ExampleSigner SIGNER = signer(DefectKeys.ZSK);

  /** A good zone with an NSEC chain. */
  static final ZoneText SIGNED = SIGNER.sign(ExampleZone.TEXT);

  private static final Map<FindingCode, Supplier<DefectZone>> MAKERS =
      new EnumMap<>(FindingCode.class);

  static {
    keys();
    keyForms();
    apex();
    delegations();
    signatures();
    anchors();
    nsec();
    nsec3();
  }

  private DefectZones() {}

  static ExampleSigner signer(SigningKey... keys) {
    return ExampleSigner.of(keys).from(DefectZone.INCEPTION, DefectZone.EXPIRATION);
  }

  /** Returns what makes the zone for each code. */
  static Map<FindingCode, Supplier<DefectZone>> makers() {
    return MAKERS;
  }

  private static void keys() {
    MAKERS.put(FindingCode.SOA_MISSING, KeyDefects::soaMissing);
    MAKERS.put(FindingCode.DNSKEY_MISSING, KeyDefects::missing);
    MAKERS.put(FindingCode.DNSKEY_NOT_AT_APEX, KeyDefects::notAtApex);
    MAKERS.put(FindingCode.DNSKEY_PROTOCOL, KeyDefects::protocol);
    MAKERS.put(FindingCode.DNSKEY_UNUSABLE, KeyDefects::unusable);
    MAKERS.put(FindingCode.DNSKEY_UNCHECKED, KeyDefects::unchecked);
    MAKERS.put(FindingCode.DNSKEY_TAG_COLLISION, KeyDefects::tagCollision);
    MAKERS.put(FindingCode.ALGORITHM_UNSUPPORTED, KeyDefects::unsupported);
    MAKERS.put(FindingCode.ALGORITHMS_ALL_UNSUPPORTED, KeyDefects::allUnsupported);
    MAKERS.put(FindingCode.ENTRY_POINT_UNUSED, KeyDefects::entryPointUnused);
    MAKERS.put(FindingCode.ALGORITHM_UNUSED, KeyDefects::algorithmUnused);
    MAKERS.put(FindingCode.RRSIG_KEY_REVOKED, KeyDefects::revokedKeySigns);
    MAKERS.put(FindingCode.RRSIG_KEY_NOT_ZONE, KeyDefects::noZoneKeySigns);
  }

  private static void keyForms() {
    MAKERS.put(FindingCode.DNSKEY_TAG_AFTER_REVOCATION, KeyDefects::tagAfterRevocation);
    MAKERS.put(FindingCode.DNSKEY_DUPLICATE, KeyDefects::duplicate);
    MAKERS.put(FindingCode.DNSKEY_NOT_ZONE_KEY, KeyDefects::notZoneKey);
    MAKERS.put(FindingCode.DNSKEY_FLAGS, KeyDefects::flags);
    MAKERS.put(FindingCode.DNSKEY_REVOCATION_UNSIGNED, KeyDefects::revocationUnsigned);
    MAKERS.put(FindingCode.DNSKEY_RSA_FORM, () -> KeyDefects.rsa("00010001", 2048));
    MAKERS.put(FindingCode.DNSKEY_RSA_EXPONENT, () -> KeyDefects.rsa("03", 2048));
    MAKERS.put(FindingCode.DNSKEY_RSA_WEAK, () -> KeyDefects.rsa("010001", 768));
    MAKERS.put(FindingCode.DNSKEY_RSA_SHORT, () -> KeyDefects.rsa("010001", 1024));
    MAKERS.put(FindingCode.ALGORITHM_NOT_RELIED_ON, () -> KeyDefects.signedBy(DefectKeys.RSASHA1));
    MAKERS.put(
        FindingCode.ALGORITHM_DEPRECATED,
        () -> KeyDefects.signedBy(DefectKeys.ZSK, DefectKeys.RSASHA1));
    MAKERS.put(
        FindingCode.ALGORITHM_NOT_RECOMMENDED, () -> KeyDefects.signedBy(DefectKeys.RSASHA512));
  }

  private static void apex() {
    MAKERS.put(FindingCode.OUT_OF_ZONE, ApexDefects::outOfZone);
    MAKERS.put(FindingCode.ZONEMD_MISMATCH, ApexDefects::zonemdMismatch);
    MAKERS.put(FindingCode.ZONEMD_SERIAL, ApexDefects::zonemdSerial);
    MAKERS.put(FindingCode.ZONEMD_DUPLICATE, ApexDefects::zonemdDuplicate);
    MAKERS.put(FindingCode.ZONEMD_UNSUPPORTED, ApexDefects::zonemdUnsupported);
    MAKERS.put(FindingCode.ZONEMD_NOT_AT_APEX, ApexDefects::zonemdNotAtApex);
    MAKERS.put(FindingCode.CDS_NOT_AT_APEX, ApexDefects::cdsNotAtApex);
  }

  private static void delegations() {
    MAKERS.put(FindingCode.DS_AT_APEX, DelegationDefects::atApex);
    MAKERS.put(FindingCode.DS_WITHOUT_NS, DelegationDefects::withoutNs);
    MAKERS.put(FindingCode.DS_DIGEST_UNSUPPORTED, DelegationDefects::digestUnsupported);
    MAKERS.put(FindingCode.DS_ALGORITHM_UNSUPPORTED, DelegationDefects::algorithmUnsupported);
    MAKERS.put(FindingCode.DS_NOT_RELIED_ON, DelegationDefects::notReliedOn);
    MAKERS.put(FindingCode.DS_SHA1, DelegationDefects::sha1);
    MAKERS.put(FindingCode.DS_TTL, DelegationDefects::ttl);
    MAKERS.put(FindingCode.CDS_WITHOUT_KEY, DelegationDefects::cdsWithoutKey);
    MAKERS.put(FindingCode.CDS_DISAGREEMENT, DelegationDefects::cdsDisagreement);
    MAKERS.put(FindingCode.CDS_BREAKS_DELEGATION, DelegationDefects::cdsBreaksDelegation);
    MAKERS.put(FindingCode.CDS_DELETION, DelegationDefects::cdsDeletion);
    MAKERS.put(FindingCode.CDS_SIGNER, DelegationDefects::cdsSigner);
    MAKERS.put(FindingCode.SOA_EXPIRE_LONG, DelegationDefects::expireLong);
    MAKERS.put(FindingCode.TTL_LONG, DelegationDefects::ttlLong);
  }

  private static void signatures() {
    MAKERS.put(FindingCode.RRSIG_MISSING, SignatureDefects::missing);
    MAKERS.put(FindingCode.RRSIG_INVALID, SignatureDefects::invalid);
    MAKERS.put(FindingCode.RRSIG_LABELS, SignatureDefects::labels);
    MAKERS.put(FindingCode.RRSIG_SIGNER, SignatureDefects::signer);
    MAKERS.put(FindingCode.RRSIG_TTL, SignatureDefects::ttl);
    MAKERS.put(FindingCode.RRSIG_ORIGINAL_TTL, () -> SignatureDefects.originalTtl("7200"));
    MAKERS.put(FindingCode.RRSIG_ORIGINAL_TTL_ABOVE, () -> SignatureDefects.originalTtl("60"));
    MAKERS.put(FindingCode.RRSIG_TIMES, SignatureDefects::times);
    MAKERS.put(FindingCode.RRSIG_EXPIRED, SignatureDefects::expired);
    MAKERS.put(FindingCode.RRSIG_NOT_YET_VALID, SignatureDefects::notYetValid);
    MAKERS.put(FindingCode.RRSIG_STALE, SignatureDefects::stale);
    MAKERS.put(FindingCode.VALIDITY_ENDS, SignatureDefects::validityEnds);
    MAKERS.put(FindingCode.RRSIG_KEY_UNKNOWN, SignatureDefects::keyUnknown);
    MAKERS.put(FindingCode.RRSIG_UNEXPECTED, SignatureDefects::unexpected);
    MAKERS.put(FindingCode.RRSIG_WITHOUT_RRSET, SignatureDefects::withoutRrset);
    MAKERS.put(FindingCode.RRSIG_UNCHECKED, SignatureDefects::unchecked);
    MAKERS.put(FindingCode.RRSET_TTLS_DIFFER, SignatureDefects::ttlsDiffer);
  }

  private static void anchors() {
    MAKERS.put(FindingCode.TRUST_ANCHOR_UNSUPPORTED, AnchorDefects::unsupported);
    MAKERS.put(FindingCode.TRUST_ANCHOR_UNMATCHED, AnchorDefects::unmatched);
    MAKERS.put(FindingCode.TRUST_ANCHOR_NOT_SIGNING, AnchorDefects::notSigning);
    MAKERS.put(FindingCode.TRUST_ANCHOR_ALGORITHM, AnchorDefects::algorithm);
    MAKERS.put(FindingCode.TRUST_ANCHOR_REVOKED, AnchorDefects::revoked);
    MAKERS.put(FindingCode.TRUST_ANCHOR_SHA1, AnchorDefects::sha1);
  }

  private static void nsec() {
    MAKERS.put(FindingCode.NSEC_MISSING, NsecDefects::missing);
    MAKERS.put(FindingCode.NSEC_UNEXPECTED, NsecDefects::unexpected);
    MAKERS.put(FindingCode.NSEC_NOT_SINGLE, NsecDefects::notSingle);
    MAKERS.put(FindingCode.NSEC_NEXT, NsecDefects::next);
    MAKERS.put(FindingCode.NSEC_BITMAP, NsecDefects::bitmap);
    MAKERS.put(FindingCode.NSEC_TTL, NsecDefects::ttl);
    MAKERS.put(FindingCode.BITMAP_NXNAME, NsecDefects::nxname);
  }

  private static void nsec3() {
    MAKERS.put(FindingCode.NSEC3PARAM_MISSING, Nsec3Defects::paramMissing);
    MAKERS.put(FindingCode.NSEC3PARAM_UNUSABLE, Nsec3Defects::paramUnusable);
    MAKERS.put(FindingCode.NSEC3PARAM_NOT_AT_APEX, Nsec3Defects::paramNotAtApex);
    MAKERS.put(FindingCode.NSEC3_CHAIN_MISSING, Nsec3Defects::chainMissing);
    MAKERS.put(FindingCode.NSEC3_MISSING, Nsec3Defects::missing);
    MAKERS.put(FindingCode.NSEC3_NOT_OPTED_OUT, Nsec3Defects::notOptedOut);
    MAKERS.put(FindingCode.NSEC3_UNEXPECTED, Nsec3Defects::unexpected);
    MAKERS.put(FindingCode.NSEC3_UNPUBLISHED, Nsec3Defects::unpublished);
    MAKERS.put(FindingCode.NSEC3_NOT_BELOW_APEX, Nsec3Defects::notBelowApex);
    MAKERS.put(FindingCode.NSEC3_OWNER, Nsec3Defects::owner);
    MAKERS.put(FindingCode.NSEC3_NOT_SINGLE, Nsec3Defects::notSingle);
    MAKERS.put(FindingCode.NSEC3_NEXT, Nsec3Defects::next);
    MAKERS.put(FindingCode.NSEC3_BITMAP, Nsec3Defects::bitmap);
    MAKERS.put(FindingCode.NSEC3_FLAGS, Nsec3Defects::flags);
    MAKERS.put(FindingCode.NSEC3_KEY_ALGORITHM, Nsec3Defects::keyAlgorithm);
    MAKERS.put(FindingCode.NSEC3_TTL, Nsec3Defects::ttl);
    MAKERS.put(FindingCode.NSEC3_BESIDE_NSEC, Nsec3Defects::besideNsec);
    MAKERS.put(FindingCode.NSEC3_OPT_OUT_MIXED, Nsec3Defects::optOutMixed);
    MAKERS.put(
        FindingCode.NSEC3_UNCHECKED,
        () ->
            Nsec3Defects.iterations(Nsec3PublicationReader.MAX_ITERATIONS + 1)
                .besides(FindingCode.NSEC3_ITERATIONS_EXCESSIVE));
    MAKERS.put(FindingCode.NSEC3_ITERATIONS, () -> Nsec3Defects.iterations(1));
    MAKERS.put(FindingCode.NSEC3_ITERATIONS_EXCESSIVE, () -> Nsec3Defects.iterations(101));
    MAKERS.put(FindingCode.NSEC3_SALT, Nsec3Defects::salt);
  }
}
