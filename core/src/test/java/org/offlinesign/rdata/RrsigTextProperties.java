package org.offlinesign.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;

/** Holds {@link RrsigText} to {@link RdataSchema#print}, which remembers nothing. */
class RrsigTextProperties {
  private static final List<String> SIGNERS =
      List.of("\7example\0", "\4test\7example\0", "\7exampl \0", "\0", "\7EXAMPLE\0", "\100x\0");
  private static final int RECORDS = 200;

  @Property
  void writesWhatTheSchemaWritesWhateverCameBefore(@ForAll Random random) {
    RrsigText remembering = new RrsigText();
    for (int record = 0; record < RECORDS; record++) {
      byte[] rdata = rdata(random);
      int offset = random.nextInt(3);
      WireWriter placed = new WireWriter(300).bytes(new byte[offset]).bytes(rdata).u8(7);
      WireWriter written = new WireWriter(16).ascii("before ");

      remembering.print(placed.array(), offset, rdata.length, written);

      assertThat(written.toString())
          .isEqualTo("before " + RdataSchema.of(RecordType.RRSIG).toText(Rdata.copyOf(rdata)));
    }
  }

  /** Returns RDATA that often begins as others did, and is sometimes cut off. */
  private static byte[] rdata(Random random) {
    WireWriter out = new WireWriter(128);
    out.u16(new int[] {1, 2, 257, 47}[random.nextInt(4)]).u8(13).u8(random.nextInt(3)).u32(3600);
    out.u32(1_700_000_000L + random.nextInt(2)).u32(1_690_000_000L).u16(random.nextInt(2));
    String signer = SIGNERS.get(random.nextInt(SIGNERS.size()));
    out.bytes(signer.getBytes(StandardCharsets.ISO_8859_1));
    byte[] signature = new byte[random.nextInt(8) == 0 ? 0 : random.nextInt(70)];
    random.nextBytes(signature);
    out.bytes(signature);
    byte[] whole = out.toByteArray();
    return random.nextInt(8) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole;
  }
}
