package org.offlinesign.delegation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.zonefile.IncludePolicy;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * The DNSKEY and DS records of a child in one file: the layouts of BIND and Windows, and what dig
 * prints.
 *
 * @param complaints why there are none
 */
record ChildKeyFile(List<Dnskey> keys, List<Ds> ds, List<String> complaints) {
  // BIND's files state no TTL. None is taken over: the parent's DS has the TTL of its NS RRset.
  private static final Ttl ANY_TTL = new Ttl(3600);

  private static final int MAX_RECORDS = 1000;

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
  static ChildKeyFile read(Path file, DnsName child) throws IOException {
    Keeper keeper = new Keeper();
    try {
      new ZoneFileReader(OPTIONS).read(ZoneFileSource.of(file), keeper);
    } catch (ZoneFileException e) {
      return ignored(file, e.errors().get(0).format());
    } catch (TooManyRecordsException e) {
      return ignored(file, "it has more than " + MAX_RECORDS + " records");
    }
    return of(file, child, keeper.records);
  }

  private static ChildKeyFile ignored(Path file, String reason) {
    return new ChildKeyFile(List.of(), List.of(), List.of(file + ": ignored, " + reason));
  }

  /** Keeps DNSKEY and DS records; the file is a stranger's and may be of any length. */
  private static final class Keeper implements RecordSink {
    private final List<ResourceRecord> records = new ArrayList<>();
    private int seen;

    @Override
    public void accept(RecordBuffer record) throws IOException {
      seen++;
      if (seen > MAX_RECORDS) {
        throw new TooManyRecordsException();
      }
      if (record.type() == RecordType.DNSKEY.code() || record.type() == RecordType.DS.code()) {
        records.add(record.toRecord());
      }
    }
  }

  private static final class TooManyRecordsException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static ChildKeyFile of(Path file, DnsName child, List<ResourceRecord> records) {
    List<Dnskey> keys = new ArrayList<>();
    List<Ds> ds = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (ResourceRecord record : records) {
      if (!record.owner().equals(child)) {
        complaints.add(
            file + ": a " + record.type() + " record of " + record.owner() + " is ignored");
      } else {
        add(record, keys, ds);
      }
    }
    if (records.isEmpty()) {
      complaints.add(file + ": ignored, it has neither DNSKEY nor DS records");
    }
    return new ChildKeyFile(keys, ds, complaints);
  }

  private static void add(ResourceRecord record, List<Dnskey> keys, List<Ds> ds) {
    try {
      if (record.type().equals(RecordType.DNSKEY)) {
        keys.add(Dnskey.from(record.rdata()));
      } else {
        ds.add(Ds.from(record.rdata()));
      }
    } catch (WireFormatException e) {
      throw new AssertionError("the reader hands on only whole records", e);
    }
  }
}
