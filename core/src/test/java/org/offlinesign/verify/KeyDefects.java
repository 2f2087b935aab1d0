package org.offlinesign.verify;

import static org.offlinesign.verify.DefectKeys.KSK;
import static org.offlinesign.verify.DefectKeys.RSASHA512;
import static org.offlinesign.verify.DefectKeys.SPARE;
import static org.offlinesign.verify.DefectKeys.ZSK;
import static org.offlinesign.verify.DefectKeys.dnskey;
import static org.offlinesign.verify.DefectKeys.tag;

import org.offlinesign.rdata.Dnskey;

/** Zones with something wrong about their apex and their keys. */
final class KeyDefects {
  private static final Dnskey UNKNOWN = new Dnskey(Dnskey.ZONE_KEY, 3, 200, new byte[64]);

  private KeyDefects() {}

  static DefectZone soaMissing() {
    ZoneText zone = ExampleZone.unsigned().without(" IN SOA ");
    return signed(zone.replacing("NS SOA", "NS", "example. 900 IN NSEC a."));
  }

  private static DefectZone signed(ZoneText zone) {
    return DefectZone.of(DefectZones.SIGNER.sign(zone.toString()));
  }

  private static DefectZone publishing(Dnskey other) {
    return DefectZone.of(DefectZones.SIGNER.publishing(dnskey(ZSK), other).sign(ExampleZone.TEXT));
  }

  static DefectZone missing() {
    return DefectZone.of(ExampleZone.unsigned());
  }

  static DefectZone notAtApex() {
    return signed(
        ExampleZone.unsigned()
            .replacing("A RRSIG NSEC", "A RRSIG NSEC DNSKEY", "a.example. 900")
            .with("a.example. 3600 IN DNSKEY " + dnskey(SPARE)));
  }

  static DefectZone protocol() {
    Dnskey good = dnskey(RSASHA512);
    return publishing(new Dnskey(good.flags(), 2, good.algorithm(), good.publicKey()));
  }

  static DefectZone unusable() {
    return publishing(new Dnskey(Dnskey.ZONE_KEY, 3, 8, new byte[] {1}));
  }

  static DefectZone tagCollision() {
    // The tag is a sum of pairs of octets: it stays when two pairs change places.
    byte[] octets = dnskey(ZSK).publicKey();
    byte octet = octets[20];
    octets[20] = octets[22];
    octets[22] = octet;
    return publishing(new Dnskey(Dnskey.ZONE_KEY, 3, 8, octets));
  }

  static DefectZone unsupported() {
    return publishing(UNKNOWN);
  }

  static DefectZone allUnsupported() {
    ZoneText zone =
        DefectZones.SIGNED
            .without("DNSKEY 256 ")
            .with("example. 3600 IN DNSKEY " + UNKNOWN)
            .mapping(
                line ->
                    line.replace(tag(ZSK), " " + UNKNOWN.keyTag() + " ")
                        .replaceAll(" 8 (\\d 3600|\\d 900) ", " 200 $1 "),
                "RRSIG");
    return DefectZone.of(zone).besides(FindingCode.ALGORITHM_UNSUPPORTED);
  }

  static DefectZone entryPointUnused() {
    return publishing(dnskey(KSK));
  }

  static DefectZone algorithmUnused() {
    return publishing(dnskey(RSASHA512));
  }

  static DefectZone revokedKeySigns() {
    ExampleSigner signer =
        DefectZones.signer(ZSK, ExampleZone.withFlags(RSASHA512, Dnskey.ZONE_KEY | Dnskey.REVOKE));
    ZoneText zone = signer.sign(ExampleZone.TEXT);
    return DefectZone.of(zone.mapping(line -> isKept(line) ? line : null, " IN RRSIG ", " 10 "));
  }

  private static boolean isKept(String line) {
    return line.startsWith("a.example. 3600 IN RRSIG A ") || line.contains(" RRSIG DNSKEY ");
  }

  static DefectZone noZoneKeySigns() {
    Dnskey good = dnskey(RSASHA512);
    Dnskey noZoneKey = new Dnskey(0, 3, good.algorithm(), good.publicKey());
    ZoneText zone =
        DefectZones.signer(ZSK, RSASHA512)
            .publishing(dnskey(ZSK), noZoneKey)
            .sign(ExampleZone.TEXT)
            .replacing(tag(RSASHA512), " " + noZoneKey.keyTag() + " ", " 10 ");
    return DefectZone.of(
        zone.mapping(
            line -> line.startsWith("a.example. 3600 ") ? line : null, " IN RRSIG ", " 10 "));
  }
}
