package org.offlinesign.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSEC3PARAMRecord;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.Name;
import org.xbill.DNS.utils.base32;

/**
 * The NSEC3 chain of a zone as RFC 5155 §7.1 tells it, step by step, all names in memory, hashed by
 * dnsjava.
 */
final class Nsec3Reference {
  private final Name apex;
  private final Nsec3 denial;
  private final Map<Name, TreeSet<String>> types = new TreeMap<>();

  Nsec3Reference(DnsName apex, Nsec3 denial, List<ResourceRecord> signed) throws Exception {
    this.apex = Name.fromString(apex.toString());
    this.denial = denial;
    for (ResourceRecord record : signed) {
      RecordType type = record.type();
      if (!type.equals(RecordType.RRSIG) && !type.equals(RecordType.NSEC3)) {
        Name owner = Name.fromString(record.owner().toString());
        types.computeIfAbsent(owner, name -> new TreeSet<>()).add(type.toString());
      }
    }
  }

  /** Returns owner, flags, next hash and types of each record, in the order of the hashes. */
  List<String> chain() throws Exception {
    Map<String, SortedSet<String>> byHash = new TreeMap<>();
    for (Name name : types.keySet()) {
      if (isInChain(name)) {
        byHash.put(hash(name), bitmap(name));
        for (Name above = parent(name); above.subdomain(apex); above = parent(above)) {
          if (!types.containsKey(above)) {
            byHash.put(hash(above), new TreeSet<>());
          }
          if (above.equals(apex)) {
            break;
          }
        }
      }
    }
    List<String> hashes = new ArrayList<>(byHash.keySet());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      String next = hashes.get((i + 1) % hashes.size());
      int flags = denial.optOut() ? 1 : 0;
      lines.add(line(hashes.get(i), flags, next, byHash.get(hashes.get(i))));
    }
    return lines;
  }

  static String line(String hash, int flags, String next, SortedSet<String> types) {
    return hash + " " + flags + " " + next + " " + types;
  }

  private static Name parent(Name name) {
    return name.labels() > 1 ? new Name(name, 1) : name;
  }

  private boolean has(Name name, String type) {
    return types.getOrDefault(name, new TreeSet<>()).contains(type);
  }

  private boolean isCut(Name name) {
    return !name.equals(apex) && has(name, "NS");
  }

  private boolean isInChain(Name name) {
    for (Name above = name; !above.equals(apex); ) {
      above = parent(above);
      if (isCut(above) || has(above, "DNAME")) {
        return false;
      }
    }
    return !(denial.optOut() && isCut(name) && !has(name, "DS"));
  }

  private SortedSet<String> bitmap(Name name) {
    TreeSet<String> bitmap = new TreeSet<>();
    if (!isCut(name)) {
      bitmap.addAll(types.get(name));
      bitmap.add("RRSIG");
      return bitmap;
    }
    bitmap.add("NS");
    if (has(name, "DS")) {
      bitmap.add("DS");
      bitmap.add("RRSIG");
    }
    return bitmap;
  }

  private String hash(Name name) throws Exception {
    NSEC3PARAMRecord parameters =
        new NSEC3PARAMRecord(
            apex,
            DClass.IN,
            0,
            NSEC3Record.Digest.SHA1,
            0,
            denial.parameters().iterations(),
            denial.parameters().salt().toByteArray());
    byte[] hash = parameters.hashName(name);
    return new base32(base32.Alphabet.BASE32HEX, false, false)
        .toString(hash)
        .toLowerCase(Locale.ROOT);
  }
}
