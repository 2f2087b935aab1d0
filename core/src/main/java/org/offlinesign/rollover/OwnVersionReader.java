package org.offlinesign.rollover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Ttl;
import org.offlinesign.seal.FormerName;
import org.offlinesign.seal.FormerRecords;
import org.offlinesign.seal.FormerSignature;
import org.offlinesign.seal.FormerZone;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * Reads the version that a file holds which this program wrote: a tenth of the work of {@link
 * ZoneVersionReader}, because its signatures alone say all that matters, and sorting is not needed.
 * Holds one name.
 */
final class OwnVersionReader {
  private final ZoneFileOptions options;
  private final GroupCollector groups = new GroupCollector();
  private final FormerRecords records = new FormerRecords();
  private List<SignatureSpan> lastSpans = List.of();
  private int lastTtl = -1;

  /**
   * @param options whose origin is the name of the zone
   */
  OwnVersionReader(ZoneFileOptions options) {
    this.options = options;
  }

  ReadZone read(FormerZone zone) throws IOException {
    FormerName first = zone.next();
    if (first == null) {
      throw new AssertionError("the program wrote an empty zone");
    }
    Apex apex = new Apex(first, options);
    add(first, true);
    for (FormerName name = zone.next(); name != null; name = zone.next()) {
      add(name, false);
    }
    zone.finish();
    return apex.version(zone.file().toString(), groups);
  }

  private void add(FormerName name, boolean isApex) throws IOException {
    records.show(name);
    List<FormerSignature> signatures = records.signatures();
    for (int from = 0; from < signatures.size(); ) {
      String type = signatures.get(from).typeCovered();
      int to = from + 1;
      while (to < signatures.size() && signatures.get(to).typeCovered().equals(type)) {
        to++;
      }
      if (!isApex || !type.equals(RecordType.DNSKEY.toString())) {
        add(name, signatures.subList(from, to));
      }
      from = to;
    }
  }

  private void add(FormerName name, List<FormerSignature> signatures) throws IOException {
    FormerSignature first = signatures.get(0);
    List<SignatureSpan> spans = signatures.stream().map(SignatureSpan::of).toList();
    // Most RRsets say just what the one before said.
    if (first.originalTtl() != lastTtl || !spans.equals(lastSpans)) {
      groups.add(
          spans,
          Duration.ofSeconds(first.originalTtl()),
          () -> name.name() + " " + first.typeCovered());
      lastTtl = first.originalTtl();
      lastSpans = spans;
    }
  }

  /** What a file says of the apex. */
  private static final class Apex {
    private final List<Dnskey> keys = new ArrayList<>();
    private final List<SignatureSpan> keySignatures = new ArrayList<>();
    private Duration keyTtl = Duration.ZERO;
    private @Nullable Soa soa;
    private Ttl soaTtl = new Ttl(0);

    Apex(FormerName name, ZoneFileOptions options) throws IOException {
      ZoneFileSource text =
          ZoneFileSource.of("the apex", new ByteArrayInputStream(name.toByteArray()));
      // Not as other files are read: they may have other escapes.
      ZoneFileOptions plain =
          ZoneFileOptions.builder(options.origin()).recordClass(options.recordClass()).build();
      try {
        new ZoneFileReader(plain).read(text, record -> note(record.toRecord()));
      } catch (ZoneFileException e) {
        throw new AssertionError("the program cannot read what it wrote", e);
      }
    }

    private void note(ResourceRecord record) {
      try {
        if (record.type().equals(RecordType.SOA)) {
          soa = Soa.from(record.rdata());
          soaTtl = record.ttl();
        } else if (record.type().equals(RecordType.DNSKEY)) {
          keys.add(Dnskey.from(record.rdata()));
          keyTtl = Duration.ofSeconds(record.ttl().seconds());
        } else if (record.type().equals(RecordType.RRSIG)) {
          Rrsig signature = Rrsig.from(record.rdata());
          if (signature.typeCovered().equals(RecordType.DNSKEY)) {
            keySignatures.add(SignatureSpan.of(signature));
          }
        }
      } catch (WireFormatException e) {
        throw new AssertionError("the reader hands on only whole records", e);
      }
    }

    ReadZone version(String label, GroupCollector groups) {
      if (soa == null) {
        throw new AssertionError("the program wrote a zone without an SOA record");
      }
      KeyRrset keyRrset =
          keys.isEmpty()
              ? KeyRrset.none(Duration.ofSeconds(soa.denialTtl(soaTtl).seconds()))
              : new KeyRrset(keys, keyTtl, keySignatures);
      return new ReadZone(new ZoneVersion(label, keyRrset, groups.all()), soa, soaTtl);
    }
  }
}
