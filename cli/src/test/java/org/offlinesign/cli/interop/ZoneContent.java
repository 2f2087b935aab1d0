package org.offlinesign.cli.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/** The records of a file that a command wrote, and what a test asks of them. */
record ZoneContent(List<ResourceRecord> records) {
  static ZoneContent read(Path file, String origin) throws IOException, ZoneFileException {
    List<ResourceRecord> records = new ArrayList<>();
    // The records of dsset- files state no TTL.
    ZoneFileOptions options =
        ZoneFileOptions.builder(DnsName.of(origin)).defaultTtl(new Ttl(0)).build();
    new ZoneFileReader(options)
        .read(ZoneFileSource.of(file), record -> records.add(record.toRecord()));
    return new ZoneContent(List.copyOf(records));
  }

  /** Returns the records of a type, wherever they are. */
  List<ResourceRecord> ofType(RecordType type) {
    return records.stream().filter(record -> record.type().equals(type)).toList();
  }

  /** Returns the key tags of the DNSKEY records. */
  Set<Integer> publishedTags() throws WireFormatException {
    Set<Integer> tags = new TreeSet<>();
    for (ResourceRecord record : ofType(RecordType.DNSKEY)) {
      tags.add(Dnskey.from(record.rdata()).keyTag());
    }
    return tags;
  }

  /** Returns the key tags of the signatures over RRsets of a type. */
  Set<Integer> tagsSigning(RecordType covered) throws WireFormatException {
    Set<Integer> tags = new TreeSet<>();
    for (ResourceRecord record : ofType(RecordType.RRSIG)) {
      Rrsig signature = Rrsig.from(record.rdata());
      if (signature.typeCovered().equals(covered)) {
        tags.add(signature.keyTag());
      }
    }
    return tags;
  }

  /** Returns the key tags of the DS records. */
  Set<Integer> handedOverTags() throws WireFormatException {
    Set<Integer> tags = new TreeSet<>();
    for (ResourceRecord record : ofType(RecordType.DS)) {
      tags.add(Ds.from(record.rdata()).keyTag());
    }
    return tags;
  }

  /** Returns the DS records as one compares them: owner, key tag, algorithm, digest. */
  Set<String> delegationSigners() throws WireFormatException {
    Set<String> lines = new TreeSet<>();
    for (ResourceRecord record : ofType(RecordType.DS)) {
      lines.add(record.owner() + " " + Ds.from(record.rdata()));
    }
    return lines;
  }
}
