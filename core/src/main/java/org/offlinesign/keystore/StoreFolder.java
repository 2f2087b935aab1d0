package org.offlinesign.keystore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder of a key store, and who may look into it. */
final class StoreFolder {
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);
  private static final Set<PosixFilePermission> REPLACING =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final int STICKY = 01000;

  private StoreFolder() {}

  /** Creates the folder of a file, and those above it, for their owner only. */
  static void create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.exists(folder)) {
      return;
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Returns, in words, who besides its owner can read or replace a file. */
  static List<String> warnings(Path file) throws IOException {
    List<String> warnings = new ArrayList<>();
    Set<PosixFilePermission> allowed = permissions(file);
    if (allowed.stream().anyMatch(OF_OTHERS::contains)) {
      warnings.add(
          "the key store "
              + file
              + " is open to others ("
              + PosixFilePermissions.toString(allowed)
              + "); chmod 600 closes it");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null
        && permissions(folder).stream().anyMatch(REPLACING::contains)
        && !isSticky(folder)) {
      warnings.add(
          "others can replace the key store, because they may write into its folder " + folder);
    }
    return List.copyOf(warnings);
  }

  private static Set<PosixFilePermission> permissions(Path path) throws IOException {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class);
    return view == null ? Set.of() : view.readAttributes().permissions();
  }

  private static boolean isSticky(Path folder) throws IOException {
    return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
        && ((Integer) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
  }
}
