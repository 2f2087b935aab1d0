package org.offlinesign.sign;

import org.offlinesign.file.WrittenFile;
import org.offlinesign.zonefile.IncludeStandIn;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * How a signed zone is read before its file takes its name: as name servers will read it then.
 *
 * @param source where the reading begins
 * @param reading how it is read
 */
public record ReadBack(ZoneFileSource source, ZoneFileOptions reading) {
  /** Returns how to read what has been written for a request. */
  public static ReadBack of(SigningRequest request, WrittenFile written) {
    if (request.content() == ZoneContent.INCLUDED) {
      return new ReadBack(
          request.input(), request.reading().with(IncludeStandIn.of(request.output(), written)));
    }
    return new ReadBack(
        ZoneFileSource.readBack(written, request.input().progress()),
        ZoneFileOptions.builder(request.zone())
            .recordClass(request.reading().recordClass())
            .build());
  }
}
