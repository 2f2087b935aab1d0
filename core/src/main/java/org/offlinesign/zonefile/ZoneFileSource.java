package org.offlinesign.zonefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.offlinesign.file.AdvisedFileException;
import org.offlinesign.file.FileWitness;
import org.offlinesign.file.WitnessedOctets;
import org.offlinesign.file.WrittenFile;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;

/** Where the text of a zone comes from: a file, or a stream that has a name. */
public final class ZoneFileSource {
  private final String name;
  private final Origin origin;
  private final Progress progress;

  private ZoneFileSource(String name, Origin origin, Progress progress) {
    this.name = name;
    this.origin = origin;
    this.progress = progress;
  }

  /** Where the octets are. */
  private sealed interface Origin {
    InputStream open(Progress progress) throws IOException;
  }

  private record OfStream(InputStream stream) implements Origin {
    @Override
    public InputStream open(Progress progress) {
      return stream;
    }
  }

  private record OfWritten(WrittenFile file) implements Origin {
    @Override
    public InputStream open(Progress progress) throws IOException {
      progress.expect(Quantity.OCTETS, file.size());
      return file.open();
    }
  }

  private record OfFile(Path file) implements Origin {
    @Override
    public InputStream open(Progress progress) throws IOException {
      try {
        if (Files.isDirectory(file)) {
          throw new AdvisedFileException(
              file.toString(), "expected a zone file but found a folder", "name a file in it");
        }
        if (Files.isRegularFile(file)) {
          progress.expect(Quantity.OCTETS, Files.size(file));
        }
        return Files.newInputStream(file);
      } catch (NoSuchFileException e) {
        throw new IOException("there is no file " + file, e);
      } catch (AccessDeniedException e) {
        throw new IOException("the permissions of " + file + " do not allow reading it", e);
      }
    }
  }

  /** Returns a file as a source; it may be read many times, unless it is a pipe. */
  public static ZoneFileSource of(Path path) {
    return new ZoneFileSource(path.toString(), new OfFile(path), new Progress());
  }

  /**
   * Returns a stream as a source; it can be read once and is closed by the reading.
   *
   * @param name stands in messages where a file's name would
   */
  public static ZoneFileSource of(String name, InputStream stream) {
    return new ZoneFileSource(name, new OfStream(stream), new Progress());
  }

  /** Returns what was written just before, by the work that reads it back, as a source. */
  public static ZoneFileSource readBack(WrittenFile file, Progress watch) {
    return new ZoneFileSource(file.path().toString(), new OfWritten(file), watch);
  }

  /**
   * Returns the same source with what takes note of how far the reading has come, and the work on
   * the zone after it.
   */
  public ZoneFileSource reportingTo(Progress watch) {
    return new ZoneFileSource(name, origin, watch);
  }

  /** Returns what takes note of how far the work on the zone has come. */
  public Progress progress() {
    return progress;
  }

  /** Begins the stage of the reading. */
  void enterStage() {
    if (origin instanceof OfWritten) {
      progress.enter(Stage.READ_BACK, Optional.empty());
    } else {
      progress.enter(Stage.READ, Optional.of(name));
    }
  }

  /** Returns the name for messages. */
  public String name() {
    return name;
  }

  /** Returns the path of a file. */
  public Optional<Path> path() {
    return origin instanceof OfFile file ? Optional.of(file.file()) : Optional.empty();
  }

  /** Returns the file that has been written but has no name yet. */
  public Optional<WrittenFile> written() {
    return origin instanceof OfWritten written ? Optional.of(written.file()) : Optional.empty();
  }

  /** Returns the octets from the start. */
  InputStream open() throws IOException {
    // What was written just before by the same work is no input of it.
    FileWitness witness = origin instanceof OfWritten ? FileWitness.NONE : progress.files();
    return new WatchedStream(name, origin.open(progress), progress, new WitnessedOctets(witness));
  }
}
