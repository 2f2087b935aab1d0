package org.offlinesign.zonefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.offlinesign.file.TargetPath;
import org.offlinesign.file.WrittenFile;
import org.offlinesign.progress.Progress;

/**
 * A file that a zone file includes, or is going to, and that is being made anew from the rest of
 * the zone: what it holds now is not read, and it need not be there.
 *
 * <p>Name servers do not agree on what owner a record has that states none behind an included file,
 * so the next one behind this file has to state it.
 */
public final class IncludeStandIn {
  private final Path file;
  private final Optional<WrittenFile> text;

  private IncludeStandIn(Path file, Optional<WrittenFile> text) {
    this.file = file;
    this.text = text;
  }

  /** Returns a file in whose place nothing is read. */
  public static IncludeStandIn nothing(Path file) {
    return new IncludeStandIn(file, Optional.empty());
  }

  /**
   * Returns a file in whose place something is read that is to become the file; where nothing
   * includes it, at the end of the zone file.
   */
  public static IncludeStandIn of(Path file, WrittenFile text) {
    return new IncludeStandIn(file, Optional.of(text));
  }

  /** Says whether another path leads to the file, or would if it were there. */
  boolean isAt(Path other) throws IOException {
    if (Files.exists(other) && Files.exists(file)) {
      return Files.isSameFile(other, file);
    }
    return TargetPath.ofAny(other).equals(TargetPath.ofAny(file));
  }

  /** Returns what is read in the file's place. */
  Optional<ZoneFileSource> source(Progress watch) {
    return text.map(written -> ZoneFileSource.readBack(written, watch));
  }
}
