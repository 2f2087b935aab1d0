package org.offlinesign.zonefile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.offlinesign.name.DnsName;

/** What is read does not depend on how the octets arrive, and any octets can be read. */
class BlockBoundaryProperties {
  /** Gives at most some octets at a time, so that the block ends in the middle of everything. */
  private static final class Trickle extends ByteArrayInputStream {
    private final int most;

    Trickle(byte[] octets, int most) {
      super(octets);
      this.most = most;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, most));
    }
  }

  private static ReadZone read(InputStream in) throws IOException {
    return ReadZone.of(
        ZoneFileSource.of("zone", in),
        ZoneFileOptions.builder(DnsName.of("example"))
            .maxErrors(1000)
            .includes(IncludePolicy.refused()));
  }

  @Property(tries = 2000)
  void textArrivesInPiecesOfAnySize(
      @ForAll("zones") String zone, @ForAll @IntRange(min = 1, max = 9) int most)
      throws IOException {
    byte[] octets = zone.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(new Trickle(octets, most))).isEqualTo(read(new ByteArrayInputStream(octets)));
  }

  @Example
  void aLineIsCutTheSameWhereTheTextShownEndsWithAPiece() throws IOException {
    byte[] octets = (")" + " ".repeat(15) + "192.0.2.1".repeat(5)).getBytes(US_ASCII);
    for (int most = 1; most < 10; most++) {
      assertThat(read(new Trickle(octets, most))).isEqualTo(read(new ByteArrayInputStream(octets)));
    }
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
            "\n",
            "\n",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "(",
            ")",
            "\"",
            "\\",
            "\\\"",
            "\\065",
            ";",
            "; x",
            "a",
            "www",
            "@",
            "A",
            "NS",
            "TXT",
            "SVCB",
            "MX",
            "SOA",
            "IN",
            "CH",
            "60",
            "1h",
            "192.0.2.1",
            " A 192.0.2.1\n",
            "www NS ns\n",
            "$TTL 60\n",
            "$ORIGIN b\n",
            "$GENERATE 1-3 x$ A 192.0.2.$\n",
            "\"a b\"",
            "key=\"v w\"",
            "alpn=h2",
            " 1 ",
            ".",
            "[AGE:1]",
            "$INCLUDE x\n",
            "WINS",
            "\u00e4",
            "\u0000",
            "\u00ff",
            "x 5 TXT ( a\n b )\n",
            "\u00ef\u00bb\u00bf",
            "\u00fe\u00ff")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 1000)
  void anyOctetsGiveRecordsOrErrors(@ForAll byte[] octets) throws IOException {
    ReadZone zone = read(new ByteArrayInputStream(octets));
    assertThat(zone.diagnostics()).allMatch(d -> !d.message().isEmpty());
  }
}
