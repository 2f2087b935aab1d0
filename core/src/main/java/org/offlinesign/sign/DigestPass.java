package org.offlinesign.sign;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.offlinesign.file.WrittenFile;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.rdata.Zonemd;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.RrsetMaker;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zone.ZoneDigest;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zone.ZonemdHash;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileReader;

/**
 * The pass over a zone that is signed and written but for its ZONEMD records: digests it in
 * canonical order and makes these records (RFC 8976 §3).
 *
 * <p>The file is read again, because neither the workers nor the chain hand on records in that
 * order. Holds what the request allows for sorting, and one name.
 */
final class DigestPass {
  private final SigningContext context;
  private final CryptoProviders providers;

  DigestPass(SigningContext context, CryptoProviders providers) {
    this.context = context;
    this.providers = providers;
  }

  /**
   * Returns the ZONEMD RRset with the digests of nothing at all: the type bitmap of the apex names
   * the RRset before it can be made (RFC 8976 §3.1).
   */
  static NodeRrset placeholder(Set<ZonemdHash> hashes, Serial serial, RrsetMaker maker, Ttl ttl) {
    return rrset(new ZoneDigest(hashes), serial, maker, ttl);
  }

  private static NodeRrset rrset(ZoneDigest digest, Serial serial, RrsetMaker maker, Ttl ttl) {
    List<Rdata> records = digest.finish(serial).stream().map(Zonemd::toRdata).toList();
    return maker.of(RecordType.ZONEMD, ttl, records);
  }

  /**
   * Returns the text of the records, to be put behind the rest.
   *
   * @throws OutputRefusedException if the file cannot be read, though it was written here
   */
  SignedBlock run(WrittenFile written, SignedApex apex) throws IOException, OutputRefusedException {
    NodeRrset zonemd =
        rrset(
            digest(written),
            apex.soa().serial(),
            new RrsetMaker(context.recordClass()),
            apex.soaTtl());
    return new UnitWork(context, providers)
        .apply(List.of(new SigningUnit.Digest(apex.node(), zonemd)));
  }

  private ZoneDigest digest(WrittenFile written) throws IOException, OutputRefusedException {
    ReadBack zone = ReadBack.of(context.request(), written);
    try (ZoneSorter sorter = new ZoneSorter(context.request().budget())) {
      new ZoneFileReader(zone.reading()).read(zone.source(), sorter);
      context.progress().enter(Stage.SORT);
      try (SortedZone sorted = sorter.finish()) {
        return digest(sorted);
      }
    } catch (ZoneFileException e) {
      throw new OutputRefusedException(e.errors().stream().map(Diagnostic::format).toList());
    }
  }

  private ZoneDigest digest(SortedZone sorted) throws IOException {
    ZoneDigest digest = new ZoneDigest(context.request().apexChanges().zonemd());
    NodeClassifier classifier = new NodeClassifier(context.zone());
    context.progress().enter(Stage.DIGEST);
    context.progress().expect(Quantity.RECORDS, sorted.records());
    ZoneCursor cursor = sorted.open();
    for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
      digest.add(node, classifier.classify(node));
      context.progress().count(Quantity.RECORDS, node.records());
    }
    return digest;
  }
}
