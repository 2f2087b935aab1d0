package org.offlinesign.verify;

import static org.offlinesign.verify.DefectKeys.SPARE;
import static org.offlinesign.verify.DefectKeys.ZSK;
import static org.offlinesign.verify.DefectKeys.dnskey;
import static org.offlinesign.verify.DefectKeys.tag;

import java.time.Instant;

/** Zones with something wrong about one signature. */
final class SignatureDefects {
  private static final String A_RRSIG = "a.example. 3600 IN RRSIG A ";
  private static final long YEAR = 365L * 86_400;

  private SignatureDefects() {}

  private static ZoneText signed() {
    return DefectZones.SIGNED;
  }

  private static String line(ZoneText zone, String start) {
    return zone.lines().stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  private static String oldSignature(long inception, long expiration) {
    return line(DefectZones.SIGNER.from(inception, expiration).sign(ExampleZone.TEXT), A_RRSIG);
  }

  static DefectZone missing() {
    return DefectZone.of(signed().without(A_RRSIG));
  }

  static DefectZone invalid() {
    return DefectZone.of(signed().mapping(ExampleZone::flipSignature, A_RRSIG));
  }

  static DefectZone labels() {
    return DefectZone.of(signed().replacing("RRSIG A 8 2 ", "RRSIG A 8 1 ", A_RRSIG));
  }

  static DefectZone signer() {
    return DefectZone.of(
        signed().replacing(tag(ZSK) + "example. ", tag(ZSK) + "a.example. ", A_RRSIG));
  }

  static DefectZone ttl() {
    return DefectZone.of(signed().replacing(" 3600 IN ", " 600 IN ", A_RRSIG));
  }

  static DefectZone originalTtl(String rrsetTtl) {
    return DefectZone.of(
        signed()
            .replacing(" 3600 IN A ", " " + rrsetTtl + " IN A ", "a.example.")
            .replacing(" 3600 IN RRSIG A ", " " + rrsetTtl + " IN RRSIG A ", "a.example."));
  }

  static DefectZone times() {
    return DefectZone.of(
        signed()
            .mapping(
                line -> line.replaceFirst("(\\d{14}|\\d{10}) (\\d{14}|\\d{10})", "$2 $1"),
                A_RRSIG));
  }

  static DefectZone expired() {
    long start = DefectZone.INCEPTION;
    return DefectZone.of(signed().without(A_RRSIG).with(oldSignature(start, start + 86_400)));
  }

  static DefectZone notYetValid() {
    long start = DefectZone.AT.getEpochSecond() + YEAR;
    return DefectZone.of(signed().without(A_RRSIG).with(oldSignature(start, start + YEAR)));
  }

  static DefectZone stale() {
    long start = DefectZone.INCEPTION;
    return DefectZone.of(signed().with(oldSignature(start, start + 86_400)));
  }

  static DefectZone validityEnds() {
    Instant end = DefectZone.AT.plusSeconds(30 * 86_400);
    String signature = oldSignature(DefectZone.INCEPTION, end.getEpochSecond());
    return DefectZone.of(signed().without(A_RRSIG).with(signature)).until(end.plusSeconds(1));
  }

  static DefectZone keyUnknown() {
    ZoneText other = DefectZones.signer(SPARE).publishing(dnskey(ZSK)).sign(ExampleZone.TEXT);
    return DefectZone.of(signed().with(line(other, A_RRSIG)));
  }

  static DefectZone unexpected() {
    ZoneText everything = DefectZones.SIGNER.signingEverything().sign(ExampleZone.TEXT);
    return DefectZone.of(signed().with(line(everything, "ns.u.example. 3600 IN RRSIG AAAA ")));
  }

  static DefectZone withoutRrset() {
    ZoneText more = DefectZones.SIGNER.sign(ExampleZone.TEXT + "a.example. 3600 IN TXT gone\n");
    return DefectZone.of(signed().with(line(more, "a.example. 3600 IN RRSIG TXT ")));
  }

  static DefectZone ttlsDiffer() {
    String more = ExampleZone.TEXT + "a.example. 3600 IN A 192.0.2.99\n";
    return DefectZone.of(
        DefectZones.SIGNER.sign(more).replacing(" 3600 IN A ", " 60 IN A ", "192.0.2.99"));
  }

  static DefectZone unchecked() {
    String good = line(signed(), A_RRSIG);
    int at = good.lastIndexOf(' ') + 1;
    ZoneText zone = signed();
    for (char letter = 'A'; letter <= 'z'; letter++) {
      if (Character.isLetter(letter) && letter != good.charAt(at)) {
        zone = zone.with(good.substring(0, at) + letter + good.substring(at + 1));
      }
    }
    return DefectZone.of(zone).besides(FindingCode.RRSIG_INVALID);
  }
}
