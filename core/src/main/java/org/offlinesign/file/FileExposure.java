package org.offlinesign.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who besides its owner can read or replace a file that holds a secret. */
public final class FileExposure {
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);
  private static final Set<PosixFilePermission> REPLACING =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final int STICKY = 01000;
  private static final String ADMINISTRATOR = "root";

  private FileExposure() {}

  /**
   * Returns in words who else can read or replace a file; nothing where the file system knows no
   * owners, or of what is no regular file.
   *
   * @param what the file is, such as {@code the key store}
   */
  public static List<String> of(Path file, String what) throws IOException {
    PosixFileAttributes facts = attributes(file);
    if (facts == null || !facts.isRegularFile()) {
      return List.of();
    }
    String name = what + " " + file;
    List<String> warnings = ofItself(facts, name);
    warnings.addAll(ofFolder(file, name));
    return List.copyOf(warnings);
  }

  /** Returns the same; of a file that is yet to be made, what is to be said of its folder. */
  public static List<String> ofAny(Path file, String what) throws IOException {
    return Files.notExists(file) ? ofFolder(file, what + " " + file) : of(file, what);
  }

  private static List<String> ofItself(PosixFileAttributes facts, String name) {
    List<String> warnings = new ArrayList<>();
    if (facts.permissions().stream().anyMatch(OF_OTHERS::contains)) {
      warnings.add(
          name
              + " is open to others ("
              + PosixFilePermissions.toString(facts.permissions())
              + "); chmod 600 closes it");
    }
    if (isSomebodyElse(facts.owner().getName())) {
      warnings.add(
          name
              + " belongs to "
              + facts.owner().getName()
              + ", who can read and replace it; chown makes it yours");
    }
    return warnings;
  }

  private static List<String> ofFolder(Path file, String name) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    PosixFileAttributes around = folder == null ? null : attributes(folder);
    return folder != null && around != null && othersReplaceIn(folder, around)
        ? List.of(
            "others can replace "
                + name
                + ", because they may write into its folder "
                + folder
                + "; keep it in a folder of your own that is closed to them (chmod go-w)")
        : List.of();
  }

  private static @Nullable PosixFileAttributes attributes(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    return view == null ? null : view.readAttributes();
  }

  private static boolean othersReplaceIn(Path folder, PosixFileAttributes facts)
      throws IOException {
    boolean open = facts.permissions().stream().anyMatch(REPLACING::contains) && !isSticky(folder);
    return open || isSomebodyElse(facts.owner().getName());
  }

  private static boolean isSticky(Path folder) throws IOException {
    return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
        && ((Integer) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
  }

  /** The administrator can do anything anyway. Whose process this is, Java may not know. */
  private static boolean isSomebodyElse(String owner) {
    String self = System.getProperty("user.name", "?");
    return !owner.equals(ADMINISTRATOR) && !owner.equals(self) && !self.equals("?");
  }

  /**
   * Says whether a name is a symbolic link that somebody else has put there: neither who runs the
   * program, nor the administrator, nor the owner of the folder it is in.
   */
  public static boolean isForeignLink(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (!Files.isSymbolicLink(path) || view == null || folder == null) {
      return false;
    }
    String owner = view.readAttributes().owner().getName();
    return isSomebodyElse(owner) && !owner.equals(Files.getOwner(folder).getName());
  }
}
