package org.offlinesign.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSource;

class EntryPointsTest {
  private static final DnsName ZONE = DnsName.of("dskey.example.com");

  /** The key of RFC 4034 §5.4, which has no SEP flag. */
  private static final String RFC_KEY =
      "256 3 5 ( AQOeiiR0GOMYkDshWoSKz9Xz fwJr1AYtsmx3TGkJaNXVbfi/ 2pHm822aJ5iI9BMzNXxeYCmZ"
          + " DRD99WYwYqUSdjMmmAphXdvx egXd/M5+X7OrzKBaMbCVdFLU Uh6DhweJBjEVv5f2wwjM9Xzc"
          + " nOf+EPbtG9DMBmADjFDc2w/r ljwvFw== )";

  private static final String RFC_DS = "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118";

  /** RFC 4509 §2.3. */
  private static final String RFC_DS_SHA256 =
      "60485 5 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A";

  private static EntryPoints read(String text) throws Exception {
    return EntryPoints.read(
        ZoneFileSource.of(
            "file", new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))),
        ZONE);
  }

  @Test
  void rfc4034_5_4_theDsRecordFollowsFromTheKey() throws Exception {
    EntryPoints points = read("dskey.example.com. 86400 IN DNSKEY " + RFC_KEY + "\n");
    assertThat(points.dsRecords(EnumSet.of(DigestType.SHA256, DigestType.SHA1)))
        .extracting(Ds::toString)
        .containsExactly(RFC_DS, RFC_DS_SHA256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dskey.example.com. IN DNSKEY ",
        "DSKEY.Example.com 3600 DNSKEY ",
        "$ORIGIN .\ndskey.example.com DNSKEY ",
        "@ SOA a b 1 2 3 4 5\n@ DNSKEY ",
        "$ORIGIN dskey.example.com.\n@ IN DNSKEY "
      })
  void theOwnerIsWrittenAsBindWindowsAndZoneFilesDo(String head) throws Exception {
    assertThat(read(head + RFC_KEY + "\n").keys())
        .extracting(Dnskey::keyTag)
        .containsExactly(60485);
  }

  @Test
  void keysWithTheSepFlagGoBeforeOthers() throws Exception {
    EntryPoints points =
        read("@ DNSKEY 256 3 8 AwEAAQ==\n@ DNSKEY 257 3 8 AwEAAg==\n@ DNSKEY 385 3 8 AwEAAw==\n");
    assertThat(points.keys()).extracting(Dnskey::flags).containsExactly(257);
  }

  @Test
  void recordsOfOtherNamesAreNotTaken() throws Exception {
    EntryPoints points =
        read(
            "dskey.example.com. DS "
                + RFC_DS
                + "\nchild DS "
                + RFC_DS_SHA256
                + "\nexample.com. DS 1 8 200 00\n");
    assertThat(points.ds()).extracting(Ds::toString).containsExactly(RFC_DS);
  }

  @Test
  void aFileOfAnotherZoneIsRefusedByItsName() {
    assertThatThrownBy(() -> read("example.com. DS " + RFC_DS + "\n"))
        .isInstanceOf(EntryPointException.class)
        .hasMessage(
            "file has neither DNSKEY nor DS records of dskey.example.com.; those in it are of"
                + " example.com.");
    assertThatThrownBy(() -> read("@ 60 A 192.0.2.1\n"))
        .isInstanceOf(EntryPointException.class)
        .hasMessage("file has neither DNSKEY nor DS records of dskey.example.com.");
  }

  @Test
  void revokedKeysAreNoEntryPoints() {
    assertThatThrownBy(() -> read("@ DNSKEY 385 3 8 AwEAAw==\n@ DNSKEY 0 3 8 AwEAAw==\n"))
        .isInstanceOf(EntryPointException.class)
        .hasMessageContaining("revoked");
  }

  @Test
  void whatIsNoMasterFileIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> read("-----BEGIN PRIVATE KEY-----\n"))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("file:1:");
  }

  @Test
  void moreRecordsThanAnyZoneHasAreRefused() {
    StringBuilder text = new StringBuilder();
    for (int tag = 0; tag <= 1000; tag++) {
      text.append("@ DS ").append(tag).append(" 8 200 00\n");
    }
    assertThatThrownBy(() -> read(text.toString()))
        .isInstanceOf(EntryPointException.class)
        .hasMessageContaining("more than 1000");
  }

  @Test
  void aKeyIsIncludedInFullOrByItsDigest() throws Exception {
    Dnskey key = read("@ DNSKEY " + RFC_KEY + "\n").keys().get(0);
    assertThat(read("@ DNSKEY " + RFC_KEY + "\n").include(key)).isTrue();
    assertThat(read("@ DS " + RFC_DS_SHA256 + "\n").include(key)).isTrue();
    assertThat(read("@ DS " + RFC_DS_SHA256.replace("D4B7", "D4B8") + "\n").include(key)).isFalse();
    assertThat(read("@ DS 60485 5 200 00\n").include(key)).isFalse();
  }

  @Test
  void digestsOfKeysThatAreKnownInFullAreMadeAnew() throws Exception {
    EntryPoints points =
        read("@ DNSKEY " + RFC_KEY + "\n@ DS " + RFC_DS + "\n@ DS 1 8 200 AA\n@ DS 1 8 200 AA\n");
    assertThat(points.dsWithoutKey()).extracting(Ds::keyTag).containsExactly(1);
    assertThat(points.asDigests(Set.of(DigestType.SHA256)).ds())
        .extracting(Ds::toString)
        .containsExactly(RFC_DS_SHA256, "1 8 200 AA");
  }

  @Test
  void sourcesAreJoinedWithoutDuplicates() throws Exception {
    EntryPoints key = read("@ DNSKEY " + RFC_KEY + "\n");
    assertThat(key.and(key)).isEqualTo(key);
    assertThat(key.isEmpty()).isFalse();
    assertThatThrownBy(() -> key.and(new EntryPoints(DnsName.ROOT, List.of(), List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
