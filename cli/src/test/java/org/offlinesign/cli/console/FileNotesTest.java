package org.offlinesign.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.file.WitnessedFile;

class FileNotesTest {
  private static final int FILES = 5000;

  @TempDir private Path folder;

  private static FileNotes notes() throws Exception {
    return new FileNotes(MessageDigest.getInstance("SHA-256"));
  }

  private static WitnessedFile read(String name) {
    return new WitnessedFile(name, 7, Optional.of("abc"));
  }

  @Test
  void aFileIsNotedOnceHoweverItIsSpelled() throws Exception {
    Files.writeString(folder.resolve("included"), "content");
    FileNotes notes = notes();
    for (int i = 0; i < FILES; i++) {
      notes.add(read(folder + "/" + "./".repeat(i % 1000) + "included"));
    }
    assertThat(notes.noted().listed()).containsExactly(read(folder + "/included"));
    assertThat(notes.noted().others()).isEmpty();
  }

  @Test
  void whatIsTooMuchToBeListedIsCountedAndDigested() throws Exception {
    FileNotes notes = notes();
    FileNotes another = notes();
    for (int i = 0; i < FILES; i++) {
      notes.add(read("none/" + i));
      another.add(read("none/" + (i == FILES - 1 ? "other" : "" + i)));
    }
    assertThat(notes.noted().listed()).hasSize(FileNotes.LISTED);
    FileNotes.Others others = notes.noted().others().orElseThrow();
    assertThat(others.count()).isEqualTo(FILES - FileNotes.LISTED);
    assertThat(notes.noted().others()).contains(others);
    assertThat(another.noted().others().orElseThrow().digest()).isNotEqualTo(others.digest());
  }
}
