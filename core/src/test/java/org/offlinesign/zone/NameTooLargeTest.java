package org.offlinesign.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

class NameTooLargeTest {
  @TempDir Path folder;

  /** Returns the names of a zone, with one that owns some records of 32 octets and 7 of RDATA. */
  private int names(int records) throws IOException, ZoneFileException {
    String text =
        "$TTL 300\na A 192.0.2.1\n$GENERATE 100001-"
            + (100000 + records)
            + " b TXT $\nc A 192.0.2.1\n";
    try (ZoneSorter sorter = new ZoneSorter(Budgets.in(folder))) {
      new ZoneFileReader(ZoneFileOptions.builder(DnsName.of("example")).build())
          .read(
              ZoneFileSource.of(
                  "db", new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))),
              sorter);
      try (SortedZone zone = sorter.finish()) {
        ZoneCursor cursor = zone.open();
        int names = 0;
        while (cursor.next() != null) {
          names++;
        }
        return names;
      }
    }
  }

  @Test
  void aNameHasAsManyRecordsAsMemoryShallHold() throws Exception {
    assertThat(names((4 << 20) / 39)).isEqualTo(3);
  }

  @Test
  void aNameWithMoreIsRefusedAtItsPlace() {
    assertThatThrownBy(() -> names((4 << 20) / 39 + 2))
        .isInstanceOf(NameTooLargeException.class)
        .hasMessageContaining("expected at most 4 MiB of records of one name")
        .hasMessageContaining("b.example")
        .satisfies(
            e ->
                assertThat(((NameTooLargeException) e).diagnostic(List.of("db")).place().toString())
                    .isEqualTo("db:3:1"));
  }
}
