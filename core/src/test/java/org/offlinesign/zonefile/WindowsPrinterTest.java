package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.Serial;
import org.offlinesign.wire.WireWriter;

/** The layout that real files of Windows DNS servers show. */
class WindowsPrinterTest {
  private static final DnsName ZONE = DnsName.of("example.com.");

  private static String printed(String text) throws IOException, ZoneFileException {
    WindowsPrinter printer = new WindowsPrinter(RecordClass.IN, ZONE);
    WireWriter out = new WireWriter(1000);
    new ZoneFileReader(ZoneFileOptions.builder(ZONE).build())
        .read(
            ZoneFileSource.of(
                "zone", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
            record -> {
              printer.owner(record.owner().array(), 0);
              printer.rrset(record.ttl(), record.type());
              printer.print(record.rdata().array(), 0, record.rdata().length(), out);
            });
    return out.toString().replace("\r\n", "|\n").replace("\t", "->");
  }

  @Test
  void theSoaStandsInParenthesesOneNumberALine() throws Exception {
    assertThat(printed("@ 3600 SOA ns1 hostmaster 109 900 600 86400 3600\n"))
        .isEqualTo(
            """
            @                       3600->IN  SOA ns1.example.com.  hostmaster.example.com. (|
                                    ->->109          ; serial number|
                                    ->->900          ; refresh|
                                    ->->600          ; retry|
                                    ->->86400        ; expire|
                                    ->->3600       ) ; default TTL|
            """);
  }

  @Test
  void otherRecordsLeaveTheClassOut() throws Exception {
    assertThat(printed("www 1200 A 10.0.0.1\nname-that-fills-the-column 5 MX 1 www\n"))
        .isEqualTo(
            """
            www                     1200->A->10.0.0.1|
            name-that-fills-the-column 5->MX->1 www.example.com.|
            """);
  }

  @Test
  void signaturesAreWrappedInLinesOf36() throws Exception {
    String base64 = "A".repeat(40);
    assertThat(
            printed(
                "@ 5 RRSIG NS 8 2 3600 20120921134910 20120911124910 20011 example.com. "
                    + base64
                    + "\n"))
        .isEqualTo(
            """
            @                       5->RRSIG->NS 8 2 3600 20120921134910 (|
                                            20120911124910 20011 example.com.|
                                            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA|
                                            AAAA|
                                            )|
            """);
  }

  @Test
  void keysAreFollowedByTheirTags() throws Exception {
    assertThat(printed("@ 5 DNSKEY 257 3 8 AQIDBAUGBwg=\n"))
        .isEqualTo(
            """
            @                       5->DNSKEY->257 3 8 (|
                                            AQIDBAUGBwg=|
                                            ) ; key tag = 5149|
            """);
  }

  @Test
  void theHeadingNamesTheZoneAndItsVersion() {
    assertThat(WindowsPrinter.heading(ZONE, new Serial(109)).replace("\r\n", "|\n"))
        .isEqualTo(
            """
            ;|
            ;  Database file example.com.dns for example.com zone.|
            ;      Zone version:  109|
            ;|
            |
            $ORIGIN example.com.|
            """);
  }
}
