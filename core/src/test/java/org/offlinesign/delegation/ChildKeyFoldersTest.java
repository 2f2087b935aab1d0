package org.offlinesign.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.name.DnsName;

class ChildKeyFoldersTest {
  private static final DnsName PARENT = DnsName.of("example.");
  private static final DnsName CHILD = DnsName.of("child.example.");
  private static final DnsName OTHER = DnsName.of("other.example.");

  @TempDir Path folder;
  private final AtomicLong clock = new AtomicLong();
  private ChildKeyFolders folders;

  /** A folder takes one nanosecond to list, so that what was listed is believed for twenty. */
  @BeforeEach
  void startAClockThatTicksWhenItIsRead() {
    folders = new ChildKeyFolders(clock::getAndIncrement);
  }

  private void write(String name) throws Exception {
    Files.writeString(folder.resolve(name), "");
  }

  private void assertSameAsListed(DnsName zone) throws Exception {
    ChildKeyFiles listed = ChildKeyFiles.in(folder, zone);
    ChildKeyFiles found = folders.in(folder, zone);
    assertThat(found.zones()).isEqualTo(listed.zones());
    for (DnsName child : listed.zones()) {
      assertThat(found.dsset(child)).isEqualTo(listed.dsset(child));
    }
  }

  @Test
  void theFilesOfEachZoneAreThoseThatItsFolderLists() throws Exception {
    for (String name :
        List.of(
            "keyset-child.example",
            "dsset-child.example.",
            "DSSET-Child.Example",
            "dsset-a.b.example",
            "dsset-xexample",
            "dsset-example",
            "dsset-exa%6dple",
            "keyset-%2a.example",
            "dsset-",
            "dsset-.",
            "keyset-a..example",
            ".dsset-child.example.part-1",
            "zone")) {
      write(name);
    }
    Files.createDirectory(folder.resolve("dsset-folder.example"));
    for (String zone : List.of(".", "example.", "child.example.", "b.example.", "ample.", "x.")) {
      assertSameAsListed(DnsName.of(zone));
    }
  }

  @Test
  void whatACommandOnAChildWroteIsSeenByTheNextOnItsParent() throws Exception {
    assertThat(folders.in(folder, PARENT).zones()).isEmpty();
    write("dsset-child.example");
    folders.commandEnded(Optional.of(CHILD));
    assertThat(folders.in(folder, PARENT).zones()).containsExactly(CHILD);
  }

  @Test
  void whatACommandOnNoZoneOfItsOwnWroteIsSeenByAll() throws Exception {
    assertThat(folders.in(folder, OTHER).zones()).isEmpty();
    write("dsset-a.other.example");
    folders.commandEnded(Optional.empty());
    assertThat(folders.in(folder, OTHER).zones()).hasSize(1);
  }

  @Test
  void commandsOnOtherZonesAreNoReasonToListTheFolderAgain() throws Exception {
    assertThat(folders.in(folder, OTHER).zones()).isEmpty();
    write("dsset-a.other.example");
    folders.commandEnded(Optional.of(CHILD));
    assertThat(folders.in(folder, OTHER).zones()).isEmpty();
  }

  @Test
  void whatOthersWroteIsSeenAfterAWhile() throws Exception {
    assertThat(folders.in(folder, PARENT).zones()).isEmpty();
    write("dsset-child.example");
    clock.addAndGet(20);
    assertThat(folders.in(folder, PARENT).zones()).containsExactly(CHILD);
  }

  @Test
  void whatWasTakenAwayIsNotThereAnyMore() throws Exception {
    write("dsset-child.example");
    assertThat(folders.in(folder, PARENT).zones()).containsExactly(CHILD);
    Files.delete(folder.resolve("dsset-child.example"));
    assertThat(folders.in(folder, PARENT).zones()).isEmpty();
  }
}
