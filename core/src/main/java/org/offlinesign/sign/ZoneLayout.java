package org.offlinesign.sign;

import java.nio.charset.StandardCharsets;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordClass;
import org.offlinesign.zonefile.RecordPrinter;

/** How the text of the signed zone is laid out: in each, a record stands on one line. */
public enum ZoneLayout {
  /** Owners relative to the zone. */
  TEXT {
    @Override
    RecordPrinter printer(RecordClass recordClass, DnsName zone) {
      return RecordPrinter.relative(recordClass, zone);
    }

    @Override
    byte[] heading(DnsName zone) {
      return ("$ORIGIN " + zone + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
  },
  /** Every name absolute. */
  FULL {
    @Override
    RecordPrinter printer(RecordClass recordClass, DnsName zone) {
      return RecordPrinter.absolute(recordClass);
    }

    @Override
    byte[] heading(DnsName zone) {
      return new byte[0];
    }
  };

  /** Returns a printer of records; for one thread. */
  abstract RecordPrinter printer(RecordClass recordClass, DnsName zone);

  /** Returns what stands before the first record. */
  abstract byte[] heading(DnsName zone);
}
