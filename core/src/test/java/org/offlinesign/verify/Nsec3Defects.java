package org.offlinesign.verify;

import static org.offlinesign.verify.DefectKeys.RSASHA1;
import static org.offlinesign.verify.DefectKeys.ZSK;

import java.util.ArrayList;
import java.util.List;

/** Zones with something wrong about their NSEC3 chain. */
final class Nsec3Defects {
  private static final Nsec3Text CHAIN = Nsec3Text.of(Nsec3Text.PLAIN);
  private static final Nsec3Text SALTED = Nsec3Text.of(Nsec3Text.parameters(0, "AB"));

  private Nsec3Defects() {}

  private static DefectZone signed(ZoneText zone) {
    return DefectZone.of(DefectZones.SIGNER.sign(zone.toString()));
  }

  static DefectZone paramMissing() {
    ZoneText zone = CHAIN.with("example.", "NS SOA RRSIG DNSKEY").zone();
    return signed(zone.without(" IN NSEC3PARAM "));
  }

  static DefectZone paramUnusable() {
    return signed(CHAIN.zone().with("example. 0 IN NSEC3PARAM 1 1 0 -"));
  }

  static DefectZone paramNotAtApex() {
    Nsec3Text chain = CHAIN.with("a.example.", "A RRSIG NSEC3PARAM");
    return signed(chain.zone().with("a.example. 0 IN NSEC3PARAM 1 0 0 -"));
  }

  static DefectZone chainMissing() {
    return signed(CHAIN.zone().with(SALTED.paramLine())).besides(FindingCode.NSEC3_SALT);
  }

  static DefectZone missing() {
    return signed(CHAIN.without("a.example.").zone());
  }

  static DefectZone notOptedOut() {
    return signed(CHAIN.without("u.example.").zone());
  }

  static DefectZone unexpected() {
    return signed(CHAIN.with("nobody.example.", "A RRSIG").zone());
  }

  static DefectZone unpublished() {
    return signed(CHAIN.zone().with(SALTED.chain().get(0)));
  }

  static DefectZone notBelowApex() {
    String link = CHAIN.chain().get(0).replace(".example. 900 ", ".a.example. 900 ");
    return signed(CHAIN.zone().with(link));
  }

  static DefectZone owner() {
    String link = CHAIN.chain().get(0);
    return signed(CHAIN.zone().with("nohash" + link.substring(link.indexOf('.'))));
  }

  static DefectZone notSingle() {
    return signed(CHAIN.zone().with(CHAIN.chain().get(0) + " TXT"))
        .besides(FindingCode.NSEC3_BITMAP);
  }

  static DefectZone next() {
    List<String> chain = CHAIN.chain();
    String next = chain.get(0).split(" ", -1)[8];
    String other = chain.get(3).split(" ", -1)[8];
    return signed(CHAIN.zone().replacing(next, other, " NSEC3 1 0 0 - " + next));
  }

  static DefectZone bitmap() {
    return signed(CHAIN.with("a.example.", "A TXT RRSIG").zone());
  }

  static DefectZone flags() {
    return signed(CHAIN.replacing(" NSEC3 1 0 ", " NSEC3 1 2 ", "a.example."));
  }

  static DefectZone keyAlgorithm() {
    return DefectZone.of(DefectZones.signer(ZSK, RSASHA1).sign(CHAIN.zone().toString()))
        .besides(FindingCode.ALGORITHM_DEPRECATED);
  }

  static DefectZone ttl() {
    return signed(CHAIN.replacing(" 900 IN ", " 800 IN ", "a.example."));
  }

  static DefectZone besideNsec() {
    List<String> lines = new ArrayList<>();
    Nsec3Text chain = CHAIN;
    for (String name : List.of("a.example.", "d.example.", "ns.example.", "*.w.example.")) {
      chain = chain.with(name, CHAIN.types().get(name) + " NSEC");
    }
    chain =
        chain
            .with("example.", "NS SOA RRSIG NSEC DNSKEY NSEC3PARAM")
            .with("s.example.", "NS DS RRSIG NSEC")
            .with("u.example.", "NS RRSIG NSEC");
    lines.addAll(chain.zone().lines());
    ExampleZone.unsigned()
        .replacing("RRSIG NSEC DNSKEY", "RRSIG NSEC DNSKEY NSEC3PARAM", "example. 900")
        .lines()
        .stream()
        .filter(line -> line.contains(" IN NSEC "))
        .forEach(lines::add);
    return signed(new ZoneText(lines));
  }

  static DefectZone optOutMixed() {
    return signed(CHAIN.replacing(" NSEC3 1 0 ", " NSEC3 1 1 ", "a.example."));
  }

  static DefectZone iterations(int iterations) {
    return signed(Nsec3Text.of(Nsec3Text.parameters(iterations, "-")).zone());
  }

  static DefectZone salt() {
    return signed(SALTED.zone());
  }
}
