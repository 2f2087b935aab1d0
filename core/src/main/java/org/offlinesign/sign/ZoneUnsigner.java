package org.offlinesign.sign;

import java.io.IOException;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.progress.Stage;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSummary;

/**
 * Copies a zone file without the records that DNSSEC put into it.
 *
 * <p>Records stay in the order of the file, except that the SOA record comes first, because some
 * servers want it so; data outside the zone and duplicates are copied too. Holds one record; those
 * before the SOA record go to a temporary file. Thread safe.
 */
public final class ZoneUnsigner {
  /**
   * Writes a zone without its DNSSEC records.
   *
   * @throws ZoneFileException if the file is no zone file, or not of the zone
   */
  public UnsigningReport unsign(UnsigningRequest request) throws IOException, ZoneFileException {
    try {
      return run(request);
    } finally {
      request.input().progress().leave();
    }
  }

  private static UnsigningReport run(UnsigningRequest request)
      throws IOException, ZoneFileException {
    try (AtomicOutput output = request.target().place().open(request.input().progress().files());
        UnsignedText text = new UnsignedText(request, output.stream())) {
      UnsigningPass pass = new UnsigningPass(request, text);
      ZoneFileSummary summary = new ZoneFileReader(request.reading()).read(request.input(), pass);
      if (!text.hasSoa()) {
        throw pass.missingSoa().in(request.input().name());
      }
      request.input().progress().enter(Stage.FINISH);
      text.finish(summary.ending());
      output.commit();
      return pass.report(summary.notices());
    }
  }
}
