package org.offlinesign.rdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;

class TypedViewsTest {
  private static final String RFC4034_5_4_KEY =
      "256 3 5 ( AQOeiiR0GOMYkDshWoSKz9Xz fwJr1AYtsmx3TGkJaNXVbfi/ 2pHm822aJ5iI9BMzNXxeYCmZ"
          + " DRD99WYwYqUSdjMmmAphXdvx egXd/M5+X7OrzKBaMbCVdFLU Uh6DhweJBjEVv5f2wwjM9Xzc"
          + " nOf+EPbtG9DMBmADjFDc2w/r ljwvFw== )";

  @Test
  void rfc4034_5_4_keyTagOfTheExampleKey() throws Exception {
    Dnskey key = Dnskey.from(RdataText.rdata("DNSKEY", RFC4034_5_4_KEY));
    assertThat(key.keyTag()).isEqualTo(60485);
    assertThat(key.isZoneKey()).isTrue();
    assertThat(key.isSep()).isFalse();
    assertThat(key.toRdata()).isEqualTo(RdataText.rdata("DNSKEY", RFC4034_5_4_KEY));
  }

  @Test
  void rfc5011_revokingAddsTheFlagAndChangesTheTag() throws Exception {
    Dnskey key = Dnskey.from(RdataText.rdata("DNSKEY", RFC4034_5_4_KEY));
    assertThat(key.revoked().isRevoked()).isTrue();
    assertThat(key.revokedKeyTag()).isEqualTo(key.revoked().keyTag()).isEqualTo(60485 + 128);
  }

  @Test
  void rfc4034_B_1_keyTagOfAlgorithm1IsInTheModulus() {
    Dnskey key = new Dnskey(256, 3, 1, new byte[] {1, 3, 9, 8, 7, 0x12, 0x34, 0x56});
    assertThat(key.keyTag()).isEqualTo(0x1234);
  }

  @Test
  void rfc4034_5_4_dsExampleIsReadAndWritten() throws Exception {
    Rdata rdata = RdataText.rdata("DS", "60485 5 1 ( 2BB183AF5F22588179A53B0A 98631FAD1A292118 )");
    Ds ds = Ds.from(rdata);
    assertThat(ds.keyTag()).isEqualTo(60485);
    assertThat(ds.toRdata()).isEqualTo(rdata);
    assertThat(ds).hasToString("60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118");
  }

  @Test
  void rfc4034_3_3_rrsigExampleIsReadAndWritten() throws Exception {
    Rdata rdata =
        RdataText.rdata(
            "RRSIG",
            "A 5 3 86400 20030322173103 ( 20030220173103 2642 example.com."
                + " oJB1W6WNGv+ldvQ3WDG0MQkg5IEhjRip8WTr PYGv07h108dUKGMeDPKijVCHX3DDKdfb+v6o"
                + " B9wfuh3DTJXUAfI/M0zmO/zz8bW0Rznl8O3t GNazPwQKkRN20XPXV6nwwfoXmJQbsLNrLfkG"
                + " J5D6fwFm8nN+6pBzeDQfsS3Ap3o= )");
    Rrsig rrsig = Rrsig.from(rdata);
    assertThat(rrsig.typeCovered()).isEqualTo(RecordType.A);
    assertThat(rrsig.signer()).isEqualTo(DnsName.of("example.com."));
    assertThat(rrsig.expiration()).isEqualTo(Serial.ofEpochSecond(1048354263));
    assertThat(rrsig.signature()).hasSize(128);
    assertThat(rrsig.toRdata()).isEqualTo(rdata);
    assertThat(rrsig.toString()).startsWith("A 5 3 86400 20030322173103 20030220173103 2642 ");
  }

  @Test
  void rfc4034_4_3_nsecExampleHasTheOctetsOfTheRfc() throws Exception {
    Rdata rdata = RdataText.rdata("NSEC", "host.example.com. ( A MX RRSIG NSEC TYPE1234 )");
    assertThat(rdata.toString())
        .endsWith(
            "04686F7374076578616D706C6503636F6D000006400100000003041B" + "00".repeat(26) + "20");
    Nsec nsec = Nsec.from(rdata);
    assertThat(nsec.types())
        .extracting(RecordType::toString)
        .containsExactly("A", "MX", "RRSIG", "NSEC", "TYPE1234");
    assertThat(nsec.toRdata()).isEqualTo(rdata);
  }

