package org.offlinesign.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Serial;
import org.offlinesign.testing.Corpus;

/** RDATA text against the tables in the tests of the Go library miekg/dns. */
class MiekgVectorsTest {
  private static final int INPUT = 3;
  private static final int EXPECTED = 4;

  /** Tables whose rows are no records, and what they are. */
  private static final Set<String> NOT_RDATA =
      Set.of("TestBailiwick", "TestTXT", "TestPresentationSVCBAlpn", "TestRfc1982");

  private static final Set<String> REFUSED =
      Set.of(
          "TestBad",
          "TestParseFailure",
          "TestParseAPLErrors",
          "TestLineNumberError2",
          "TestZoneParserTargetBad",
          "TestZoneParserAddressBad");

  /** Words between the rows of a table that say what the next row is about. */
  private static final Set<String> REMARKS =
      Set.of(
          "v4",
          "v6",
          "null v6",
          "null v4",
          "full v6",
          "full v4",
          "v4in6",
          "v4in6 v6 syntax",
          "negate",
          "multiple",
          "no address",
          "unexpected",
          "unrecognized family",
          "malformed family",
          "malformed address",
          "extra bits",
          "address mismatch v2",
          "address mismatch v6",
          "no prefix",
          "no family");

  @Test
  void recordsAreReadAsTheTextThatMiekgPrints() throws IOException {
    VectorTally tally = differences();
    int remarks = 0;
    int notRdata = 0;
    for (List<String> row : rows()) {
      String function = row.get(1);
      String input = unescape(row.get(INPUT));
      if (NOT_RDATA.contains(function)) {
        notRdata++;
      } else if (REMARKS.contains(input)) {
        remarks++;
      } else {
        tally.count(
            input.lines().findFirst().orElse(""),
            difference(function, input, unescape(row.get(EXPECTED))));
      }
    }
    assertThat(notRdata).isEqualTo(19);
    assertThat(remarks).isEqualTo(21);
    tally.verify(190);
  }

  private static VectorTally differences() {
    return new VectorTally()
        .differs(
            "a backslash before a digit begins three digits (RFC 1035 §5.1)",
            "cid.urn.arpa. NAPTR 100 10 \"\" \"\" \"/urn:cid:.+@([^\\.]+\\.)(.*)$/\\2/i\" .")
        .differs(
            "parentheses are for the zone file reader to join or to count; here they are spaces",
            "((m)(i)ek.(n)l.) (SOA) (soa.) (soa.) (",
            "miek.nl. ) IN MX 10 miek.nl.")
        .differs("the end of the next row's record", "\t\t\t\t\tB6159E30723665DA95BB )")
        .differs(
            "address bits beyond the prefix do no harm (RFC 3123 §4); BIND reads them too",
            ". APL 2:2001:db8::/0");
  }

  private static String difference(String function, String input, String expected) {
    String found = octets(input);
    boolean refused = found.startsWith("refused");
    if (REFUSED.contains(function) || isLocFault(expected)) {
      return refused ? "" : "accepted as " + found;
    }
    if (refused || expected.isEmpty()) {
      return refused ? found : "";
    }
    String wanted = octets(expected);
    return found.equals(wanted) ? "" : found + " is not " + wanted;
  }

  private static boolean isLocFault(String expected) {
    return expected.equals("Latitude") || expected.equals("Longitude");
  }

  /** Reads the record after the directive, if there is one, under the origin that it sets. */
  private static String octets(String text) {
    DnsName origin = text.startsWith("$ORIGIN miek.nl.") ? DnsName.of("miek.nl.") : DnsName.ROOT;
    return RdataVectorsTest.octetsOrMessage(text.replaceFirst("^\\$.*\\n", ""), origin);
  }

  @Test
  void rfc1982_timesOfOtherRoundsAreBroughtIntoThisOne() throws IOException {
    int compared = 0;
    for (List<String> row : rows()) {
      if (row.get(1).equals("TestRfc1982")) {
        byte[] text = row.get(INPUT).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        long time = SignatureTime.parse(text, 0, text.length);
        assertThat(SignatureTime.toString(new Serial(time))).isEqualTo(row.get(EXPECTED));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(6);
  }

  private static List<List<String>> rows() throws IOException {
    List<List<String>> rows = Corpus.require().table("vectors/miekg-rr-text.tsv");
    return rows.subList(1, rows.size());
  }

  /** Returns a cell with its escapes for tab, line end and backslash resolved. */
  private static String unescape(String cell) {
    return RdataVectorsTest.unescape(cell);
  }
}
