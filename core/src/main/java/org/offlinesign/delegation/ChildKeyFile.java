package org.offlinesign.delegation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.EntryPointRecords.TooManyRecordsException;
import org.offlinesign.file.FileWitness;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Progress;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Serial;
import org.offlinesign.record.Ttl;
import org.offlinesign.zonefile.IncludePolicy;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * The DNSKEY and DS records of a child in one file: the layouts of BIND and Windows, and what dig
 * prints.
 *
 * @param keysExpire when the last of the signatures of its DNSKEY records expires; null if it has
 *     none
 * @param acceptedSince since when the records were signed if they are those that CDS records of the
 *     child asked for; null if not
 * @param complaints why there are none
 */
record ChildKeyFile(
    List<Dnskey> keys,
    List<Ds> ds,
    @Nullable Serial keysExpire,
    @Nullable Instant acceptedSince,
    List<String> complaints) {
  // BIND's files state no TTL. None is taken over: the parent's DS has the TTL of its NS RRset.
  private static final Ttl ANY_TTL = new Ttl(3600);

  // Windows leaves the final dot of the owner out, so relative names start from the root.
  private static final ZoneFileOptions OPTIONS =
      ZoneFileOptions.builder(DnsName.ROOT)
          .defaultTtl(ANY_TTL)
          .includes(IncludePolicy.refused())
          .maxErrors(1)
          .build();

  /**
   * Reads a file; one that is no master file is complained of, not an error of the parent.
   *
   * @throws IOException if the file is there but not readable: a delegation must not become
   *     insecure because of its permissions
   */
  static ChildKeyFile read(Path file, DnsName child, FileWitness witness) throws IOException {
    Keeper keeper = new Keeper(file, child);
    Progress unseen = new Progress();
    unseen.onFiles(witness);
    try {
      new ZoneFileReader(OPTIONS).read(ZoneFileSource.of(file).reportingTo(unseen), keeper);
    } catch (ZoneFileException e) {
      return ignored(file, e.errors().get(0).format());
    } catch (TooManyRecordsException e) {
      return ignored(file, "it has more than " + EntryPointRecords.MAX_RECORDS + " records");
    }
    return keeper.content(AcceptanceMark.read(file).orElse(null));
  }

  private static ChildKeyFile ignored(Path file, String reason) {
    return new ChildKeyFile(
        List.of(), List.of(), null, null, List.of(file + ": ignored, " + reason));
  }

  /** Gives up after many records of whatever type: a child's file holds little else. */
  private static final class Keeper implements RecordSink {
    private final Path file;
    private final DnsName child;
    private final EntryPointRecords records = new EntryPointRecords();
    private final List<String> complaints = new ArrayList<>();
    private @Nullable Serial keysExpire;
    private int seen;

    Keeper(Path file, DnsName child) {
      this.file = file;
      this.child = child;
    }

    @Override
    public void accept(RecordBuffer record) throws IOException {
      seen++;
      if (seen > EntryPointRecords.MAX_RECORDS) {
        throw new TooManyRecordsException();
      }
      if (EntryPointRecords.include(record)) {
        keep(record.toRecord());
      } else if (record.type() == RecordType.RRSIG.code()) {
        noteSignature(record.toRecord());
      }
    }

    private void noteSignature(ResourceRecord record) {
      Rrsig rrsig = RdataView.ofWhole(record.rdata(), Rrsig::from);
      boolean isLast = keysExpire == null || rrsig.expiration().isAfter(keysExpire);
      if (record.owner().equals(child) && rrsig.typeCovered().equals(RecordType.DNSKEY) && isLast) {
        keysExpire = rrsig.expiration();
      }
    }

    private void keep(ResourceRecord record) throws TooManyRecordsException {
      if (record.owner().equals(child)) {
        records.add(record);
      } else {
        complaints.add(
            file + ": a " + record.type() + " record of " + record.owner() + " is ignored");
      }
    }

    ChildKeyFile content(@Nullable Instant acceptedSince) {
      // A child that has asked for no DS records has an empty file.
      if (records.areAbsent() && complaints.isEmpty() && acceptedSince == null) {
        complaints.add(file + ": ignored, it has neither DNSKEY nor DS records");
      }
      return new ChildKeyFile(records.keys(), records.ds(), keysExpire, acceptedSince, complaints);
    }
  }
}
