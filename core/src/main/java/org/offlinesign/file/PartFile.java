package org.offlinesign.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A new file beside another, removed when it is closed or the program ends unless it was moved. */
final class PartFile implements Closeable {
  // A file name holds 255 octets, and a character takes at most four of them.
  private static final int MAX_NAME_CHARACTERS = 50;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;
  private final FileChannel channel;
  private final Thread remover;
  private boolean gone;

  private PartFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
    this.remover = new Thread(this::removeAtExit, "remove " + path.getFileName());
    Runtime.getRuntime().addShutdownHook(remover);
  }

  /** Creates an empty file in the folder of another one, with the permissions it is to have. */
  static PartFile create(Path beside, FileAccess access) throws IOException {
    boolean posix = posixView(beside.resolveSibling(".")) != null;
    while (true) {
      Path path = beside.resolveSibling(randomName(beside));
      try {
        return posix ? createPosix(path, beside, access) : new PartFile(path, newChannel(path));
      } catch (FileAlreadyExistsException taken) {
        // Another random name is drawn.
      } catch (FileSystemException e) {
        throw inFolder(e, beside);
      }
    }
  }

  /** Returns the failure as one of the folder, because nobody knows the name of a part file. */
  private static FileSystemException inFolder(FileSystemException e, Path beside) {
    String folder = String.valueOf(beside.toAbsolutePath().getParent());
    String reason =
        e instanceof AccessDeniedException
            ? "no permission to make a file in this folder"
            : "no file can be made in this folder" + reasonOf(e);
    FileSystemException told = new FileSystemException(folder, null, reason);
    told.initCause(e);
    return told;
  }

  private static String reasonOf(FileSystemException e) {
    return e.getReason() == null ? "" : ": " + e.getReason();
  }

  private static String randomName(Path beside) {
    String name = Objects.requireNonNull(beside.getFileName()).toString();
    String shown = name.substring(0, Math.min(name.length(), MAX_NAME_CHARACTERS));
    return "."
        + shown
        + ".part-"
        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }

  private static PartFile createPosix(Path path, Path replaced, FileAccess access)
      throws IOException {
    boolean inherits = access == FileAccess.INHERITED;
    if (inherits && !Files.exists(replaced)) {
      return new PartFile(path, newChannel(path));
    }
    FileChannel channel = newChannel(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    PartFile part = new PartFile(path, channel);
    if (inherits) {
      try {
        copyAccess(replaced, path);
      } catch (IOException e) {
        part.close();
        throw e;
      }
    }
    return part;
  }

  private static FileChannel newChannel(Path path, FileAttribute<?>... attributes)
      throws IOException {
    return FileChannel.open(
        path, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
  }

  private static void copyAccess(Path from, Path to) throws IOException {
    PosixFileAttributes old = Objects.requireNonNull(posixView(from)).readAttributes();
    PosixFileAttributeView view = Objects.requireNonNull(posixView(to));
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(old.permissions());
    if (!old.group().equals(view.readAttributes().group()) && !canGiveTo(view, old.group())) {
      // What the old group was allowed must not pass to another group.
      permissions.remove(PosixFilePermission.GROUP_READ);
      permissions.remove(PosixFilePermission.GROUP_WRITE);
      permissions.remove(PosixFilePermission.GROUP_EXECUTE);
    }
    view.setPermissions(permissions);
  }

  private static boolean canGiveTo(PosixFileAttributeView view, GroupPrincipal group) {
    try {
      view.setGroup(group);
      return true;
    } catch (IOException notOurGroup) {
      return false;
    }
  }

  private static @Nullable PosixFileAttributeView posixView(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class);
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  /** Hands everything written to the disk. */
  void flush() throws IOException {
    channel.force(true);
  }

  /** Notes that the file has another name now and is not to be removed. */
  void moved() {
    gone = true;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      remove();
    }
  }

  private void remove() throws IOException {
    if (!gone) {
      Files.deleteIfExists(path);
      gone = true;
    }
    forgetRemover();
  }

  private void forgetRemover() {
    try {
      Runtime.getRuntime().removeShutdownHook(remover);
    } catch (IllegalStateException programIsEnding) {
      // The remover runs now; a file that is gone does not disturb it.
      return;
    }
  }

  private void removeAtExit() {
    if (!gone) {
      path.toFile().delete();
    }
  }
}
