package org.offlinesign.zonefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the text of a zone comes from: a file, or a stream that has a name. */
public final class ZoneFileSource {
  private final String name;
  private final @Nullable Path path;
  private final @Nullable InputStream stream;

  private ZoneFileSource(String name, @Nullable Path path, @Nullable InputStream stream) {
    this.name = name;
    this.path = path;
    this.stream = stream;
  }

  /** Returns a file as a source; it may be read many times. */
  public static ZoneFileSource of(Path path) {
    return new ZoneFileSource(path.toString(), path, null);
  }

  /**
   * Returns a stream as a source; it can be read once and is closed by the reading.
   *
   * @param name stands in messages where a file's name would
   */
  public static ZoneFileSource of(String name, InputStream stream) {
    return new ZoneFileSource(name, null, stream);
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
    if (stream != null) {
      return stream;
    }
    Path file = path().orElseThrow();
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("expected a zone file but found a directory: " + name);
      }
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + name, e);
    } catch (AccessDeniedException e) {
      throw new IOException("the permissions of " + name + " do not allow reading it", e);
    }
  }
}
