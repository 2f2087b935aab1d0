package org.offlinesign.selftest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.offlinesign.denial.Nsec3Hasher;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.BindKeyFile;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Nsec3Salt;
import org.offlinesign.wire.Base32Hex;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;

/** Checks what is computed of keys and names without a signature. */
final class NumberChecks {
  List<CheckResult> all() {
    ZoneKey key = key();
    return List.of(
        compare(
            "key tag",
            "RFC 4034 section 5.4",
            Integer.toString(RfcExamples.DIGESTED_KEY_TAG),
            Integer.toString(key.keyTag())),
        compare(
            "DS by SHA-1",
            "RFC 4034 section 5.4",
            RfcExamples.SHA1_DIGEST,
            ds(key, DigestType.SHA1)),
        compare(
            "DS by SHA-256",
            "RFC 4509 section 2.3",
            RfcExamples.SHA256_DIGEST,
            ds(key, DigestType.SHA256)),
        dsBySha384(),
        order(),
        hashes());
  }

  private static ZoneKey key() {
    try {
      return BindKeyFile.parsePublic(RfcExamples.DIGESTED_KEY);
    } catch (UnusableKeyException e) {
      throw new AssertionError("the key of an RFC is read", e);
    }
  }

  private static String ds(ZoneKey key, DigestType type) {
    return Hex.encode(DsDigest.of(key.zone(), key.dnskey(), type).digest());
  }

  private static CheckResult dsBySha384() {
    return compare(
        "DS by SHA-384",
        "RFC 6605 section 6.2",
        CurveExamples.P384_DIGEST,
        ds(CurveExamples.P384.key().facts(), DigestType.SHA384));
  }

  private static CheckResult order() {
    List<DnsName> names =
        new ArrayList<>(RfcExamples.NAMES_IN_ORDER.stream().map(DnsName::of).toList());
    Collections.reverse(names);
    names.sort((one, other) -> one.canonicalKey().compareTo(other.canonicalKey()));
    return compare(
        "canonical order",
        "RFC 4034 section 6.1",
        String.join(" ", RfcExamples.NAMES_IN_ORDER),
        String.join(" ", names.stream().map(DnsName::toString).toList()));
  }

  private static CheckResult hashes() {
    Nsec3Hasher hasher =
        new Nsec3Hasher(
            new Nsec3Parameters(
                RfcExamples.NSEC3_ITERATIONS, Nsec3Salt.of(RfcExamples.NSEC3_SALT)));
    Map<String, String> expected = RfcExamples.nsec3Hashes();
    List<String> found = new ArrayList<>();
    for (String name : expected.keySet()) {
      WireWriter label = new WireWriter(Nsec3Hasher.LABEL_OCTETS);
      Base32Hex.encodeLower(hasher.hash(DnsName.of(name)), 0, Nsec3Hasher.HASH_OCTETS, label);
      found.add(new String(label.toByteArray(), StandardCharsets.US_ASCII));
    }
    return compare(
        "NSEC3 hash",
        "RFC 5155 appendix A",
        String.join(" ", expected.values()),
        String.join(" ", found));
  }

  private static CheckResult compare(String subject, String source, String expected, String found) {
    return new CheckResult(
        subject,
        source,
        List.of(),
        expected.equals(found)
            ? List.of()
            : List.of("expected " + expected + " but found " + found));
  }
}
