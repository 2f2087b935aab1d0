package org.offlinesign.zonefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.FileWitness;
import org.offlinesign.file.WitnessedOctets;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;

/** Where the text of a zone comes from: a file, or a stream that has a name. */
public final class ZoneFileSource {
  private final String name;
  private final @Nullable Path path;
  private final @Nullable InputStream stream;
  private final Progress progress;
  private final Stage stage;

  private ZoneFileSource(
      String name, @Nullable Path path, @Nullable InputStream stream, Watch watch) {
    this.name = name;
    this.path = path;
    this.stream = stream;
    this.progress = watch.progress();
    this.stage = watch.stage();
  }

  /** What takes note of the reading, and as what. */
  private record Watch(Progress progress, Stage stage) {}

  /** Returns a file as a source; it may be read many times, unless it is a pipe. */
  public static ZoneFileSource of(Path path) {
    return new ZoneFileSource(path.toString(), path, null, new Watch(new Progress(), Stage.READ));
  }

  /**
   * Returns a stream as a source; it can be read once and is closed by the reading.
   *
   * @param name stands in messages where a file's name would
   */
  public static ZoneFileSource of(String name, InputStream stream) {
    return new ZoneFileSource(name, null, stream, new Watch(new Progress(), Stage.READ));
  }

  /**
   * Returns the same source with what takes note of how far the reading has come, and the work on
   * the zone after it.
   */
  public ZoneFileSource reportingTo(Progress watch) {
    return new ZoneFileSource(name, path, stream, new Watch(watch, stage));
  }

  /** Returns the same source as one that was written just before, by the work that reads it. */
  public ZoneFileSource readBack(Progress watch) {
    return new ZoneFileSource(name, path, stream, new Watch(watch, Stage.READ_BACK));
  }

  /** Returns what takes note of how far the work on the zone has come. */
  public Progress progress() {
    return progress;
  }

  /** Begins the stage of the reading. */
  void enterStage() {
    progress.enter(stage, stage == Stage.READ ? Optional.of(name) : Optional.empty());
  }

  /** Returns the name for messages. */
  public String name() {
    return name;
  }

  /** Returns the path of a file. */
  public Optional<Path> path() {
    return Optional.ofNullable(path);
  }

  /** Returns the octets from the start. */
  InputStream open() throws IOException {
    // What was written just before by the same work is no input of it.
    FileWitness witness = stage == Stage.READ ? progress.files() : FileWitness.NONE;
    InputStream octets = stream != null ? stream : openFile();
    return new WatchedStream(name, octets, progress, new WitnessedOctets(witness));
  }

  private InputStream openFile() throws IOException {
    Path file = path().orElseThrow();
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("expected a zone file but found a directory: " + name);
      }
      if (Files.isRegularFile(file)) {
        progress.expect(Quantity.OCTETS, Files.size(file));
      }
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + name, e);
    } catch (AccessDeniedException e) {
      throw new IOException("the permissions of " + name + " do not allow reading it", e);
    }
  }
}
