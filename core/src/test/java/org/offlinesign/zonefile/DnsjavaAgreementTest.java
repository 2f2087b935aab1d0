package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.testing.Corpus;
import org.offlinesign.testing.CorpusFile;
import org.offlinesign.testing.CorpusFile.Kind;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Zones that dnsjava reads, too, have the same octets in every record. */
class DnsjavaAgreementTest {
  private static final int LARGEST_FILE = 1 << 20;

  private static final String OWNER_OF_FIRST_CASE =
      "dnsjava gives the same name in other case the case of the record before";

  /** Where dnsjava is mistaken. */
  private static final Map<String, String> MISTAKES =
      Map.of(
          "suites/bind9/bin/tests/system/allow_query/ns2/generic.db",
          "dnsjava takes $ORIGIN @ for the root; it is the origin that holds (RFC 1035 §5.1)",
          "suites/domain/test-data/example.com.zone",
          OWNER_OF_FIRST_CASE,
          "suites/knot/tests-extra/tests/records/duplicates/data/duplicates.zone",
          OWNER_OF_FIRST_CASE,
          "vectors/bind-rdata/loc-030-good.zone",
          "dnsjava loses the sign of -0.95m",
          "vectors/knot-zscanner/36_RRSIG-003-good.zone",
          "dnsjava lowers times after 2038; the vector has FFFFFFFF, as here");

  @Test
  void everyRecordThatBothReadIsTheSame() throws IOException {
    List<CorpusFile> files = new ArrayList<>(Corpus.require().hard(Kind.VALID_ZONE));
    files.addAll(Corpus.require().hard(Kind.SIGNED_VALID));
    Map<String, String> differing = new TreeMap<>();
    int compared = 0;
    long records = 0;
    for (CorpusFile file : files) {
      Optional<List<String>> theirs = readByDnsjava(file);
      Optional<List<String>> ours = theirs.isEmpty() ? Optional.empty() : read(file);
      if (ours.isPresent()) {
        compared++;
        records += ours.get().size();
        if (!ours.equals(theirs)) {
          differing.put(file.relativePath(), firstDifference(ours.get(), theirs.get()));
        }
      }
    }
    assertThat(differing).containsOnlyKeys(MISTAKES.keySet());
    assertThat(compared).isGreaterThanOrEqualTo(1800);
    assertThat(records).isGreaterThan(81_000);
  }

  private static String firstDifference(List<String> ours, List<String> theirs) {
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      if (!ours.get(i).equals(theirs.get(i))) {
        return "\n ours   " + ours.get(i) + "\n theirs " + theirs.get(i);
      }
    }
    return "\n ours " + ours.size() + " theirs " + theirs.size();
  }

  private static Optional<List<String>> read(CorpusFile file) throws IOException {
    List<String> records = new ArrayList<>();
    ZoneFileOptions options =
        ZoneFileOptions.builder(DnsName.of(file.origin()))
            .includes(
                IncludePolicy.inFolders(file.workingDirectory(), List.of(file.workingDirectory())))
            .build();
    try {
      new ZoneFileReader(options)
          .read(ZoneFileSource.of(file.path()), record -> records.add(wire(record)));
      return Optional.of(records);
    } catch (ZoneFileException e) {
      return Optional.empty();
    }
  }

  private static String wire(RecordBuffer record) {
    WireWriter out = new WireWriter(512);
    out.bytes(record.owner()).u16(record.type()).u16(record.recordClass()).u32(record.ttl());
    out.u16(record.rdata().length()).bytes(record.rdata());
    return Hex.encode(out.toByteArray());
  }

  /** Returns the records in wire form; empty if dnsjava cannot read the file. */
  private static Optional<List<String>> readByDnsjava(CorpusFile file) throws IOException {
    byte[] text = Files.readAllBytes(file.path());
    if (text.length > LARGEST_FILE
        || new String(text, StandardCharsets.ISO_8859_1).contains("$INCLUDE")) {
      return Optional.empty();
    }
    List<String> records = new ArrayList<>();
    try (Master master =
        new Master(new ByteArrayInputStream(text), Name.fromString(file.origin(), Name.root))) {
      for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
        records.add(Hex.encode(record.toWire(Section.ANSWER)));
      }
      return Optional.of(records);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