  @Test
  void soaIsReadAndWritten() throws Exception {
    Rdata rdata = RdataText.rdata("SOA", "Ns.example. hostmaster.example. 4294967295 1 2 3 4");
    Soa soa = Soa.from(rdata);
    assertThat(soa.serial()).isEqualTo(new Serial(4294967295L));
    assertThat(soa.minimum()).isEqualTo(4);
    assertThat(soa.toRdata()).isEqualTo(rdata);
  }

  @Test
  void octetsAfterAnSoaAreRefused() {
    Rdata rdata = Rdata.copyOf(new byte[23]);
    assertThatThrownBy(() -> Soa.from(rdata)).hasMessageContaining("1 more octets");
  }

  @Test
  void rfc4034_3_1_5_timesWrapAround() throws Exception {
    String times = "A 8 1 0 21060207062816 1970010100000%s 1 . AA==";
    Rrsig rrsig = Rrsig.from(RdataText.rdata("RRSIG", times.formatted("1")));
    assertThat(rrsig.expiration().value()).isZero();
    assertThat(rrsig.inception().value()).isEqualTo(1);
    assertThat(SignatureTime.toString(new Serial(4294967295L))).isEqualTo("21060207062815");
  }

  @Test
  void rfc5155_A_nsec3RecordsAreReadAndWritten() throws Exception {
    Rdata rdata =
        RdataText.rdata(
            "NSEC3", "1 1 12 aabbccdd ( 2t7b4g4vsa5smi47k61mv5bv1a22bojr MX NS NSEC3PARAM RRSIG )");
    Nsec3 nsec3 = Nsec3.from(rdata);
    assertThat(nsec3.isOptOut()).isTrue();
    assertThat(nsec3.parameters()).isEqualTo(new Nsec3Param(1, 1, 12, Nsec3Salt.of("AABBCCDD")));
    assertThat(nsec3.nextHash()).hasSize(20).startsWith(0x17, 0x4e);
    assertThat(nsec3.types())
        .extracting(RecordType::toString)
        .containsExactly("NS", "MX", "RRSIG", "NSEC3PARAM");
    assertThat(nsec3.toRdata()).isEqualTo(rdata);
    assertThat(nsec3)
        .hasToString(RdataSchema.of(RecordType.NSEC3).toText(rdata))
        .isEqualTo(Nsec3.from(rdata));
  }

  @Test
  void rfc5155_A_theNsec3paramRecordIsReadAndWritten() throws Exception {
    Rdata rdata = RdataText.rdata("NSEC3PARAM", "1 0 12 aabbccdd");
    Nsec3Param param = Nsec3Param.from(rdata);
    assertThat(param).hasToString("1 0 12 AABBCCDD");
    assertThat(param.toRdata()).isEqualTo(rdata);
    Rdata unsalted = RdataText.rdata("NSEC3PARAM", "1 0 0 -");
    assertThat(Nsec3Param.from(unsalted)).isEqualTo(new Nsec3Param(1, 0, 0, Nsec3Salt.NONE));
  }

  @Test
  void octetsAfterTheSaltOfAnNsec3paramRecordAreRefused() {
    Rdata rdata = Rdata.copyOf(new byte[] {1, 0, 0, 0, 0, 7});
    assertThatThrownBy(() -> Nsec3Param.from(rdata)).hasMessageContaining("1 more octets");
  }

  @Test
  void aSaltIsPairsOfHexDigitsOrADash() {
    assertThat(Nsec3Salt.of("-")).isEqualTo(Nsec3Salt.NONE).hasToString("-");
    assertThat(Nsec3Salt.of("ab".repeat(255)).length()).isEqualTo(255);
    for (String wrong : new String[] {"", "a", "0g", "--", "ab".repeat(256)}) {
      assertThatThrownBy(() -> Nsec3Salt.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void rfc8976_2_3_zonemdExampleIsReadAndWritten() throws Exception {
    String digest = "FEBE3D4CE2EC2FFA4BA99D46CD69D6D29711E55217057BEE7EB1A7B641A47BA7";
    Rdata rdata =
        RdataText.rdata("ZONEMD", "2018031500 1 1 " + digest + "FED2DD5B97AE499FAFA4F22C6BD647DE");
    Zonemd zonemd = Zonemd.from(rdata);
    assertThat(zonemd.serial()).isEqualTo(new Serial(2018031500L));
    assertThat(zonemd.scheme()).isEqualTo(Zonemd.SIMPLE);
    assertThat(zonemd.hash()).isEqualTo(1);
    assertThat(zonemd.digest()).hasSize(48);
    assertThat(zonemd.toRdata()).isEqualTo(rdata);
    assertThat(zonemd.toString()).startsWith("2018031500 1 1 FEBE3D4C");
  }
}
