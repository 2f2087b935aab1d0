package org.offlinesign.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.WitnessedFile;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;

/**
 * What a command has had to do with: the zone, keys, and files with their digests. Nothing is
 * noted, or read for it, where nobody has asked. Thread safe.
 */
public final class CommandNotes {
  private final Optional<String> run;
  private final Supplier<MessageDigest> digests;
  private final FileDigests files;
  private final Set<KeyNote> keys = new LinkedHashSet<>();
  private final Set<KeyNote> meant = new LinkedHashSet<>();
  private final FileNotes inputs = new FileNotes(FileDigests.newDigest());
  private final FileNotes outputs = new FileNotes(FileDigests.newDigest());
  private final Set<String> removed = new LinkedHashSet<>();
  private final Map<Path, Optional<WitnessedFile>> watched = new HashMap<>();
  private @Nullable DnsName zone;

  private CommandNotes(Optional<String> run, Supplier<MessageDigest> digests, FileDigests files) {
    this.run = run;
    this.digests = digests;
    this.files = files;
  }

  /** Returns what takes no notes. */
  public static CommandNotes unwanted() {
    return new CommandNotes(Optional.empty(), FileDigests::newDigest, new FileDigests());
  }

  /**
   * Returns what takes notes.
   *
   * @param run what tells this run of a command from all others
   * @param resources make the digests of what is large, and remember those of what is small
   */
  public static CommandNotes of(String run, Resources resources) {
    return new CommandNotes(
        Optional.of(run), () -> resources.providers().digest("SHA-256"), resources.fileDigests());
  }

  /** Returns what tells this run from all others; empty where no notes are taken. */
  public Optional<String> run() {
    return run;
  }

  /** Notes what zone the command is about. */
  public synchronized void zone(DnsName name) {
    zone = name;
  }

  /** Notes what was done with a key. */
  public void key(ZoneKey key, KeyDeed deed) {
    add(KeyNote.of(key, deed));
  }

  /** Notes what was done with a key. */
  public void key(StoredKey key, KeyDeed deed) {
    add(KeyNote.of(key, deed));
  }

  private synchronized void add(KeyNote note) {
    if (run.isPresent()) {
      meant.remove(note);
      keys.add(note);
    }
  }

  /** Notes what is about to be done with a key, until it is noted as done. */
  public void meant(ZoneKey key, KeyDeed deed) {
    addMeant(KeyNote.of(key, deed));
  }

  /** Notes what is about to be done with a key, until it is noted as done. */
  public void meant(StoredKey key, KeyDeed deed) {
    addMeant(KeyNote.of(key, deed));
  }

  private synchronized void addMeant(KeyNote note) {
    if (run.isPresent() && !keys.contains(note)) {
      meant.add(note);
    }
  }

  /** Returns what is to digest the octets of one file; empty if nobody wants to know. */
  Optional<MessageDigest> newDigest() {
    return run.map(wanted -> digests.get());
  }

  synchronized void hasRead(WitnessedFile file) {
    inputs.add(file);
  }

  synchronized void hasWritten(WitnessedFile file) {
    outputs.add(file);
  }

  /** Notes a small file that was read, and reads it again for its digest unless that is known. */
  public void read(Path file) throws IOException {
    if (run.isPresent()) {
      hasRead(files.of(file));
    }
  }

  /** Notes a small file that was written, and reads it for its digest unless that is known. */
  public void wrote(Path file) throws IOException {
    if (run.isPresent()) {
      hasWritten(files.of(file));
    }
  }

  /** Notes that a file was removed. */
  public synchronized void removed(Path file) {
    removed.add(file.toString());
  }

  /** Takes note of what a file is that may be changed from now on. */
  public void watch(Path file) throws IOException {
    if (run.isPresent()) {
      Optional<WitnessedFile> present = presentContent(file);
      synchronized (this) {
        watched.putIfAbsent(file, present);
      }
    }
  }

  /** Notes that the watched file was written, if it is another now. */
  public void wroteIfChanged(Path file) throws IOException {
    if (run.isPresent()) {
      Optional<WitnessedFile> present = presentContent(file);
      synchronized (this) {
        if (present.isPresent() && !present.equals(watched.get(file))) {
          outputs.add(present.get());
        }
      }
    }
  }

  private Optional<WitnessedFile> presentContent(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(files.of(file)) : Optional.empty();
  }

  /** Returns the zone, if the command is about one. */
  public synchronized Optional<DnsName> zone() {
    return Optional.ofNullable(zone);
  }

  /** Returns the keys, and what was done with each. */
  public synchronized List<KeyNote> keys() {
    return List.copyOf(keys);
  }

  /** Returns the keys with which more was meant to be done than is known to have been. */
  public synchronized List<KeyNote> meantKeys() {
    return List.copyOf(meant);
  }

  /** Returns the files that were read. */
  public synchronized FileNotes.Noted inputs() {
    return inputs.noted();
  }

  /** Returns the files that were written. */
  public synchronized FileNotes.Noted outputs() {
    return outputs.noted();
  }

  /** Returns the files that were removed. */
  public synchronized List<String> removed() {
    return List.copyOf(removed);
  }
}
