package org.offlinesign.verify;

import static org.offlinesign.verify.DefectKeys.ED25519;
import static org.offlinesign.verify.DefectKeys.KSK;
import static org.offlinesign.verify.DefectKeys.SPARE;
import static org.offlinesign.verify.DefectKeys.ZSK;
import static org.offlinesign.verify.DefectKeys.dnskey;
import static org.offlinesign.verify.DefectKeys.tag;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.wire.WireWriter;

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
    Dnskey good = dnskey(ED25519);
    return publishing(new Dnskey(good.flags(), 2, good.algorithm(), good.publicKey()));
  }

  static DefectZone unusable() {
    return publishing(new Dnskey(Dnskey.ZONE_KEY, 3, 8, new byte[] {1}));
  }

  static DefectZone unchecked() {
    Dnskey[] keys = new Dnskey[Dnskey.MAX_OF_ZONE + 1];
    keys[0] = dnskey(ZSK);
    for (int i = 1; i < keys.length; i++) {
      keys[i] = new Dnskey(Dnskey.ZONE_KEY, 3, 200, new byte[] {0, (byte) i});
    }
    return DefectZone.of(DefectZones.SIGNER.publishing(keys).sign(ExampleZone.TEXT))
        .besides(FindingCode.ALGORITHM_UNSUPPORTED);
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
    return publishing(dnskey(ED25519));
  }

  static DefectZone revokedKeySigns() {
    ExampleSigner signer =
        DefectZones.signer(ZSK, ExampleZone.withFlags(ED25519, Dnskey.ZONE_KEY | Dnskey.REVOKE));
    ZoneText zone = signer.sign(ExampleZone.TEXT);
    return DefectZone.of(zone.mapping(line -> isKept(line) ? line : null, " IN RRSIG ", " 15 "));
  }

  private static boolean isKept(String line) {
    return line.startsWith("a.example. 3600 IN RRSIG A ") || line.contains(" RRSIG DNSKEY ");
  }

  static DefectZone noZoneKeySigns() {
    Dnskey good = dnskey(ED25519);
    Dnskey noZoneKey = new Dnskey(0, 3, good.algorithm(), good.publicKey());
    ZoneText zone =
        DefectZones.signer(ZSK, ED25519)
            .publishing(dnskey(ZSK), noZoneKey)
            .sign(ExampleZone.TEXT)
            .replacing(tag(ED25519), " " + noZoneKey.keyTag() + " ", " 15 ");
    return DefectZone.of(
            zone.mapping(
                line -> line.startsWith("a.example. 3600 ") ? line : null, " IN RRSIG ", " 15 "))
        .besides(FindingCode.DNSKEY_NOT_ZONE_KEY);
  }

  private static Dnskey withFlags(Dnskey key, int flags) {
    return new Dnskey(flags, key.protocol(), key.algorithm(), key.publicKey());
  }

  static DefectZone notZoneKey() {
    return publishing(withFlags(dnskey(SPARE), 0));
  }

  static DefectZone flags() {
    return publishing(withFlags(dnskey(SPARE), Dnskey.ZONE_KEY | 2));
  }

  static DefectZone revocationUnsigned() {
    return publishing(withFlags(dnskey(SPARE), Dnskey.ZONE_KEY | Dnskey.REVOKE));
  }

  static DefectZone duplicate() {
    return DefectZone.of(
        DefectZones.signer(ZSK, KSK)
            .publishing(
                dnskey(ZSK),
                dnskey(KSK),
                dnskey(SPARE),
                withFlags(dnskey(SPARE), Dnskey.ZONE_KEY | Dnskey.SEP))
            .sign(ExampleZone.TEXT));
  }

  /** A revocation adds the flag's value to the tag, which another key has already. */
  static DefectZone tagAfterRevocation() {
    Dnskey first = withFlags(dnskey(SPARE), Dnskey.ZONE_KEY | Dnskey.SEP);
    byte[] octets = first.publicKey();
    for (int at = 20; ; at++) {
      byte octet = octets[at];
      for (int value = 0; value < 256; value++) {
        octets[at] = (byte) value;
        Dnskey other = new Dnskey(first.flags(), 3, 8, octets);
        if (first.revokedKeyTag() == other.keyTag()) {
          return DefectZone.of(
              DefectZones.signer(ZSK, KSK)
                  .publishing(dnskey(ZSK), dnskey(KSK), first, other)
                  .sign(ExampleZone.TEXT));
        }
      }
      octets[at] = octet;
    }
  }

  /** Publishes a key of RSA beside the one that signs. */
  static DefectZone rsa(String exponent, int modulusBits) {
    byte[] exponentOctets = HexFormat.of().parseHex(exponent);
    byte[] modulus = BigInteger.TWO.pow(modulusBits).subtract(BigInteger.ONE).toByteArray();
    WireWriter key = new WireWriter(300).u8(exponentOctets.length).bytes(exponentOctets);
    key.bytes(Arrays.copyOfRange(modulus, 1, modulus.length));
    return publishing(new Dnskey(Dnskey.ZONE_KEY, 3, 8, key.toByteArray()));
  }

  static DefectZone signedBy(SigningKey... keys) {
    return DefectZone.of(DefectZones.signer(keys).sign(ExampleZone.TEXT));
  }
}
