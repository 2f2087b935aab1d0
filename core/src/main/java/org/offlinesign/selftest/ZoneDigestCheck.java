package org.offlinesign.selftest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Zonemd;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zone.ZoneDigest;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zone.ZonemdHash;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/** Reads, sorts and digests the zone of RFC 8976 appendix A.1. */
final class ZoneDigestCheck {
  private static final DnsName ZONE = DnsName.of("example.");

  private final Surroundings surroundings;

  ZoneDigestCheck(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  CheckResult result() throws IOException {
    return new CheckResult("ZONEMD by SHA-384", "RFC 8976 appendix A.1", List.of(), problems());
  }

  private List<String> problems() throws IOException {
    byte[] text = RfcExamples.ZONE_WITH_DIGEST.getBytes(StandardCharsets.ISO_8859_1);
    SortBudget budget = new SortBudget(SortBudget.MIN_OCTETS, surroundings.folder(), 1);
    try (ZoneSorter sorter = new ZoneSorter(budget)) {
      new ZoneFileReader(ZoneFileOptions.builder(ZONE).build())
          .read(ZoneFileSource.of("RFC 8976", new ByteArrayInputStream(text)), sorter);
      try (SortedZone sorted = sorter.finish()) {
        return problems(sorted);
      }
    } catch (ZoneFileException | WireFormatException e) {
      return List.of("the zone of the RFC is not read: " + e.getMessage());
    }
  }

  private static List<String> problems(SortedZone zone) throws IOException, WireFormatException {
    ZoneDigest digest = new ZoneDigest(List.of(ZonemdHash.SHA384));
    NodeClassifier classifier = new NodeClassifier(ZONE);
    @Nullable Zonemd printed = null;
    ZoneCursor cursor = zone.open();
    for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
      digest.add(node, classifier.classify(node));
      NodeRrset records = node.rrset(RecordType.ZONEMD);
      if (records != null) {
        printed = Zonemd.from(records.rdata(0));
      }
    }
    if (printed == null) {
      return List.of("the ZONEMD record is lost");
    }
    Zonemd made = digest.finish(printed.serial()).get(0);
    return made.equals(printed) ? List.of() : List.of("expected " + printed + " but found " + made);
  }
}
