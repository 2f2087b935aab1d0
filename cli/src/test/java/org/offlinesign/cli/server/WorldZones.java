package org.offlinesign.cli.server;

import java.util.List;

/** The zone files of a {@link World}, and questions about the names of the child. */
final class WorldZones {
  private WorldZones() {}

  static String root(String delegationSigners) {
    return """
    $TTL 60
    @ SOA ns hostmaster 1 3600 600 86400 60
    @ NS ns
    ns A 127.0.0.1
    parent NS ns.parent
    ns.parent A 127.0.0.1
    """
        + delegationSigners;
  }

  static String parent(int serial, String delegationSigners) {
    return """
    $TTL 3
    @ SOA ns hostmaster %d 3600 600 86400 3
    @ NS ns
    ns A 127.0.0.1
    child NS ns.child
    ns.child A 127.0.0.1
    """
            .formatted(serial)
        + delegationSigners;
  }

  static String child(int serial) {
    return """
    $TTL 3
    @ SOA ns hostmaster %d 3600 600 86400 3
    @ NS ns
    ns A 127.0.0.1
    short0 1 A 192.0.2.1
    short1 1 A 192.0.2.2
    long0 4 A 192.0.2.3
    long1 4 A 192.0.2.4
    *.any 4 TXT "any"
    """
        .formatted(serial);
  }

  /** Returns questions that have answers of every kind. */
  static List<Question> questions() {
    return List.of(
        question("long0", "A", "NOERROR"),
        question("missing0", "A", "NXDOMAIN"),
        question("short0", "A", "NOERROR"),
        question("short1", "A", "NOERROR"),
        question("long1", "A", "NOERROR"),
        question("long0", "AAAA", "NOERROR"),
        question("missing1", "A", "NXDOMAIN"),
        question("name.any", "TXT", "NOERROR"));
  }

  /** Returns questions that no cache has heard of unless the number was used before. */
  static List<Question> fresh(int number) {
    return List.of(
        question("fresh" + number + ".any", "TXT", "NOERROR"),
        question("fresh" + number, "A", "NXDOMAIN"));
  }

  static Question keys() {
    return new Question(World.CHILD, "DNSKEY", "NOERROR");
  }

  static Question delegationSigners() {
    return new Question(World.CHILD, "DS", "NOERROR");
  }

  private static Question question(String label, String type, String rcode) {
    return new Question(label + "." + World.CHILD, type, rcode);
  }
}
