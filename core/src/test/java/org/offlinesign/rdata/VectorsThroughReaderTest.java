package org.offlinesign.rdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Rdata;
import org.offlinesign.testing.Corpus;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/** The zone file reader and the scanner of these tests hand the same fields to the schema. */
class VectorsThroughReaderTest {
  @ParameterizedTest
  @CsvSource({
    "vectors/knot-zscanner, ., 6, 508",
    "vectors/bind-rdata, example., 5, 214",
    "vectors/simdzone, example.com., 6, 189"
  })
  void aZoneFileGivesTheSameOctetsOrIsRefusedToo(
      String folder, String origin, int linesBefore, int expectedFiles) throws IOException {
    VectorTally tally = new VectorTally();
    try (Stream<Path> files = Files.list(Corpus.require().file(folder))) {
      for (Path file : files.filter(RdataVectorsTest::isAboutRdata).sorted().toList()) {
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        String record = String.join("\n", lines.subList(linesBefore, lines.size())) + "\n";
        String alone = octets(RdataVectorsTest.octetsOrMessage(record, DnsName.of(origin)));
        String inZone = lastRecord(file, DnsName.of(origin));
        boolean agrees = octets(inZone).equals(alone);
        String key = file.getFileName().toString().replace(".zone", "");
        tally.count(key, agrees ? "" : inZone + " is not " + alone + " of " + record);
      }
    }
    tally.verify(expectedFiles);
  }

  private static String octets(String outcome) {
    return outcome.startsWith("refused") ? "refused" : outcome;
  }

  private static String lastRecord(Path file, DnsName origin) throws IOException {
    String[] last = {"refused: no record"};
    try {
      new ZoneFileReader(ZoneFileOptions.builder(origin).build())
          .read(
              ZoneFileSource.of(file),
              record -> last[0] = record.type() + " " + Rdata.copyOf(record.rdata()));
      return last[0];
    } catch (ZoneFileException e) {
      return "refused: " + e.getMessage();
    }
  }
}
