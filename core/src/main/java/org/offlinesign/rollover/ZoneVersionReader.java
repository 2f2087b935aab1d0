package org.offlinesign.rollover;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.WrittenFile;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.seal.FormerZone;
import org.offlinesign.seal.UnknownFileException;
import org.offlinesign.zone.MissingSoa;
import org.offlinesign.zone.NameTooLargeException;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;
import org.offlinesign.zonefile.ZoneFileSummary;

/**
 * Reads the version that a zone file holds, signed or not, its records in any order.
 *
 * <p>Holds what its budget allows for sorting, one name, and a few figures for each set of keys
 * that sign something together. Signatures are taken for what they say and are not verified; their
 * times are those of 1970 to 2106. Thread safe.
 */
public final class ZoneVersionReader {
  private final SortBudget budget;

  /** Creates a reader. */
  public ZoneVersionReader(SortBudget budget) {
    this.budget = budget;
  }

  /**
   * Reads a file.
   *
   * @param options whose origin is the name of the zone
   * @return the version, which has the name of the file as its label
   * @throws ZoneFileException if it is no zone file, or not one of the zone
   * @throws IOException if it cannot be read, or is signed by a thousand sets of keys
   */
  public ReadZone read(ZoneFileSource source, ZoneFileOptions options)
      throws IOException, ZoneFileException {
    try {
      return run(source, options);
    } finally {
      source.progress().leave();
    }
  }

  private ReadZone run(ZoneFileSource source, ZoneFileOptions options)
      throws IOException, ZoneFileException {
    Progress progress = source.progress();
    try (ZoneSorter sorter = new ZoneSorter(budget)) {
      ZoneFileSummary summary = new ZoneFileReader(options).read(source, sorter);
      progress.enter(Stage.SORT);
      try (SortedZone sorted = sorter.finish()) {
        progress.enter(Stage.CHECK);
        progress.expect(Quantity.RECORDS, sorted.records());
        Pass pass = new Pass(options.origin(), source.name());
        ZoneCursor cursor = sorted.open();
        for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
          pass.accept(node);
          progress.count(Quantity.RECORDS, node.records());
        }
        return pass.result(source.name());
      } catch (NameTooLargeException e) {
        throw e.in(summary.files());
      }
    }
  }

  /**
   * Reads a file that this program may have written with a key of its owner, which takes much less
   * time; any other file is read as {@link #read} reads it.
   *
   * @param options whose origin is the name of the zone
   */
  public ReadZone read(ZoneFileSource source, ZoneFileOptions options, FormerZone.Owner owner)
      throws IOException, ZoneFileException {
    Progress progress = source.progress();
    try (FormerZone zone = former(source, owner)) {
      progress.enter(Stage.CHECK);
      return new OwnVersionReader(options, source.name()).read(zone);
    } catch (UnknownFileException notOurs) {
      return read(source, options);
    } finally {
      progress.leave();
    }
  }

  private static FormerZone former(ZoneFileSource source, FormerZone.Owner owner)
      throws IOException, UnknownFileException {
    Optional<WrittenFile> written = source.written();
    if (written.isPresent()) {
      return FormerZone.open(written.get(), owner, source.progress());
    }
    Optional<Path> file = source.path();
    if (file.isEmpty()) {
      throw new UnknownFileException("it is a stream");
    }
    return FormerZone.open(file.get(), owner, source.progress());
  }

  /** One pass over the names of a zone. */
  private static final class Pass {
    private final DnsName zone;
    private final CanonicalKey apex;
    private final NodeClassifier classifier;
    private final MissingSoa missingSoa;
    private final GroupCollector groups;
    private @Nullable NodeRrset soa;
    private @Nullable NodeRrset keys;
    private List<Rrsig> keySignatures = List.of();

    Pass(DnsName zone, String file) {
      this.zone = zone;
      this.groups = new GroupCollector(file);
      this.apex = zone.canonicalKey();
      this.classifier = new NodeClassifier(zone);
      this.missingSoa = new MissingSoa(zone);
    }

    void accept(OwnerNode node) throws IOException {
      NodeKind kind = classifier.classify(node);
      if (kind == NodeKind.OUT_OF_ZONE) {
        missingSoa.noteOutside(node);
        return;
      }
      List<Rrsig> signatures = signatures(node);
      boolean atApex = node.key().equals(apex);
      if (atApex) {
        noteApex(node, signatures);
      }
      for (NodeRrset rrset : node.rrsets()) {
        boolean isKeys = atApex && rrset.type() == RecordType.DNSKEY.code();
        if (kind.isSigned(rrset.type()) && !isKeys) {
          groups.add(node, rrset, covering(rrset.type(), signatures));
        }
      }
    }

    private void noteApex(OwnerNode node, List<Rrsig> signatures) {
      soa = node.rrset(RecordType.SOA);
      keys = node.rrset(RecordType.DNSKEY);
      keySignatures = covering(RecordType.DNSKEY.code(), signatures);
    }

    private List<Rrsig> signatures(OwnerNode node) {
      return NodeRrset.views(node.rrset(RecordType.RRSIG), Rrsig::from).stream()
          .filter(signature -> signature.signer().equals(zone))
          .toList();
    }

    private static List<Rrsig> covering(int type, List<Rrsig> signatures) {
      return signatures.stream().filter(s -> s.typeCovered().code() == type).toList();
    }

    ReadZone result(String file) throws ZoneFileException {
      if (soa == null) {
        throw missingSoa.in(file);
      }
      Soa data = soa.view(0, Soa::from);
      Ttl soaTtl = new Ttl(soa.ttl());
      ZoneVersion version = new ZoneVersion(file, keyRrset(data.denialTtl(soaTtl)), groups.all());
      return new ReadZone(version, data, soaTtl);
    }

    private KeyRrset keyRrset(Ttl negativeTtl) {
      if (keys == null) {
        return KeyRrset.none(Duration.ofSeconds(negativeTtl.seconds()));
      }
      List<Dnskey> records = NodeRrset.views(keys, Dnskey::from);
      List<SignatureSpan> spans = keySignatures.stream().map(SignatureSpan::of).toList();
      return new KeyRrset(records, GroupCollector.largestTtl(keys), spans);
    }
  }
}
