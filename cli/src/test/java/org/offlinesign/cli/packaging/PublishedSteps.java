package org.offlinesign.cli.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the samples publish at each step: how many keys are in the zone, how many of them sign the
 * keys (every ZSK in use does, too) and the SOA record, and how many DS records the parent has.
 */
public final class PublishedSteps {
  /** What each sample publishes: name, keys, keys that sign the DNSKEY RRset, the SOA, DS. */
  public static final Map<String, List<String>> SAMPLES =
      Map.ofEntries(
          entry(
              "dnscmd-rollover-ksk-double-signature.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 1 1",
              "ds-replaced 3 3 1 1",
              "ksk1-removed 2 2 1 1"),
          entry(
              "dnscmd-rollover-zsk-double-signature.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 2 1",
              "zsk1-removed 2 2 1 1"),
          entry(
              "dnscmd-rollover-zsk-prepublish.sh",
              "signed 2 2 1 1",
              "zsk2-published 3 2 1 1",
              "zsk2-signs 3 2 1 1",
              "zsk1-removed 2 2 1 1"),
          entry("emergency-expired-signatures.sh", "expired 2 2 1 1", "signed-anew 2 2 1 1"),
          entry(
              "emergency-ksk.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 1 1",
              "ds-replaced 3 3 1 1",
              "ksk1-removed 2 2 1 1"),
          entry(
              "emergency-lost-ksk.sh",
              "signed 2 2 1 1",
              "ksk1-signature-kept 2 2 1 1",
              "ds-added 2 2 1 2",
              "ksk2-signs 2 2 1 2",
              "ds-removed 2 2 1 1"),
          entry("emergency-zsk.sh", "signed 2 2 1 1", "both-sign 3 3 2 1", "zsk1-removed 2 2 1 1"),
          entry("go-insecure.sh", "signed 2 2 1 1", "ds-removed 2 2 1 0", "unsigned 0 0 0 0"),
          entry(
              "rollover-algorithm.sh",
              "signed 2 2 1 1",
              "signatures-added 2 3 2 1",
              "keys-added 4 4 2 1",
              "ds-replaced 4 4 2 1",
              "keys-removed 2 3 2 1",
              "signatures-removed 2 2 1 1"),
          entry(
              "rollover-ksk-double-signature.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 1 1",
              "ds-replaced 3 3 1 1",
              "ksk1-removed 2 2 1 1"),
          entry(
              "rollover-ksk-prepublish.sh",
              "signed 2 2 1 1",
              "ds-added 2 2 1 2",
              "ksk2-signs 2 2 1 2",
              "ds-removed 2 2 1 1"),
          entry(
              "rollover-revoke-rfc5011.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 1 1",
              "signed-again 3 3 1 1",
              "signed-again 3 3 1 1",
              "ds-replaced 3 3 1 1",
              "ksk1-revoked 3 3 1 1",
              "signed-again 3 3 1 1",
              "signed-again 3 3 1 1",
              "ksk1-removed 2 2 1 1"),
          entry(
              "rollover-zsk-double-signature.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 2 1",
              "zsk1-removed 2 2 1 1"),
          entry(
              "rollover-zsk-prepublish.sh",
              "signed 2 2 1 1",
              "zsk2-published 3 2 1 1",
              "zsk2-signs 3 2 1 1",
              "zsk1-removed 2 2 1 1"),
          entry("sign-parent-and-child.sh", "child-signed 2 2 1 0", "parent-signed 2 2 1 1"));

  private PublishedSteps() {}

  private static Map.Entry<String, List<String>> entry(String name, String... steps) {
    return Map.entry(name, List.of(steps));
  }

  /** Returns what a step has published, as {@link #SAMPLES} has it. */
  public static String description(String step, Path zoneFile, Path dsFile) throws IOException {
    List<String> zone = Files.readAllLines(zoneFile);
    List<String> ds = Files.readAllLines(dsFile);
    return String.join(
        " ",
        step,
        count(zone, "^@\\s.*\\sIN\\s+(DNSKEY\\s.*)$"),
        count(zone, "^@\\s.*\\sRRSIG\\s+DNSKEY \\d+ (?:\\d+ ){4}(\\d+) .*$"),
        count(zone, "^@\\s.*\\sRRSIG\\s+SOA \\d+ (?:\\d+ ){4}(\\d+) .*$"),
        count(ds, "^\\S+\\s.*IN\\s+DS\\s+(.*)$"));
  }

  /** Counts the different texts in the group of the lines that match. */
  private static String count(List<String> lines, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return Integer.toString(
        lines.stream()
            .map(pattern::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1))
            .collect(Collectors.toSet())
            .size());
  }
}
