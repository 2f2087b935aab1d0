package org.offlinesign.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file that lines are only ever added to: an audit log, whatever it is called and whoever writes
 * it, known by what its lines begin with.
 */
public final class GrowingFile {
  /** What each line begins with, before its number. */
  public static final String BEGINNING = "{\"sequence\":";

  // Where the very first line is torn, the next one tells.
  private static final int LOOK = 1 << 13;
  private static final Pattern LINE =
      Pattern.compile(
          "^" + Pattern.quote(BEGINNING) + "[1-9][0-9]*,\"previous\":\"[0-9a-f]{64}\",",
          Pattern.MULTILINE);

  private GrowingFile() {}

  /**
   * Refuses a file, not the one behind a link, that must be neither replaced nor removed.
   *
   * @throws AdvisedFileException if it is an audit log
   */
  public static void refuse(Path file) throws IOException {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isGrowing(file)) {
      throw new AdvisedFileException(
          file.toString(), "it is an audit log, which is never replaced", "name another file");
    }
  }

  private static boolean isGrowing(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      String text = new String(in.readNBytes(LOOK), StandardCharsets.ISO_8859_1);
      return LINE.matcher(text).find();
    } catch (AccessDeniedException unreadable) {
      // Whoever writes a log reads it, so that it is none that this program keeps.
      return false;
    }
  }
}
