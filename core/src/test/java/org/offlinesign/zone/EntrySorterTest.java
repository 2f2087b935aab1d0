package org.offlinesign.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntrySorterTest {
  private static final int ENTRIES = 30_000;

  @TempDir Path directory;

  /** Sort keys that are awkward in one way each. */
  enum Keys {
    RANDOM {
      @Override
      byte[] next(Random random, int number) {
        byte[] key = new byte[random.nextInt(20)];
        random.nextBytes(key);
        return key;
      }
    },
    ZEROS_AND_ONES_OF_ANY_LENGTH {
      @Override
      byte[] next(Random random, int number) {
        byte[] key = new byte[1 + random.nextInt(40)];
        key[key.length / 2] = (byte) random.nextInt(2);
        return key;
      }
    },
    LONG_COMMON_START {
      @Override
      byte[] next(Random random, int number) {
        byte[] key = new byte[300];
        Arrays.fill(key, (byte) 0xff);
        key[295] = (byte) random.nextInt();
        key[299] = (byte) random.nextInt();
        return key;
      }
    },
    ALL_EQUAL {
      @Override
      byte[] next(Random random, int number) {
        return new byte[100];
      }
    },
    ASCENDING {
      @Override
      byte[] next(Random random, int number) {
        return ByteBuffer.allocate(8).putInt(0).putInt(number / 3).array();
      }
    },
    DESCENDING {
      @Override
      byte[] next(Random random, int number) {
        return ByteBuffer.allocate(8).putInt(0).putInt(-number).array();
      }
    },
    HASHES {
      @Override
      byte[] next(Random random, int number) {
        byte[] key = new byte[20];
        random.nextBytes(key);
        return key;
      }
    },
    EACH_THE_START_OF_THE_NEXT {
      @Override
      byte[] next(Random random, int number) {
        return new byte[number * 7919 % 500];
      }
    };

    abstract byte[] next(Random random, int number);
  }

  private static final class Entry {
    private final byte[] key;
    private final byte[] rest;

    Entry(byte[] key, byte[] rest) {
      this.key = key;
      this.rest = rest;
    }

    byte[] key() {
      return key;
    }

    byte[] octets() {
      byte[] octets = Arrays.copyOf(key, key.length + rest.length);
      System.arraycopy(rest, 0, octets, key.length, rest.length);
      return octets;
    }

    @Override
    public String toString() {
      return Arrays.toString(key) + "|" + Arrays.toString(rest);
    }
  }

  private static List<Entry> entries(Keys keys) {
    Random random = new Random(keys.name().hashCode());
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      byte[] rest = ByteBuffer.allocate(4 + i % 5).putInt(i).array();
      entries.add(new Entry(keys.next(random, i), rest));
    }
    return entries;
  }

  private List<String> sorted(SortBudget budget, List<Entry> entries, boolean spills)
      throws IOException {
    try (EntrySorter sorter = new EntrySorter(budget)) {
      for (Entry entry : entries) {
        byte[] octets = entry.octets();
        sorter.add(octets, 0, entry.key().length, octets.length);
      }
      try (SortedEntries all = sorter.finish()) {
        assertThat(all.spilledOctets() > 0).isEqualTo(spills);
        return read(all.open());
      }
    }
  }

  private static List<String> read(EntryCursor cursor) throws IOException {
    List<String> read = new ArrayList<>();
    while (cursor.advance()) {
      byte[] key = Arrays.copyOfRange(cursor.octets(), cursor.start(), cursor.keyEnd());
      byte[] rest = Arrays.copyOfRange(cursor.octets(), cursor.keyEnd(), cursor.end());
      read.add(new Entry(key, rest).toString());
    }
    assertThat(cursor.advance()).isFalse();
    return read;
  }

  @ParameterizedTest
  @EnumSource
  void entriesComeInTheOrderOfAStableSort(Keys keys) throws IOException {
    List<Entry> entries = entries(keys);
    List<Entry> expected = new ArrayList<>(entries);
    expected.sort(Comparator.comparing(Entry::key, Arrays::compareUnsigned));
    List<String> texts = expected.stream().map(Entry::toString).toList();

    assertThat(sorted(new SortBudget(256 << 20, directory, 1), entries, false)).isEqualTo(texts);
    assertThat(sorted(new SortBudget(SortBudget.MIN_OCTETS, directory, 1), entries, true))
        .isEqualTo(texts);
    assertThat(sorted(new SortBudget(SortBudget.MIN_OCTETS, directory, 3), entries, true))
        .isEqualTo(texts);
  }

  @Test
  void moreFilesThanMayBeOpenAreMergedInSteps() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      byte[] key = ByteBuffer.allocate(200).putInt(i * 0x9E3779B1).array();
      entries.add(new Entry(key, new byte[] {1}));
    }
    List<Entry> expected = new ArrayList<>(entries);
    expected.sort(Comparator.comparing(Entry::key, Arrays::compareUnsigned));

    SortBudget tiny = new SortBudget(SortBudget.MIN_OCTETS, directory, 1);

    assertThat(sorted(tiny, entries, true))
        .isEqualTo(expected.stream().map(Entry::toString).toList());
  }

  @Test
  void anEmptySorterYieldsNothing() throws IOException {
    assertThat(sorted(new SortBudget(SortBudget.MIN_OCTETS, directory, 1), List.of(), false))
        .isEmpty();
  }

  @Test
  void theLongestEntriesFit() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (int i = 12; i > 0; i--) {
      byte[] key = new byte[i % 2 == 0 ? 10 : EntrySorter.MAX_ENTRY_OCTETS];
      key[0] = (byte) i;
      entries.add(new Entry(key, new byte[EntrySorter.MAX_ENTRY_OCTETS - key.length]));
    }
    List<String> expected = new ArrayList<>(entries.stream().map(Entry::toString).toList());
    Collections.reverse(expected);

    SortBudget tiny = new SortBudget(SortBudget.MIN_OCTETS, directory, 1);

    assertThat(sorted(tiny, entries, true)).isEqualTo(expected);
  }

  @Test
  void aLongerEntryIsRefused() throws IOException {
    try (EntrySorter sorter = new EntrySorter(new SortBudget(1 << 20, directory, 1))) {
      int length = EntrySorter.MAX_ENTRY_OCTETS + 1;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sorter.add(new byte[length], 0, 1, length));
    }
  }

  @Test
  void aTemporaryDirectoryThatIsNotThereIsAnError() {
    SortBudget budget = new SortBudget(SortBudget.MIN_OCTETS, directory.resolve("absent"), 1);

    assertThatThrownBy(() -> sorted(budget, entries(Keys.HASHES), true))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void whatIsSpilledIsForTheOwnerOnlyAndLosesItsName() throws IOException {
    try (SpillStore store = new SpillStore(new SortBudget(SortBudget.MIN_OCTETS, directory, 1))) {
      SpillFile file = store.create();
      file.append(new byte[] {1, 2, 3}, 3);
      byte[] read = new byte[2];
      file.read(1, read, 0, 2);

      assertThat(read).containsExactly(2, 3);
      if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
        assertThat(directory).isEmptyDirectory();
      }
      assertThatThrownBy(() -> file.read(2, read, 0, 2)).isInstanceOf(EOFException.class);
    }

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aBudgetTooSmallToWorkWithIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SortBudget(SortBudget.MIN_OCTETS - 1, directory, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SortBudget(SortBudget.MIN_OCTETS, directory, 0));
    assertThat(SortBudget.ofHeap(1000, directory, 1).octets()).isEqualTo(SortBudget.MIN_OCTETS);
    assertThat(SortBudget.ofHeap(96 << 20, directory, 1).octets()).isEqualTo(32 << 20);
    assertThat(SortBudget.ofHeap(96 << 20, directory, 1).sharedBy(2).octets()).isEqualTo(16 << 20);
  }
}
