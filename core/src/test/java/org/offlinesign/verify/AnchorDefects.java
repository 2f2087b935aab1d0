package org.offlinesign.verify;

import static org.offlinesign.verify.DefectKeys.ED25519;
import static org.offlinesign.verify.DefectKeys.SPARE;
import static org.offlinesign.verify.DefectKeys.ZSK;
import static org.offlinesign.verify.DefectKeys.dnskey;

import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.RecordType;

/** Zones that a trust anchor does not lead into as it should. */
final class AnchorDefects {
  private static final ZoneText SIGNED = DefectZones.SIGNED;

  private AnchorDefects() {}

  private static String line(Dnskey key) {
    return "example. IN DNSKEY " + key + "\n";
  }

  private static String line(Ds ds) {
    return "example. IN DS " + RdataSchema.of(RecordType.DS).toText(ds.toRdata()) + "\n";
  }

  private static String line(Dnskey key, DigestType digest) {
    return line(DsDigest.of(ZoneText.ZONE, key, digest));
  }

  static DefectZone unsupported() {
    return DefectZone.of(SIGNED).anchoredBy(line(new Ds(1, 8, 200, new byte[32])));
  }

  static DefectZone unmatched() {
    return DefectZone.of(SIGNED).anchoredBy(line(dnskey(SPARE), DigestType.SHA256));
  }

  static DefectZone notSigning() {
    ZoneText zone =
        DefectZones.SIGNER.publishing(dnskey(ZSK), dnskey(SPARE)).sign(ExampleZone.TEXT);
    return DefectZone.of(zone).anchoredBy(line(dnskey(SPARE)));
  }

  static DefectZone algorithm() {
    return DefectZone.of(SIGNED)
        .anchoredBy(
            line(dnskey(ZSK), DigestType.SHA256) + line(dnskey(ED25519), DigestType.SHA256));
  }

  static DefectZone revoked() {
    ExampleSigner signer =
        DefectZones.signer(ZSK, ExampleZone.withFlags(SPARE, Dnskey.ZONE_KEY | Dnskey.REVOKE));
    ZoneText zone = signer.sign(ExampleZone.TEXT);
    String tag = " " + dnskey(ZSK).keyTag() + " ";
    ZoneText signedByOne =
        zone.mapping(
            line -> line.contains(tag) || line.contains(" DNSKEY ") ? line : null, " IN RRSIG ");
    return DefectZone.of(signedByOne).anchoredBy(line(dnskey(ZSK)) + line(dnskey(SPARE)));
  }

  static DefectZone sha1() {
    return DefectZone.of(SIGNED).anchoredBy(line(dnskey(ZSK), DigestType.SHA1));
  }
}
