package org.offlinesign.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.offlinesign.denial.Nsec3Hasher;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Nsec3Salt;
import org.offlinesign.wire.Base32Hex;
import org.offlinesign.wire.WireWriter;

/**
 * The lines of an NSEC3 chain over the zone of {@link ExampleZone}, made by hand so that they can
 * be made wrong.
 *
 * @param types the types at each name that has a record
 */
record Nsec3Text(Nsec3Parameters parameters, int flags, Map<String, String> types) {
  static final Nsec3Parameters PLAIN = Nsec3Parameters.RFC_9276;

  /** The records of the zone without those of the NSEC chain. */
  static final String RECORDS = ExampleZone.unsigned().without(" NSEC ") + "\n";

  Nsec3Text {
    types = Map.copyOf(types);
  }

  /** Returns the whole chain. */
  static Nsec3Text of(Nsec3Parameters parameters) {
    return new Nsec3Text(
        parameters,
        0,
        Map.of(
            "example.", "NS SOA RRSIG DNSKEY NSEC3PARAM",
            "a.example.", "A RRSIG",
            "d.example.", "DNAME RRSIG",
            "ns.example.", "A RRSIG",
            "s.example.", "NS DS RRSIG",
            "u.example.", "NS",
            "w.example.", "",
            "*.w.example.", "TXT RRSIG"));
  }

  static Nsec3Parameters parameters(int iterations, String salt) {
    return new Nsec3Parameters(iterations, Nsec3Salt.of(salt));
  }

  Nsec3Text without(String name) {
    Map<String, String> fewer = new TreeMap<>(types);
    if (fewer.remove(name) == null) {
      throw new AssertionError(name + " has no record");
    }
    return new Nsec3Text(parameters, flags, fewer);
  }

  Nsec3Text with(String name, String itsTypes) {
    Map<String, String> more = new TreeMap<>(types);
    more.put(name, itsTypes);
    return new Nsec3Text(parameters, flags, more);
  }

  Nsec3Text withFlags(int otherFlags) {
    return new Nsec3Text(parameters, otherFlags, types);
  }

  /** Returns the label that a name is hashed to. */
  String hash(String name) {
    byte[] hash = new Nsec3Hasher(parameters).hash(DnsName.of(name));
    WireWriter label = new WireWriter(Nsec3Hasher.LABEL_OCTETS);
    Base32Hex.encodeLower(hash, 0, hash.length, label);
    return new String(label.toByteArray(), StandardCharsets.US_ASCII);
  }

  String paramLine() {
    return "example. 0 IN NSEC3PARAM 1 0 " + fields();
  }

  private String fields() {
    return parameters.iterations() + " " + parameters.salt();
  }

  /** Returns the records of the chain, NSEC3PARAM not included. */
  List<String> chain() {
    TreeMap<String, String> byHash = new TreeMap<>();
    types.forEach((name, its) -> byHash.put(hash(name), its));
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> entry : byHash.entrySet()) {
      String next = byHash.higherKey(entry.getKey());
      lines.add(link(entry.getKey(), next == null ? byHash.firstKey() : next, entry.getValue()));
    }
    return lines;
  }

  private String link(String hash, String next, String itsTypes) {
    String line = hash + ".example. 900 IN NSEC3 1 " + flags + " " + fields() + " " + next;
    return itsTypes.isEmpty() ? line : line + " " + itsTypes;
  }

  /** Returns the unsigned zone with this chain. */
  ZoneText zone() {
    return ZoneText.of(RECORDS + paramLine() + "\n" + String.join("\n", chain()));
  }

  /** Returns a zone in which one word of the record that a name is hashed to has been replaced. */
  ZoneText replacing(String from, String to, String name) {
    return zone().replacing(from, to, hash(name) + ".example. ");
  }
}
