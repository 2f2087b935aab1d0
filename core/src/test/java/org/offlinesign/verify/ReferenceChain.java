package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSEC3PARAMRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.utils.base32;

/**
 * The NSEC3 chain of a zone {@code example.}, one record a line, made in the plainest way there is:
 * all names in a map, ancestors looked up one by one, hashes by dnsjava.
 */
final class ReferenceChain {
  private static final String APEX = "example.";
  private static final base32 BASE32HEX = new base32(base32.Alphabet.BASE32HEX, false, true);

  private final Map<String, Set<String>> types;
  private final Parameters parameters;
  private final TreeMap<String, String> bitmapByHash = new TreeMap<>();
  private final Map<String, String> hashByName = new HashMap<>();

  /** What the records have in common. */
  record Parameters(int flags, int iterations, String salt) {
    static final Parameters PLAIN = new Parameters(0, 0, "-");
    static final Parameters OPT_OUT = new Parameters(1, 0, "-");

    @Override
    public String toString() {
      return "1 " + flags + " " + iterations + " " + salt;
    }

    String param() {
      return "example. 0 IN NSEC3PARAM 1 0 " + iterations + " " + salt;
    }
  }

  private ReferenceChain(Collection<String> lines, Parameters parameters) {
    this.types = typesByName(lines);
    this.parameters = parameters;
    types.get(APEX).add("NSEC3PARAM");
    types.get(APEX).add("DNSKEY");
    for (String name : types.keySet()) {
      if (!isHidden(name) && !(parameters.flags() == 1 && isInsecure(name))) {
        add(name, bitmap(name));
        emptyAncestors(name).forEach(empty -> add(empty, ""));
      }
    }
  }

  /** Returns the chain for the records of a zone; with the flag of opt-out, as short as can be. */
  static ReferenceChain of(Collection<String> lines, Parameters parameters) {
    return new ReferenceChain(lines, parameters);
  }

  private static Map<String, Set<String>> typesByName(Collection<String> lines) {
    Map<String, Set<String>> types = new TreeMap<>();
    for (String line : lines) {
      String[] fields = line.split(" ", -1);
      String owner = fields[0].toLowerCase(Locale.ROOT);
      types.computeIfAbsent(owner, name -> new TreeSet<>()).add(fields[3]);
    }
    return types;
  }

  private static List<String> properAncestors(String name) {
    List<String> ancestors = new ArrayList<>();
    String left = name;
    while (!left.equals(APEX)) {
      left = left.substring(left.indexOf('.') + 1);
      ancestors.add(left);
    }
    return ancestors;
  }

  private boolean has(String name, String type) {
    return types.getOrDefault(name, Set.of()).contains(type);
  }

  private boolean isHidden(String name) {
    return properAncestors(name).stream()
        .anyMatch(above -> has(above, "DNAME") || (has(above, "NS") && !above.equals(APEX)));
  }

  private boolean isInsecure(String name) {
    return !name.equals(APEX) && has(name, "NS") && !has(name, "DS");
  }

  private List<String> emptyAncestors(String name) {
    return properAncestors(name).stream().filter(above -> !types.containsKey(above)).toList();
  }

  private String bitmap(String name) {
    if (isInsecure(name)) {
      return "NS";
    }
    if (!name.equals(APEX) && has(name, "NS")) {
      return "NS DS RRSIG";
    }
    return String.join(" ", types.get(name)) + " RRSIG";
  }

  private void add(String name, String bitmap) {
    bitmapByHash.put(hash(name), bitmap);
  }

  /** Returns the hash of a name, in lower case. */
  String hash(String name) {
    return hashByName.computeIfAbsent(name, this::computeHash);
  }

  private String computeHash(String name) {
    try {
      byte[] salt = parameters.salt().equals("-") ? new byte[0] : Hex.decode(parameters.salt());
      NSEC3PARAMRecord record =
          new NSEC3PARAMRecord(Name.root, DClass.IN, 0, 1, 0, parameters.iterations(), salt);
      return BASE32HEX.toString(record.hashName(new Name(name)));
    } catch (TextParseException | WireFormatException | java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the hashes, in order. */
  List<String> hashes() {
    return List.copyOf(bitmapByHash.keySet());
  }

  /** Returns the hash after another one. */
  String next(String hash) {
    String higher = bitmapByHash.higherKey(hash);
    return higher == null ? bitmapByHash.firstKey() : higher;
  }

  /** Returns the hash of the last record before a hash, whether that has a record or not. */
  String before(String hash) {
    String lower = bitmapByHash.lowerKey(hash);
    return lower == null ? bitmapByHash.lastKey() : lower;
  }

  /** Returns the record of a hash. */
  String line(String hash) {
    return line(hash, next(hash), bitmapByHash.get(hash));
  }

  /** Returns a record. */
  String line(String hash, String next, String bitmap) {
    String line = hash + ".example. 900 IN NSEC3 " + parameters + " " + next + " " + bitmap;
    return line.strip();
  }

  /** Returns the NSEC3PARAM record and the NSEC3 records. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(parameters.param()));
    hashes().forEach(hash -> lines.add(line(hash)));
    return lines;
  }

  /** Returns the records of a zone and its chain. */
  static List<String> complete(String zone, Parameters parameters) {
    List<String> lines = new ArrayList<>(zone.lines().toList());
    lines.addAll(of(lines, parameters).lines());
    return lines;
  }

  @Override
  public String toString() {
    return lines().stream().collect(Collectors.joining("\n"));
  }
}
