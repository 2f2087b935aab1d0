package org.offlinesign.rdata;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.offlinesign.testing.Corpus;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;

/** RDATA against the tables in the tests of the Perl library Net::DNS. */
class NetDnsVectorsTest {
  /** The text of rows that are arguments of a Perl constructor and no master file text. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "DHCID", "AAIBT2JmdXNjYXRlZElkZW50aXR5RGF0YQ==",
          "LOC", "42 21 28.764 N 71 0 51.617 W -44m 2000m 10m 10m",
          "MINFO", "rp.example.com rp.example.net",
          "RP", "rp.example.com txt.example.net",
          "SOA", "ns.example.net rp.example.com 0 14400 1800 604800 7200",
          "SPF", "'v=spf1 +mx a:colo.example.com/28 -all'",
          "SVCB", "1 pool.svc.example port=1234");

  @Test
  void textGivesTheOctetsAndOctetsGiveTheTextBack() throws Exception {
    VectorTally tally =
        new VectorTally()
            .differs("types of messages do not stand in zones", "OPT", "TKEY", "TSIG")
            .differs("a digest of 20 octets under SHA-384 (RFC 8976 §2.2.4)", "ZONEMD")
            .differs(
                "Net::DNS cuts an address to its prefix; RFC 3123 asks for no such thing", "APL");
    List<List<String>> rows = Corpus.require().table("vectors/netdns-rr-wire.tsv");
    for (List<String> row : rows.subList(1, rows.size())) {
      tally.count(row.get(0), difference(row.get(0), row.get(1), row.get(2)));
    }
    tally.verify(59);
  }

  private static String difference(String type, String perl, String wire)
      throws WireFormatException {
    RdataSchema schema = RdataText.schema(type);
    byte[] octets = Hex.decode(wire);
    try {
      String text = TEXTS.getOrDefault(type, withoutPerl(perl));
      String found = RdataText.hex(type, text.replace('\'', '"'));
      // The table has no octets for SMIMEA.
      if (!wire.isEmpty() && !found.equalsIgnoreCase(wire)) {
        return found + " is not " + wire + " of " + text;
      }
      schema.check(octets, 0, octets.length);
    } catch (RdataSyntaxException | WireFormatException e) {
      return wire.isEmpty() ? "" : e.getMessage() + " in " + perl;
    }
    return "";
  }

  private static String withoutPerl(String perl) {
    return perl.replaceAll("join ''|qw|[(),']", " ");
  }
}
