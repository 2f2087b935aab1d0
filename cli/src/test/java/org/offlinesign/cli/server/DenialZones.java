package org.offlinesign.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The root, {@code parent.}, and below it zones of the same names: one for each way to deny others,
 * and one for each {@link Damage}.
 */
final class DenialZones {
  /** The options for the ways of denial, by the first label of the zones that use them. */
  static final Map<String, String[]> WAYS =
      new TreeMap<>(
          Map.of(
              "nsec", new String[] {"--nsec"},
              "nsec3", new String[] {"--nsec3", "--salt", "c0ffee", "--iterations", "2"},
              "optout", new String[] {"--nsec3", "--opt-out"}));

  private static final String APEX =
      """
      $TTL 60
      @ SOA ns hostmaster 1 3600 600 86400 60
      @ NS ns
      ns A 127.0.0.1
      """;

  private static final String NAMES =
      """
      www A 192.0.2.1
      *.wild A 192.0.2.2
      *.wild TXT "any"
      host.ent A 192.0.2.3
      alias CNAME www
      old DNAME new
      host.new A 192.0.2.4
      insecure NS ns.insecure
      ns.insecure A 127.0.0.1
      unsigned.cuts NS ns.insecure
      secure NS ns.secure
      ns.secure A 127.0.0.1
      """;

  private DenialZones() {}

  static ZoneTree sign(Path folder) throws IOException {
    ZoneTree tree = new ZoneTree(folder);
    StringBuilder parent = new StringBuilder(APEX);
    for (String way : WAYS.keySet()) {
      String zone = way + ".parent";
      String child = tree.addSigned("secure." + zone, APEX + "www A 192.0.2.5\n");
      tree.addUnsigned("insecure." + zone, APEX + "www A 192.0.2.6\n");
      parent.append(delegation(way, tree.addSigned(zone, APEX + NAMES + child, WAYS.get(way))));
    }
    for (Damage damage : Damage.values()) {
      parent.append(delegation(damage.label(), damage.addZone(tree, APEX + NAMES)));
    }
    String root = APEX + delegation("parent", tree.addSigned("parent", parent.toString()));
    tree.addSigned(".", root);
    return tree;
  }

  private static String delegation(String child, String delegationSigners) {
    return child + " NS ns." + child + "\nns." + child + " A 127.0.0.1\n" + delegationSigners;
  }

  /** What may happen to a signed zone, so that a resolver must not believe it any more. */
  enum Damage {
    ALTERED_SIGNATURE("(?m)^(www\\s.*\\sRRSIG\\sA\\s.*\\s)\\S{8}", "$1AAAAAAAA"),
    ALTERED_ADDRESS("192\\.0\\.2\\.1\\b", "192.0.2.99"),
    /** The one that covers the name {@code missing}. */
    MISSING_NSEC("(?m)^insecure\\s.*\\sNSEC\\s.*$", "");

    private final String pattern;
    private final String replacement;

    Damage(String pattern, String replacement) {
      this.pattern = pattern;
      this.replacement = replacement;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String addZone(ZoneTree tree, String text) throws IOException {
      String zone = label() + ".parent";
      String delegationSigners = tree.addSigned(zone, text);
      Path file = tree.file(zone);
      String signed = Files.readString(file);
      String damaged = signed.replaceAll(pattern, replacement);
      if (damaged.equals(signed)) {
        throw new AssertionError("nothing to damage in " + signed);
      }
      tree.add(zone, Files.writeString(file.resolveSibling("damaged"), damaged));
      return delegationSigners;
    }
  }
}
