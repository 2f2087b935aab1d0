package org.offlinesign.cli.command;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.delegation.CheckLine;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.rdata.Ds;

/** What the owner of the parent zone reads first. */
final class BundleReadme {
  private static final int GROUPS_IN_LINE = 8;

  private final EntryPoints points;
  private final Map<String, String> purposes = new LinkedHashMap<>();

  BundleReadme(EntryPoints points) {
    this.points = points;
  }

  /** Adds a file of the bundle. */
  void file(String name, String purpose) {
    purposes.put(name, purpose);
  }

  /**
   * Returns the text.
   *
   * @param checkCommand proves the records; empty if the bundle has not what it takes
   */
  String text(Optional<String> checkCommand, Clock clock) {
    StringBuilder text = new StringBuilder();
    text.append("DS records of ").append(points.zone()).append(" for the owner of its parent\n");
    text.append("Written at ").append(TimeText.minute(clock.instant(), clock.getZone()));
    text.append(" by offlinesign\n\n");
    text.append(
        """
        The zone is signed with DNSSEC. For others to be able to check its signatures, its parent
        zone has to publish the records below, in place of all DS records that it has of the zone.

        """);
    points.ds().forEach(ds -> append(text, ds));
    text.append(
        """
        1. Compare. Whoever sent these files to you reads to you, over the phone or face to face,
           key tag and digest as printed above. Each group of each line must be the same. A digest
           that came the same way as this file proves nothing.
        """);
    checkCommand.ifPresent(command -> appendProof(text, command));
    text.append("2. Publish the records. Take whichever file your form or program asks for:\n\n");
    int width = purposes.keySet().stream().mapToInt(String::length).max().orElse(0);
    purposes.forEach(
        (name, purpose) ->
            text.append(String.format(Locale.ROOT, "     %-" + width + "s  %s\n", name, purpose)));
    text.append("\n3. Look. `dig DS ").append(points.zone());
    text.append("`, asked of your name servers, shows the records above and no others.\n");
    return text.toString();
  }

  private static void appendProof(StringBuilder text, String command) {
    text.append("   proof.txt shows that these records lead to keys that sign the zone:\n\n");
    text.append("     ").append(command).append("\n\n");
  }

  private static void append(StringBuilder text, Ds ds) {
    line(text, "key tag", Integer.toString(ds.keyTag()));
    line(
        text,
        "algorithm",
        ds.algorithm()
            + Algorithm.of(ds.algorithm()).map(known -> " (" + known.mnemonic() + ")").orElse(""));
    line(
        text,
        "digest type",
        ds.digestType() + DigestType.of(ds.digestType()).map(d -> " (" + d + ")").orElse(""));
    String label = "digest";
    for (String groups : CheckLine.lines(ds, GROUPS_IN_LINE)) {
      line(text, label, groups);
      label = "";
    }
    text.append('\n');
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(String.format(Locale.ROOT, "  %-12s %s\n", label, value));
  }
}
