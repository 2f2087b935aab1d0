package org.offlinesign.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/** The records of a zone file, for tests to ask questions of. */
public record SignedText(List<ResourceRecord> records) {
  /** Reads a file. */
  public static SignedText read(DnsName zone, Path file) throws IOException, ZoneFileException {
    List<ResourceRecord> records = new ArrayList<>();
    new ZoneFileReader(ZoneFileOptions.builder(zone).build())
        .read(ZoneFileSource.of(file), record -> records.add(record.toRecord()));
    return new SignedText(records);
  }

  /** Returns the RDATA of all records with an owner and a type, as text. */
  public List<String> data(String owner, RecordType type) {
    return records.stream()
        .filter(record -> record.owner().equals(DnsName.of(owner)) && record.type().equals(type))
        .map(SignedText::text)
        .toList();
  }

  /** Returns the RDATA of a record as text. */
  public static String text(ResourceRecord record) {
    return RdataSchema.of(record.type()).toText(record.rdata());
  }

  /** Returns the owners of all records of a type in the order of the file. */
  public List<String> owners(RecordType type) {
    return records.stream()
        .filter(record -> record.type().equals(type))
        .map(record -> record.owner().toString())
        .toList();
  }

  /** Returns the TTLs of all records with an owner and a type. */
  public List<Integer> ttls(String owner, RecordType type) {
    return records.stream()
        .filter(record -> record.owner().equals(DnsName.of(owner)) && record.type().equals(type))
        .map(record -> record.ttl().seconds())
        .toList();
  }

  /** Returns the signatures at a name. */
  public List<Rrsig> rrsigs(String owner) throws WireFormatException {
    List<Rrsig> signatures = new ArrayList<>();
    for (ResourceRecord record : records) {
      if (record.owner().equals(DnsName.of(owner)) && record.type().equals(RecordType.RRSIG)) {
        signatures.add(Rrsig.from(record.rdata()));
      }
    }
    return signatures;
  }

  /** Returns which types are signed at a name, once for each signature. */
  public List<String> signedTypes(String owner) throws WireFormatException {
    return rrsigs(owner).stream().map(signature -> signature.typeCovered().toString()).toList();
  }
}
