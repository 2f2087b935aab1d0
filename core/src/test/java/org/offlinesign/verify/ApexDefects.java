package org.offlinesign.verify;

/** Zones with something wrong about records that belong to the apex, or to the zone at all. */
final class ApexDefects {
  private static final String ZEROS = "00".repeat(48);

  private ApexDefects() {}

  private static DefectZone signed(ZoneText zone) {
    return DefectZone.of(DefectZones.SIGNER.sign(zone.toString()));
  }

  private static DefectZone atApex(String type, String... records) {
    ZoneText zone =
        ExampleZone.unsigned()
            .replacing("RRSIG NSEC DNSKEY", "RRSIG NSEC DNSKEY " + type, "example. 900");
    for (String record : records) {
      zone = zone.with("example. 3600 IN " + type + " " + record);
    }
    return signed(zone);
  }

  private static DefectZone elsewhere(String type, String record) {
    return signed(
        ExampleZone.unsigned()
            .replacing("A RRSIG NSEC", "A RRSIG NSEC " + type, "a.example. 900")
            .with("a.example. 3600 IN " + type + " " + record));
  }

  static DefectZone outOfZone() {
    return signed(ExampleZone.unsigned().with("ns.elsewhere.test. 3600 IN A 192.0.2.99"));
  }

  static DefectZone zonemdMismatch() {
    return atApex("ZONEMD", "1 1 1 " + ZEROS);
  }

  static DefectZone zonemdSerial() {
    return atApex("ZONEMD", "2 1 1 " + ZEROS);
  }

  static DefectZone zonemdDuplicate() {
    return atApex("ZONEMD", "1 1 1 " + ZEROS, "1 1 1 " + "11".repeat(48));
  }

  static DefectZone zonemdUnsupported() {
    return atApex("ZONEMD", "1 240 1 " + ZEROS);
  }

  static DefectZone zonemdNotAtApex() {
    return elsewhere("ZONEMD", "1 1 1 " + ZEROS);
  }

  static DefectZone cdsNotAtApex() {
    return elsewhere("CDS", "1 8 2 " + "00".repeat(32));
  }
}
