package org.offlinesign.delegation;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.FileWitness;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;

/**
 * The keyset- and dsset- files in a folder, which is listed once; each file is read when its zone
 * is asked for.
 */
public final class ChildKeyFiles {
  private static final ChildKeyFiles NONE = new ChildKeyFiles(Map.of(), FileWitness.NONE);

  private final Map<DnsName, List<Path>> files;
  private final FileWitness witness;

  private ChildKeyFiles(Map<DnsName, List<Path>> files, FileWitness witness) {
    this.files = files;
    this.witness = witness;
  }

  /** Returns the same files with somebody who wants to know which of them are read. */
  public ChildKeyFiles shownTo(FileWitness reader) {
    return new ChildKeyFiles(files, reader);
  }

  /** Returns no files. */
  public static ChildKeyFiles none() {
    return NONE;
  }

  /** Lists the files in a folder that are of names below a zone. */
  public static ChildKeyFiles in(Path folder, DnsName zone) throws IOException {
    Builder files = builder();
    Predicate<String> mayBeBelow = KeySetFileName.mayBeBelow(zone);
    DirectoryStream.Filter<Path> filter =
        file -> mayBeBelow.test(String.valueOf(file.getFileName()));
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, filter)) {
      for (Path file : entries) {
        KeySetFileName.parse(String.valueOf(file.getFileName()))
            .filter(name -> name.zone().isAtOrBelow(zone))
            .ifPresent(name -> files.add(name.zone(), file));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return files.build();
  }

  static Builder builder() {
    return new Builder();
  }

  /** Collects files as a folder lists them. */
  static final class Builder {
    private final Map<DnsName, List<Path>> files = new HashMap<>();

    private Builder() {}

    /** Adds what a folder lists, unless it is a folder itself or not there any more. */
    void add(DnsName zone, Path file) {
      if (Files.isRegularFile(file)) {
        files.computeIfAbsent(zone, none -> new ArrayList<>()).add(file);
      }
    }

    ChildKeyFiles build() {
      files.values().forEach(Collections::sort);
      return new ChildKeyFiles(files, FileWitness.NONE);
    }
  }

  /** Returns the dsset- file of a child; empty if there is none. */
  public Optional<Path> dsset(DnsName child) {
    return files.getOrDefault(child, List.of()).stream()
        .filter(file -> KeySetFileName.isDsset(String.valueOf(file.getFileName())))
        .findFirst();
  }

  /** Returns the zones that there are files of. */
  public Set<DnsName> zones() {
    return Collections.unmodifiableSet(files.keySet());
  }

  /**
   * Reads the files of a child.
   *
   * @param digests which DS records are made of a key
   * @param now by which signatures in the files may have expired
   * @param zone the child's zone, which the files are compared with; null if it is not at hand
   */
  public ChildKeys read(
      DnsName child, Set<DigestType> digests, Instant now, @Nullable ChildZone zone)
      throws IOException {
    ChildKeyReading reading = new ChildKeyReading(child, digests, now);
    for (Path file : files.getOrDefault(child, List.of())) {
      reading.read(file, witness);
    }
    return reading.result(zone);
  }
}
