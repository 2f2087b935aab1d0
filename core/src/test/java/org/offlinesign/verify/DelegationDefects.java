package org.offlinesign.verify;

import static org.offlinesign.verify.DefectKeys.KSK;
import static org.offlinesign.verify.DefectKeys.SPARE;
import static org.offlinesign.verify.DefectKeys.ZSK;
import static org.offlinesign.verify.DefectKeys.dnskey;
import static org.offlinesign.verify.DefectKeys.tag;

import java.time.Instant;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.rdata.Dnskey;

/** Zones with something wrong about a delegation, or about what they ask of their parent. */
final class DelegationDefects {
  private static final ExampleSigner WITH_SPARE =
      DefectZones.SIGNER.publishing(dnskey(ZSK), dnskey(SPARE));
  private static final String DS = "s.example. 3600 IN DS 1 8 2 ";

  private DelegationDefects() {}

  private static DefectZone signed(ZoneText zone) {
    return DefectZone.of(DefectZones.SIGNER.sign(zone.toString()));
  }

  private static ZoneText withDs(String owner, String... bitmap) {
    String ds = DS.replace("s.example.", owner) + "00".repeat(32);
    return ExampleZone.unsigned().replacing("RRSIG NSEC", "DS RRSIG NSEC", bitmap).with(ds);
  }

  static DefectZone atApex() {
    return signed(withDs("example.", "example. 900 IN NSEC a."));
  }

  static DefectZone withoutNs() {
    return signed(withDs("a.example.", "a.example. 900"));
  }

  static DefectZone digestUnsupported() {
    return signed(ExampleZone.unsigned().with("s.example. 3600 IN DS 1 8 200 00"));
  }

  static DefectZone algorithmUnsupported() {
    return signed(ExampleZone.unsigned().with(DS.replace(" 8 2", " 200 2") + "00".repeat(32)));
  }

  static DefectZone notReliedOn() {
    return signed(ExampleZone.unsigned().replacing("DS 1 8 2", "DS 1 5 2"));
  }

  static DefectZone sha1() {
    return signed(ExampleZone.unsigned().with("s.example. 3600 IN DS 1 8 1 " + "00".repeat(20)));
  }

  static DefectZone ttl() {
    return signed(ExampleZone.unsigned().replacing("3600 IN DS", "600 IN DS"));
  }

  private static String cds(Dnskey key) {
    return "example. 3600 IN CDS " + DsDigest.of(ZoneText.ZONE, key, DigestType.SHA256);
  }

  private static String cdnskey(Dnskey key) {
    return "example. 3600 IN CDNSKEY " + key;
  }

  private static String asking(String types, String... records) {
    ZoneText zone =
        ExampleZone.unsigned()
            .replacing("RRSIG NSEC DNSKEY", "RRSIG NSEC DNSKEY " + types, "example. 900");
    for (String record : records) {
      zone = zone.with(record);
    }
    return zone.toString();
  }

  static DefectZone cdsWithoutKey() {
    String text = asking("CDS", cds(dnskey(ZSK)), cds(dnskey(SPARE)));
    return DefectZone.of(DefectZones.SIGNER.sign(text));
  }

  static DefectZone cdsDisagreement() {
    String text =
        asking("CDS CDNSKEY", cds(dnskey(ZSK)), cdnskey(dnskey(ZSK)), cdnskey(dnskey(SPARE)));
    return DefectZone.of(WITH_SPARE.sign(text));
  }

  static DefectZone cdsBreaksDelegation() {
    return DefectZone.of(WITH_SPARE.sign(asking("CDS", cds(dnskey(SPARE)))));
  }

  static DefectZone cdsDeletion() {
    return DefectZone.of(
        DefectZones.SIGNER.sign(asking("CDS", "example. 3600 IN CDS 0 0 0 00", cds(dnskey(ZSK)))));
  }

  static DefectZone cdsSigner() {
    ZoneText zone = DefectZones.signer(ZSK, KSK).sign(asking("CDS", cds(dnskey(KSK))));
    return DefectZone.of(zone.without("RRSIG CDS ", tag(KSK)))
        .anchoredBy("example. IN DNSKEY " + dnskey(KSK) + "\n");
  }

  static DefectZone expireLong() {
    return DefectZone.of(DefectZones.SIGNED)
        .at(Instant.ofEpochSecond(DefectZone.EXPIRATION - 86_400));
  }

  static DefectZone ttlLong() {
    return DefectZone.of(DefectZones.SIGNED)
        .at(Instant.ofEpochSecond(DefectZone.EXPIRATION - 60))
        .besides(FindingCode.SOA_EXPIRE_LONG);
  }
}
