package org.offlinesign.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Corpus;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;

/** RDATA text and octets against the vectors that other implementations test themselves with. */
class RdataVectorsTest {
  private static final DnsName ROOT = DnsName.ROOT;

  private static final Pattern ESCAPE = Pattern.compile("\\\\([nt\\\\])");

  private static final String NO_KEY =
      "the digest or key of a deletion is one zero octet, 00 or AA== (RFC 8078 §4, erratum 5049)";

  @Test
  void bindAcceptsAndRefusesTheSameText() throws IOException {
    String key8 = "key8 is ohttp, which has no value (RFC 9540 §4); BIND knows keys up to 7";
    String key9 = "key9 is tls-supported-groups, whose value is never empty";
    VectorTally tally =
        new VectorTally()
            .differs(
                "an empty bitmap is well formed (RFC 4034 §4.1.2); that NSEC and RRSIG are in it"
                    + " is for the verifier of the chain to say",
                "nsec-002-bad")
            .differs(key8, "svcb-009-good", "https-009-good", "svcb-024-good")
            .differs(key8, "svcb-025-good", "https-025-good")
            .differs(key9, "https-048-good", "https-049-good");
    for (List<String> row : rows("vectors/bind-rdata-text.tsv")) {
      String text = unescape(row.get(3));
      tally.count(fileKey(row), verdict(row.get(1), text, row.get(2)));
    }
    tally.verify(214);
  }

