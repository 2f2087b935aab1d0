package org.offlinesign.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;

class RecordBufferTest {
  private static final ResourceRecord RECORD =
      new ResourceRecord(
          DnsName.of("A.example."),
          RecordType.of(65280),
          RecordClass.CH,
          new Ttl(Integer.MAX_VALUE),
          Rdata.copyOf(new byte[] {1, 2, 3}));

  @Test
  void aRecordPassesThroughABuffer() {
    RecordBuffer buffer = new RecordBuffer();
    buffer.rdata().u32(0);
    buffer.owner().u8(0);
    buffer.setPlace(1, 2, 3);

    buffer.set(RECORD);

    assertThat(buffer.toRecord()).isEqualTo(RECORD);
    assertThat(buffer.toRecord().owner().sameOctets(RECORD.owner())).isTrue();
    assertThat(buffer.line()).isZero();
  }

  @Test
  void aCopyIsNotTouchedByWhatComesNext() {
    RecordBuffer buffer = new RecordBuffer();
    buffer.set(RECORD);
    ResourceRecord copy = buffer.toRecord();

    buffer.owner().array()[1] = 'x';
    buffer.rdata().array()[0] = 9;

    assertThat(copy).isEqualTo(RECORD);
  }

  @Test
  void rdataSortsAsUnsignedOctetsThatMayEnd() {
    assertThat(Rdata.copyOf(new byte[] {1})).isLessThan(Rdata.copyOf(new byte[] {1, 0}));
    assertThat(Rdata.copyOf(new byte[] {0x7f})).isLessThan(Rdata.copyOf(new byte[] {(byte) 0x80}));
    assertThat(Rdata.copyOf(new byte[0])).hasToString("\\# 0");
  }

  @Test
  void rdataOwnsItsOctetsAndHas65535AtMost() {
    byte[] octets = {1};
    Rdata rdata = Rdata.copyOf(octets);
    octets[0] = 2;
    rdata.toByteArray()[0] = 3;

    assertThat(rdata).isEqualTo(Rdata.copyOf(new byte[] {1})).hasToString("\\# 1 01");
    assertThat(Rdata.copyOf(new byte[65535]).length()).isEqualTo(65535);
    assertThatIllegalArgumentException().isThrownBy(() -> Rdata.copyOf(new byte[65536]));
  }
}
