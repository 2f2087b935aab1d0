package org.offlinesign.rollover;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Ttl;
import org.offlinesign.seal.FormerName;
import org.offlinesign.seal.FormerSignature;
import org.offlinesign.seal.FormerZone;
import org.offlinesign.zonefile.ZoneFileOptions;

/**
 * Reads the version that a file holds which this program wrote: a tenth of the work of {@link
 * ZoneVersionReader}, because its signatures alone say all that matters, and sorting is not needed.
 * Holds one name.
 */
final class OwnVersionReader {
  private static final int MOST_REMEMBERED = 8;

  private final ZoneFileOptions options;
  private final GroupCollector groups;

  private @Nullable Apex apex;

  /** Signatures of RRsets that have been counted; others that say the same add nothing. */
  private final Deque<List<FormerSignature>> met = new ArrayDeque<>();

  /**
   * @param options whose origin is the name of the zone
   * @param file what the zone's file is called in messages
   */
  OwnVersionReader(ZoneFileOptions options, String file) {
    this.options = options;
    this.groups = new GroupCollector(file);
  }

  ReadZone read(FormerZone zone) throws IOException {
    zone.forEach(this::add);
    if (apex == null) {
      throw new AssertionError("the program wrote an empty zone");
    }
    return apex.version(zone.file().toString(), groups);
  }

  private void add(FormerName name) throws IOException {
    boolean isApex = apex == null;
    if (isApex) {
      apex = new Apex(name, options);
    }
    add(name, isApex);
  }

  private void add(FormerName name, boolean isApex) throws IOException {
    List<FormerSignature> signatures = name.signatures();
    for (int from = 0; from < signatures.size(); ) {
      FormerSignature first = signatures.get(from);
      int to = from + 1;
      while (to < signatures.size() && signatures.get(to).coversWhat(first)) {
        to++;
      }
      if (!isApex || !first.typeCovered().equals(RecordType.DNSKEY.toString())) {
        add(name, signatures.subList(from, to));
      }
      from = to;
    }
  }

  private void add(FormerName name, List<FormerSignature> signatures) throws IOException {
    for (List<FormerSignature> before : met) {
      if (haveTermsOf(before, signatures)) {
        return;
      }
    }
    FormerSignature first = signatures.get(0);
    groups.add(
        signatures.stream().map(SignatureSpan::of).toList(),
        Duration.ofSeconds(first.originalTtl()),
        () -> name.name(options.origin()) + " " + first.typeCovered());
    met.addFirst(List.copyOf(signatures));
    if (met.size() > MOST_REMEMBERED) {
      met.removeLast();
    }
  }

  private static boolean haveTermsOf(List<FormerSignature> before, List<FormerSignature> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).hasTermsOf(before.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What a file says of the apex. */
  private static final class Apex {
    private final List<Dnskey> keys = new ArrayList<>();
    private final List<SignatureSpan> keySignatures = new ArrayList<>();
    private Duration keyTtl = Duration.ZERO;
    private @Nullable Soa soa;
    private Ttl soaTtl = new Ttl(0);

    Apex(FormerName name, ZoneFileOptions options) throws IOException {
      name.read(options.origin(), options.recordClass(), record -> note(record.toRecord()));
    }

    private void note(ResourceRecord record) {
      if (record.type().equals(RecordType.SOA)) {
        soa = RdataView.ofWhole(record.rdata(), Soa::from);
        soaTtl = record.ttl();
      } else if (record.type().equals(RecordType.DNSKEY)) {
        keys.add(RdataView.ofWhole(record.rdata(), Dnskey::from));
        keyTtl = Duration.ofSeconds(record.ttl().seconds());
      } else if (record.type().equals(RecordType.RRSIG)) {
        Rrsig signature = RdataView.ofWhole(record.rdata(), Rrsig::from);
        if (signature.typeCovered().equals(RecordType.DNSKEY)) {
          keySignatures.add(SignatureSpan.of(signature));
        }
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
