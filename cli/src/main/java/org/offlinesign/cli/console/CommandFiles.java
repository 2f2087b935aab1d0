package org.offlinesign.cli.console;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.offlinesign.file.FileWitness;
import org.offlinesign.file.WitnessedFile;

/** Tells of what a command reads and writes, and keeps its outputs from what must stay. */
public record CommandFiles(CommandNotes notes, KeptFiles kept) implements FileWitness {
  @Override
  public Optional<MessageDigest> newDigest() {
    return notes.newDigest();
  }

  @Override
  public void hasRead(WitnessedFile file) {
    notes.hasRead(file);
  }

  @Override
  public void hasWritten(WitnessedFile file) {
    notes.hasWritten(file);
  }

  @Override
  public void includes(Path file) {
    kept.keep(file, "a file that the zone includes");
  }

  @Override
  public void mayReplace(Path file) throws IOException {
    Optional<String> lost = kept.lostBy(file);
    if (lost.isPresent()) {
      throw new FileSystemException(
          file.toString(),
          null,
          "it is not replaced, because that is " + lost.get() + "; name another file");
    }
  }
}
