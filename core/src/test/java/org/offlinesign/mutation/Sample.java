package org.offlinesign.mutation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.offlinesign.key.SigningKey;

/**
 * A good signed zone {@code example.}
 *
 * @param name what is special about it
 * @param lines its records
 * @param keys those that sign it
 */
record Sample(String name, List<Line> lines, List<SigningKey> keys) {
  static final String ZONE = "example.";

  Sample {
    lines = List.copyOf(lines);
    keys = List.copyOf(keys);
  }

  /** Says whether signing the zone anew takes no longer than verifying it. */
  boolean signsFast() {
    return keys.stream().noneMatch(key -> key.facts().algorithm().mnemonic().startsWith("RSA"));
  }

  /** Returns the records without signatures and keys. */
  List<Line> unsigned() {
    return lines.stream().filter(line -> !line.is("RRSIG") && !line.is("DNSKEY")).toList();
  }

  /** Returns records with keys, and with signatures of whatever must be signed. */
  List<Line> sign(List<Line> unsigned) {
    return SampleZones.resign(unsigned, keys);
  }

  /** Returns the owners and types of the RRsets that are signed. */
  Set<String> signedRrsets() {
    Set<String> signed = new HashSet<>();
    for (Line line : lines) {
      if (line.is("RRSIG")) {
        signed.add(line.owner() + " " + line.field(0));
      }
    }
    return signed;
  }

  /** Says whether a record is protected by a signature. */
  boolean isSigned(Line line) {
    return signedRrsets().contains(line.owner() + " " + line.type());
  }

  boolean hasNsec3() {
    return lines.stream().anyMatch(line -> line.is("NSEC3"));
  }

  boolean isOptOut() {
    return lines.stream().anyMatch(line -> line.is("NSEC3") && line.field(1).equals("1"));
  }

  static String text(List<Line> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return name;
  }
}
