package org.offlinesign.sign;

import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.seal.FileLayout;
import org.offlinesign.zonefile.RecordText;
import org.offlinesign.zonefile.WindowsPrinter;

/** How the text of the signed zone is laid out. */
public enum ZoneLayout {
  /** A record a line, owners relative to the zone. */
  TEXT {
    @Override
    String heading(DnsName zone, Serial serial) {
      return "$ORIGIN " + zone + "\n";
    }
  },
  /** A record a line, every name absolute. */
  FULL {
    @Override
    String heading(DnsName zone, Serial serial) {
      return "";
    }
  },
  /** As Windows DNS servers write their files. */
  WINDOWS {
    @Override
    String heading(DnsName zone, Serial serial) {
      return WindowsPrinter.heading(zone, serial);
    }

    @Override
    String lineEnd() {
      return "\r\n";
    }

    @Override
    boolean signaturesFirst(int type) {
      return type == RecordType.NSEC3.code();
    }
  };

  /** Returns a printer of records; for one thread. */
  RecordText printer(RecordClass recordClass, DnsName zone) {
    return fileLayout().printer(recordClass, zone);
  }

  /** Returns how the program knows again what it wrote in this layout. */
  FileLayout fileLayout() {
    return FileLayout.valueOf(name());
  }

  /** Says whether comments of the zone's owner may stand in it. */
  public boolean holdsComments() {
    return fileLayout().holdsComments();
  }

  /** Returns what ends a line. */
  String lineEnd() {
    return "\n";
  }

  /** Returns what stands before the apex. */
  abstract String heading(DnsName zone, Serial serial);

  /** Says whether the signatures of RRsets of a type stand before the records. */
  boolean signaturesFirst(int type) {
    return false;
  }
}
