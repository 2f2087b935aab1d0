package org.offlinesign.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.delegation.AnchorOptions.Upkeep;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.zonefile.ZoneFileSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The anchor of the root, whose key and digest IANA publishes. */
class AnchorFormatTest {
  private static final String KEY =
      "AwEAAaz/tAm8yTn4Mfeh5eyI96WSVexTBAvkMgJzkKTOiW1vkIbzxeF3+/4RgWOq7HrxRixHlFlExOLAJr5emLvN"
          + "7SWXgnLh4+B5xQlNVz8Og8kvArMtNROxVQuCaSnIDdD5LKyWbRd2n9WGe2R8PzgCmr3EgVLrjyBxWezF0jLHwVN8"
          + "efS3rCj/EWgvIWgb9tarpVUDK/b58Da+sqqls3eNbuv7pr+eoZG+SrDK6nWeL3c6H5Apxz7LjVc1uTIdsIXxuOLY"
          + "A4/ilBmSVIzuDWfdRUfhHdY6+cn8HFRm+2hM8AnXGXws9555KrUB5qihylGa8subX2Nn6UwNR1AkUTV74bU=";
  private static final String DIGEST =
      "E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D";
  private static final AnchorOptions OPTIONS =
      new AnchorOptions(
          Upkeep.STATIC, Instant.parse("2017-02-02T00:00:00Z"), "https://a.test/?b&c");

  private static EntryPoints read(DnsName zone, String text) throws Exception {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    return EntryPoints.read(ZoneFileSource.of("file", new ByteArrayInputStream(octets)), zone);
  }

  private static EntryPoints root() throws Exception {
    return read(DnsName.ROOT, ". 172800 IN DNSKEY 257 3 8 " + KEY + "\n");
  }

  private static EntryPoints example() throws Exception {
    return read(DnsName.of("a.example"), "a.example. DNSKEY 257 3 13 " + "AAAA".repeat(22) + "\n");
  }

  @Test
  void bindTakesKeysAndDigests() throws Exception {
    assertThat(AnchorFormat.BIND.text(root(), OPTIONS))
        .isEqualTo("trust-anchors {\n\t\".\" static-key 257 3 8 \"" + KEY + "\";\n};\n");
    AnchorOptions managed = new AnchorOptions(Upkeep.MANAGED, Instant.EPOCH, "");
    assertThat(AnchorFormat.BIND.text(root().asDigests(Set.of(DigestType.SHA256)), managed))
        .isEqualTo("trust-anchors {\n\t\".\" initial-ds 20326 8 2 \"" + DIGEST + "\";\n};\n");
  }

  @Test
  void unboundTakesRecordsInQuotationMarks() throws Exception {
    assertThat(AnchorFormat.UNBOUND.text(root(), OPTIONS))
        .isEqualTo("server:\n\ttrust-anchor: \". IN DNSKEY 257 3 8 " + KEY + "\"\n");
  }

  /** The first form is that of Microsoft's deployment guide. */
  @Test
  void windowsTakesCommandLines() throws Exception {
    assertThat(AnchorFormat.WINDOWS.text(example(), OPTIONS))
        .isEqualTo(
            "DnsCmd /TrustAnchorAdd a.example DNSKEY 257 3 13 " + "AAAA".repeat(22) + "\r\n");
    assertThat(AnchorFormat.WINDOWS.text(root().asDigests(Set.of(DigestType.SHA256)), OPTIONS))
        .isEqualTo("DnsCmd /TrustAnchorAdd . DS 20326 8 2 " + DIGEST + "\r\n");
  }

  @Test
  void theFileOfWindowsHasKeysInLinesOf36() throws Exception {
    String indent = " ".repeat(32);
    int tag = example().keys().get(0).keyTag();
    assertThat(AnchorFormat.WINDOWS_FILE.text(example(), OPTIONS))
        .isEqualTo(
            "a.example               3600\tDNSKEY\t257 3 13 (\r\n"
                + (indent + "AAAA".repeat(9) + "\r\n").repeat(2)
                + (indent + "AAAA".repeat(4) + "\r\n")
                + (indent + ") ; key tag = " + tag + "\r\n"));
  }

