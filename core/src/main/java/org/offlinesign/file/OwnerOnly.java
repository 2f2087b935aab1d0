package org.offlinesign.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The permissions of a file with a secret in it: its owner reads and writes it, nobody else. */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> PERMISSIONS =
      PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /**
   * Returns what such a file is made with, so that it has never been open to others; nothing where
   * the file system knows no permissions.
   */
  public static FileAttribute<?>[] atBirth(Path file) {
    boolean knowsThem = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return knowsThem
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PERMISSIONS)}
        : new FileAttribute<?>[0];
  }

  /** Gives a file that its owner has just made to him alone, where the umask took it from him. */
  public static void giveTo(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && !view.readAttributes().permissions().equals(PERMISSIONS)) {
      view.setPermissions(PERMISSIONS);
    }
  }
}
