package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * The flag and the two timeouts that begin a WINS or WINSR record of a Windows zone, {@code LOCAL
 * L1 C2}. Such records are read so that they can be left out: no other server knows them.
 */
final class WinsField extends Field {
  private static final byte[] LOCAL = {'L', 'O', 'C', 'A', 'L'};
  private static final long LOCAL_FLAG = 0x10000;
  private static final long MAX = 0xffffffffL;

  WinsField(String label) {
    super(label, "'LOCAL' or nothing, L and seconds, C and seconds");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    boolean local = isLocal(in);
    if (local) {
      advance(in);
    }
    out.u32(local ? LOCAL_FLAG : 0);
    out.u32(timeout(in, 'l'));
    advance(in);
    out.u32(timeout(in, 'c'));
  }

  private static boolean isLocal(RdataScanner in) {
    if (in.end() - in.start() != LOCAL.length) {
      return false;
    }
    for (int i = 0; i < LOCAL.length; i++) {
      if ((in.text()[in.start() + i] & 0xdf) != LOCAL[i]) {
        return false;
      }
    }
    return true;
  }

  private long timeout(RdataScanner in, char letter) throws RdataSyntaxException {
    int start = in.start();
    long seconds = -1;
    if (start < in.end() && (in.text()[start] | 0x20) == letter) {
      seconds = Decimal.parse(in.text(), start + 1, in.end(), MAX);
    }
    if (seconds < 0) {
      throw fault(in);
    }
    return seconds;
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(12);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    long flag = in.u32();
    if (flag == LOCAL_FLAG) {
      out.bytes(LOCAL).u8(' ');
    } else if (flag != 0) {
      throw wireFault("flag " + flag);
    }
    out.u8('L').decimal(in.u32()).u8(' ').u8('C').decimal(in.u32());
  }
}