  /** From Microsoft's page "Trust Anchors" on Windows Server 2012. */
  @Test
  void theFileThatWindowsWritesIsRead() throws Exception {
    EntryPoints anchors =
        read(
            DnsName.of("secure.contoso.com"),
            """
            secure.contoso.com   1546847232   DNSKEY   257   3   7   (
                                    AwEAAb4v+rZFLosf4qV1/0KZrRcPdj/ljk+Y
                                    56XQtuIjGzZG+HH3ys8zhGwJ2WRH3AyRlzLQ
                                    5ebMVP12Fmacx5UjhLAydT3rrCbqmHvrrLq9
                                    7yJa9Sgeakb/0bwUIE2K2n/g73RFAu8eM0Ut
                                    geLZAGkRxdvS8tTAHgoeVCmwbZitxwjVSsZ1
                                    cEK7yQJKspwghszXBfonC202GvgCp6F30J4E
                                    1LjVJsqPo9ZrccFpFZS4kSEfEz45YXPP/VBx
                                    IFRgejdtBL9j6yqf4qo/GynjPSWJY3KOLn/r
                                    2wWzujxTLIdpXUdowXGPa8jJU/tDi9avo7+M
                                    XIF3LBpvF9derokq/3L6AmE=
                                    ) ; key tag = 37458
            secure.contoso.com      DS   32801 8 1 (
                                    4E1FD2F988BC942E666132250395123B0A54
                                    D246 )
                                    DS   53750 8 1 (
                                    1D423EBD2C45D7CD7B957C7D7E7795C1C726
                                    3275 )
            """);
    assertThat(anchors.keys()).extracting(Dnskey::keyTag).containsExactly(37458);
    assertThat(anchors.ds()).hasSize(2);
  }

  @Test
  void rfc9718_theDocumentHasTheDigestsThatIanaPublishes() throws Exception {
    String text = AnchorFormat.XML.text(root().withDigests(Set.of(DigestType.SHA256)), OPTIONS);
    assertThat(text).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TrustAnchor id=\"");
    Element anchor =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)))
            .getDocumentElement();
    assertThat(anchor.getAttribute("source")).isEqualTo("https://a.test/?b&c");
    assertThat(content(anchor, "Zone")).isEqualTo(".");
    Element digest = (Element) anchor.getElementsByTagName("KeyDigest").item(0);
    assertThat(digest.getAttribute("validFrom")).isEqualTo("2017-02-02T00:00:00+00:00");
    assertThat(digest.getAttribute("id")).isNotEmpty();
    assertThat(
            List.of(
                content(digest, "KeyTag"),
                content(digest, "Algorithm"),
                content(digest, "DigestType"),
                content(digest, "Digest"),
                content(digest, "PublicKey"),
                content(digest, "Flags")))
        .containsExactly("20326", "8", "2", DIGEST, KEY, "257");
  }

  private static String content(Element parent, String name) {
    assertThat(parent.getElementsByTagName(name).getLength()).isEqualTo(1);
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }

  @Test
  void theSameAnchorsGiveTheSameDocument() throws Exception {
    Set<DigestType> digests = Set.of(DigestType.SHA256, DigestType.SHA384);
    String once = AnchorFormat.XML.text(example().withDigests(digests), OPTIONS);
    String again = AnchorFormat.XML.text(example().withDigests(digests), OPTIONS);
    assertThat(again).isEqualTo(once).containsOnlyOnce("-2\"").containsOnlyOnce("-4\"");
    String other = AnchorFormat.XML.text(example().withDigests(Set.of(DigestType.SHA256)), OPTIONS);
    assertThat(documentId(other)).isNotEqualTo(documentId(once));
  }

  private static String documentId(String document) {
    return document.replaceAll("(?s).*<TrustAnchor id=\"([^\"]*)\".*", "$1");
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_FILE", "RECORDS"})
  void filesOfRecordsAreReadAgain(AnchorFormat format) throws Exception {
    EntryPoints both = example().withDigests(Set.of(DigestType.SHA384));
    assertThat(read(both.zone(), format.text(both, OPTIONS))).isEqualTo(both);
  }
}
