package org.offlinesign.verify;

/** Zones with something wrong about their NSEC chain. */
final class NsecDefects {
  private NsecDefects() {}

  private static DefectZone signed(ZoneText zone) {
    return DefectZone.of(DefectZones.SIGNER.sign(zone.toString()));
  }

  private static ZoneText zone() {
    return ExampleZone.unsigned();
  }

  static DefectZone missing() {
    return signed(zone().without("ns.example. 900 IN NSEC"));
  }

  static DefectZone unexpected() {
    return signed(zone().with("ns.u.example. 900 IN NSEC *.w.example. AAAA RRSIG NSEC"));
  }

  static DefectZone notSingle() {
    return signed(zone().with("a.example. 900 IN NSEC ns.example. A RRSIG NSEC"))
        .besides(FindingCode.NSEC_NEXT);
  }

  static DefectZone next() {
    return signed(zone().replacing("NSEC d.example.", "NSEC ns.example."));
  }

  static DefectZone bitmap() {
    return signed(zone().replacing("A RRSIG", "A TXT RRSIG", "a.example. 900"));
  }

  static DefectZone nxname() {
    return signed(zone().replacing("A RRSIG NSEC", "A RRSIG NSEC TYPE128", "a.example. 900"));
  }

  static DefectZone ttl() {
    return signed(zone().replacing(" 900 IN NSEC", " 800 IN NSEC", "a.example."));
  }
}
