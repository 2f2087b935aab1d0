package org.offlinesign.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The names of files that are there for a while, and the removal of those whose process was killed.
 *
 * <p>No two files ever have the same name. Whoever lives holds a lock on his file, which the system
 * gives up when the process ends in whatever way. The first file that a process makes in a folder
 * has the strays of that folder removed: those of the same user that have such a name and no lock.
 * Where the system has no locks nothing is removed.
 *
 * <p>Locks belong to the process, and to close any channel of a file gives them up; so what the
 * process itself holds has to be known to all of its threads.
 */
final class StrayFiles {
  private static final String MARK = "offlinesign-";
  private static final int RANDOM_DIGITS = 16;
  private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();
  private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

  // Far behind the octets, because Windows lets nobody read what is locked.
  private static final long LOCKED_OCTET = Long.MAX_VALUE - 1;

  private StrayFiles() {}

  /** Returns a name that no file has. */
  static String newName() {
    return MARK + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /** Says whether a file has a name that was made here, behind that of another file or alone. */
  static boolean isName(String name) {
    int start = name.length() - MARK.length() - RANDOM_DIGITS;
    boolean isBeside = start > 2 && name.charAt(0) == '.' && name.charAt(start - 1) == '.';
    return (start == 0 || isBeside)
        && name.startsWith(MARK, start)
        && name.chars().skip(start + MARK.length()).allMatch(StrayFiles::isHexDigit);
  }

  private static boolean isHexDigit(int character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }

  /** Takes note of a file that is about to be made by this process. */
  static void hold(Path file) {
    HELD.add(nameOf(file));
  }

  /** Takes note that a file is closed. */
  static void release(Path file) {
    HELD.remove(nameOf(file));
  }

  private static String nameOf(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  /**
   * Locks a new file for as long as its channel is open. Returns whether it is still there: whoever
   * looked for strays may have come between its creation and this.
   */
  static boolean lock(Path file, FileChannel channel) {
    try {
      return channel.tryLock(LOCKED_OCTET, 1, false) != null
          && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException noLocksHere) {
      // Nobody else gets a lock either, and without one nobody removes the file.
      return true;
    }
  }

  /**
   * Removes the strays of a folder, unless this process has done so before.
   *
   * @param own a file in the folder that this process has made, by which its user is known
   */
  static void sweepBeside(Path own) {
    Path folder = Objects.requireNonNull(own.toAbsolutePath().getParent());
    if (!SWEPT.add(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, StrayFiles::isStray)) {
      for (Path entry : entries) {
        removeUnlessAlive(entry, own);
      }
    } catch (IOException | DirectoryIteratorException notToBeListed) {
      // What cannot be listed cannot be swept; files can be made there all the same.
      return;
    }
  }

  private static boolean isStray(Path entry) {
    String name = nameOf(entry);
    return isName(name) && !HELD.contains(name);
  }

  private static void removeUnlessAlive(Path file, Path own) {
    try {
      // What others make is never opened: it could be a pipe, at which one would wait forever.
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !isOfSameUser(file, own)) {
        return;
      }
      // To ask for a shared lock takes no right to write, which a file may have lost by now.
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
          FileLock lock = channel.tryLock(LOCKED_OCTET, 1, true)) {
        if (lock != null) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | OverlappingFileLockException notRemovable) {
      // It stays for the next run; what this one was started for does not depend on it.
      return;
    }
  }

  private static boolean isOfSameUser(Path file, Path own) throws IOException {
    return !file.getFileSystem().supportedFileAttributeViews().contains("unix")
        || user(file).equals(user(own));
  }

  private static Object user(Path file) throws IOException {
    return Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