  @Test
  void bindsOwnTextGivesTheSameOctetsAsWhatItRead() throws Exception {
    int compared = 0;
    for (List<String> row : rows("vectors/bind-rdata-text.tsv")) {
      // The rows with key8 and key9 are listed above.
      boolean known = !row.get(3).matches(".*(key8=\"|key9).*");
      if (row.get(2).equals("accept") && known) {
        String type = row.get(1);
        assertThat(RdataText.hex(type, unescape(row.get(4))))
            .as(row.get(0))
            .isEqualTo(RdataText.hex(type, unescape(row.get(3))));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(93);
  }

  @Test
  void bindAcceptsAndRefusesTheSameOctets() throws Exception {
    VectorTally tally =
        new VectorTally()
            .differs("RFC 2535 §3.1.2: flags that say 'no key' end the RDATA", "KEY c0000000")
            .differs("an empty bitmap is well formed (RFC 4034 §4.1.2)", "NSEC 00")
            .differs(
                "a signer with more labels than the label count (RFC 4034 §3.1.3) makes the"
                    + " signature invalid, not its octets; the verifier reports it",
                "RRSIG 000608000001518069ee449069dd1300d4790765");
    for (List<String> row : rows("vectors/bind-rdata-wire.tsv")) {
      byte[] octets = Hex.decode(row.get(2));
      String verdict = "valid";
      try {
        RdataText.schema(row.get(0)).check(octets, 0, octets.length);
      } catch (WireFormatException e) {
        verdict = "invalid";
      }
      boolean agrees = verdict.equals(row.get(1));
      String key =
          row.get(0)
              + " "
              + (row.get(0).equals("RRSIG") ? row.get(2).substring(0, 40) : row.get(2));
      tally.count(key, agrees ? "" : "found " + verdict);
    }
    tally.verify(182);
  }

  @Test
  void knotReadsTheSameOctetsFromText() throws IOException {
    Corpus corpus = Corpus.require();
    VectorTally tally = knotDifferences();
    for (List<String> row : rows("vectors/knot-zscanner.tsv")) {
      List<String> lines = Files.readAllLines(corpus.file(row.get(0)), StandardCharsets.ISO_8859_1);
      String record = String.join("\n", lines.subList(6, lines.size())) + "\n";
      tally.count(fileKey(row), octetsOrVerdict(record, row));
    }
    tally.verify(508);
  }

  private static VectorTally knotDifferences() {
    return new VectorTally()
        .differs("a string has at most 255 octets (RFC 1035 §3.3); Knot cuts it", "12_TXT-020-good")
        .differs(
            "a comma is an octet like any other in a label (RFC 2181 §11, RFC 1035 §5.1)",
            "14_NS-031-bad",
            "14_NS-033-bad")
        .differs("type 0 is reserved and holds no data (RFC 6895 §3.1)", "28_TYPE-001-good")
        .differs("space may stand anywhere in base64 (RFC 4034 §2.2)", "29_CERT-046-bad")
        .differs("an empty fingerprint, which BIND reads too", "34_SSHFP-015-bad")
        .differs(
            "base32hex stands without padding in NSEC3 records (RFC 5155 §3.3)",
            "39_NSEC3-002-good",
            "39_NSEC3-005-good",
            "39_NSEC3-006-good",
            "39_NSEC3-010-good",
            "39_NSEC3-013-good",
            "39_NSEC3-015-good")
        .differs("no point lies beyond 90 degrees south (RFC 1876 §3)", "42_LOC-014-good")
        .differs("a group without its leading zeros, which BIND reads too", "47_L64-014-bad")
        .differs("a digest has at least 12 octets (RFC 8976 §2.2.4)", "56_ZONEMD-006-good")
        .differs("no-default-alpn stands beside alpn (RFC 9460 §7.1.1)", "57_SVCB-010-good")
        .differs("key7 is dohpath, a URI template (RFC 9461 §5)", "58_HTTPS-003-good")
        .differs(
            "Knot's own names for types that IANA has not registered",
            "62_ALIAS-001-good",
            "62_ALIAS-002-good",
            "62_ALIAS-004-good",
            "63_DELEG-001-good",
            "63_DELEG-002-good",
            "63_DELEG-004-good",
            "63_DELEG-005-good",
            "63_DELEG-007-good");
  }

  private static String octetsOrVerdict(String record, List<String> row) {
    boolean accept = row.get(2).equals("accept");
    try {
      RecordText text = RecordText.of(record, ROOT);
      String found = text.type() + " " + Hex.encode(text.rdata().toByteArray());
      String wanted = row.get(3) + " " + row.get(5);
      return accept
          ? found.equals(wanted) ? "" : "found " + found + " for " + wanted
          : "accepted as " + found + ": " + record + row.get(6);
    } catch (RdataSyntaxException e) {
      return accept ? "refused: " + e.getMessage() + ": " + record : "";
    }
  }

  private static String verdict(String type, String text, String expected) {
    String found = "accept";
    String why = "";
    try {
      RdataText.rdata(type, text);
    } catch (RdataSyntaxException e) {
      found = "reject";
      why = ": " + e.getMessage();
    }
    return found.equals(expected) ? "" : "found " + found + why + " of " + type + " " + text;
  }

  private static String fileKey(List<String> row) {
    return row.get(0).replaceAll(".*/|\\.zone", "");
  }

  private static List<List<String>> rows(String table) throws IOException {
    List<List<String>> rows = Corpus.require().table(table);
    return rows.subList(1, rows.size());
  }

  @Test
  void bindsTextAndGenericFormGiveTheSameOctets() throws Exception {
    int compared = 0;
    for (List<String> row : rows("vectors/bind-text-vs-generic.tsv")) {
      for (String type : List.of("SVCB", "HTTPS")) {
        assertThat(RdataText.hex(type, unescape(row.get(1))))
            .isEqualTo(RdataText.hex(type, unescape(row.get(2))));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(18);
  }

  @Test
  void simdzonesTextAndGenericFormGiveTheSameOctets() throws IOException {
    String noKey =
        "the digest or key of a deletion is one zero octet, 00 or AA== (RFC 8078 §4, erratum 5049)";
    VectorTally tally =
        new VectorTally().differs(noKey, "foo. CDS 0 0 0 0", "foo. CDNSKEY 0 3 0 0");
    DnsName origin = DnsName.of("example.com.");
    for (List<String> row : rows("vectors/simdzone-text-vs-generic.tsv")) {
      String found = octetsOrMessage(lineEnds(row.get(0)), origin);
      String generic = octetsOrMessage(lineEnds(row.get(1)), origin);
      tally.count(row.get(0), found.equals(generic) ? "" : found + " is not " + generic);
    }
    tally.verify(56);
  }

  /** Files of simdzone's own tests that are about RDATA and not about the zone file around it. */
  @Test
  void simdzoneAcceptsAndRefusesTheSameRdata() throws IOException {
    Path folder = Corpus.require().file("vectors/simdzone");
    VectorTally tally =
        new VectorTally()
            .differs(
                "GOST's digest (RFC 9906) is not checked; BIND reads any length of it too",
                "semantics-ds_digest_lengths-020-bad")
            .differs(
                "which types may be notified (RFC 9859 §2) is policy and not form; BIND and Knot"
                    + " read any",
                "semantics-dsync_scheme_types-016-bad")
            .differs(
                "a digest has at least 12 octets (RFC 8976 §2.2.4)",
                "semantics-zonemd_digest_lengths-002-good")
            .differs(
                "the value of ech is a list of configurations (RFC 9848 §3), never empty",
                "svcb-rfc9460_test_vectors-065-good")
            .differs(NO_KEY, "types-supported_types-086-good", "types-supported_types-087-good")
            .differs(NO_KEY, "types-supported_types-091-good");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(RdataVectorsTest::isAboutRdata).sorted().toList()) {
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        String record = String.join("\n", lines.subList(6, lines.size())) + "\n";
        String found = octetsOrMessage(record, DnsName.of("example.com."));
        boolean good = file.toString().endsWith("-good.zone");
        boolean agrees = good != found.startsWith("refused");
        String key = file.getFileName().toString().replace(".zone", "");
        tally.count(key, agrees ? "" : found + " of " + record);
      }
    }
    tally.verify(189);
  }

  static boolean isAboutRdata(Path file) {
    return !file.getFileName().toString().startsWith("syntax-");
  }

  /** Says the same of text and of octets if they are read, and why they are not if not. */
  static String octetsOrMessage(String record, DnsName origin) {
    try {
      RecordText text = RecordText.of(record, origin);
      return text.type() + " " + text.rdata();
    } catch (RdataSyntaxException e) {
      return "refused: " + e.getMessage();
    }
  }

  private static String lineEnds(String cell) {
    return cell.replace("\\n", "\n");
  }

  /** Returns a cell of a table with its escapes for tab, line end and backslash resolved. */
  static String unescape(String cell) {
    return ESCAPE
        .matcher(cell)
        .replaceAll(
            escape ->
                switch (escape.group(1)) {
                  case "n" -> "\n";
                  case "t" -> "\t";
                  default -> Matcher.quoteReplacement("\\");
                });
  }
}
