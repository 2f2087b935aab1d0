package org.offlinesign.file;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new file beside the one that it is to replace, removed when it is closed or the program ends
 * unless it was delivered. If the process is killed it stays, until another one makes a file in the
 * folder.
 */
final class PartFile implements UnnamedFile {
  // A file name holds 255 octets, and a character takes at most four of them.
  private static final int MAX_NAME_CHARACTERS = 50;
  private static final Set<StandardOpenOption> NEW = EnumSet.of(CREATE_NEW, READ, WRITE);

  private final Path target;
  private final Path path;
  private final FileChannel channel;
  private final Thread remover;
  private boolean gone;

  private PartFile(Path target, Path path, FileChannel channel) {
    this.target = target;
    this.path = path;
    this.channel = channel;
    this.remover = new Thread(this::removeAtExit, "remove " + path.getFileName());
    Runtime.getRuntime().addShutdownHook(remover);
  }

  /**
   * Creates an empty file with the permissions that it is to have.
   *
   * @param target is absolute, and no link
   */
  static PartFile create(Path target, FileAccess access) throws IOException {
    Path folder = Objects.requireNonNull(target.getParent());
    while (true) {
      Path path = folder.resolve(newName(target));
      PartFile part = new PartFile(target, path, open(path, target, access));
      if (StrayFiles.lock(path, part.channel)) {
        return part.prepared(access);
      }
      part.close();
    }
  }

  private static String newName(Path target) {
    String name = Objects.requireNonNull(target.getFileName()).toString();
    String shown = name.substring(0, Math.min(name.length(), MAX_NAME_CHARACTERS));
    return "." + shown + "." + StrayFiles.newName();
  }

  private static FileChannel open(Path path, Path target, FileAccess access) throws IOException {
    boolean isPrivate = access == FileAccess.OWNER_ONLY || Files.exists(target);
    StrayFiles.hold(path);
    boolean opened = false;
    try {
      FileChannel channel =
          FileChannel.open(
              path, NEW, isPrivate ? OwnerOnly.atBirth(path) : new FileAttribute<?>[0]);
      opened = true;
      return channel;
    } catch (FileSystemException e) {
      throw FolderFailure.of(e, Objects.requireNonNull(path.getParent()));
    } finally {
      if (!opened) {
        StrayFiles.release(path);
      }
    }
  }

  private PartFile prepared(FileAccess access) throws IOException {
    try {
      StrayFiles.sweepBeside(path);
      if (access == FileAccess.INHERITED && posixView(path) != null && Files.exists(target)) {
        copyAccess(target, path);
      } else if (access == FileAccess.OWNER_ONLY) {
        OwnerOnly.giveTo(path);
      }
      return this;
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
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

  @Override
  public FileChannel channel() {
    return channel;
  }

  @Override
  public Path place() {
    return target;
  }

  /** Hands the octets to the disk and gives them the name of the target. */
  @Override
  public void deliver() throws IOException {
    flush(channel, target);
    // Opened before the move, because a refusal after it would tell a success as a failure.
    try (Folder folder = Folder.of(target)) {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
      gone = true;
      folder.flush();
    }
  }

  @Override
  public boolean isDelivered() {
    return gone;
  }

  /** The folder of a file, in which a name has come or changed. */
  private record Folder(Path target, @Nullable FileChannel entries) implements Closeable {
    static Folder of(Path target) throws IOException {
      Path folder = Objects.requireNonNull(target.getParent());
      // Windows opens no folders. To ask the store of the folder would read the table of mounts.
      boolean opens = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
      return new Folder(target, opens ? FileChannel.open(folder, READ) : null);
    }

    void flush() throws IOException {
      if (entries == null) {
        return;
      }
      try {
        entries.force(true);
      } catch (IOException e) {
        AdvisedFileException told =
            new AdvisedFileException(
                target.toString(),
                "it is in its place, but its name may be lost if the power fails now, because the"
                    + " disk did not take it",
                "`sync` tries it again; `dmesg` may say what is wrong with the disk");
        told.addSuppressed(e);
        throw told;
      }
    }

    @Override
    public void close() throws IOException {
      if (entries != null) {
        entries.close();
      }
    }
  }

  private static void flush(FileChannel channel, Path shown) throws IOException {
    try {
      channel.force(true);
    } catch (IOException e) {
      FileSystemException named = new FileSystemException(shown.toString(), null, e.getMessage());
      named.addSuppressed(e);
      throw named;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      // While the lock is still held, because nobody may remove the file of another one.
      remove();
    } finally {
      channel.close();
      StrayFiles.release(path);
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
