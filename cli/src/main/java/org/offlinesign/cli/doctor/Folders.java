package org.offlinesign.cli.doctor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.StoreLocation;
import org.offlinesign.cli.argument.TemporaryFolder;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.IoFailure;

/** Looks at the folder for temporary files and that of the key store, which need not be there. */
final class Folders {
  private static final String TEMPORARY = "temporary files";
  private static final String KEYS = "key store folder";
  private static final long MEGA = 1 << 20;
  private static final long LITTLE_ROOM = 100 * MEGA;

  private final Environment env;
  private final TemporaryFolder temporary;

  Folders(Environment env, TemporaryFolder temporary) {
    this.env = env;
    this.temporary = temporary;
  }

  List<Diagnosis> look() {
    List<Diagnosis> all = new ArrayList<>();
    all.add(temporary());
    all.add(keys());
    return all;
  }

  private Diagnosis temporary() {
    try {
      Path folder = temporary.path(env);
      tryLock(folder);
      long room = Files.getFileStore(folder).getUsableSpace();
      String found = String.format(Locale.ROOT, "%s, %,d MB free, locks work", folder, room / MEGA);
      return room >= LITTLE_ROOM
          ? Diagnosis.ok(TEMPORARY, found)
          : Diagnosis.note(TEMPORARY, found, "zones larger than the heap need room here");
    } catch (CommandException e) {
      return failed(TEMPORARY, e);
    } catch (IOException e) {
      return failed(TEMPORARY, IoFailure.describe(e));
    }
  }

  private Diagnosis keys() {
    try {
      Path folder = StoreLocation.usual().path(env).toAbsolutePath().getParent();
      if (folder == null || !Files.exists(folder)) {
        return Diagnosis.ok(KEYS, folder + ", which is made with the first key");
      }
      if (!Files.isWritable(folder)) {
        return Diagnosis.note(
            KEYS, folder + ", where nothing can be written", "keys can be used there, not made");
      }
      tryLock(folder);
      return permissions(folder);
    } catch (CommandException e) {
      return failed(KEYS, e);
    } catch (IOException e) {
      return failed(KEYS, IoFailure.describe(e));
    }
  }

  private static Diagnosis permissions(Path folder) throws IOException {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view == null) {
      return Diagnosis.ok(KEYS, folder + ", locks work");
    }
    Set<PosixFilePermission> allowed = view.readAttributes().permissions();
    String found = folder + ", " + PosixFilePermissions.toString(allowed) + ", locks work";
    boolean isOpen =
        allowed.contains(PosixFilePermission.GROUP_WRITE)
            || allowed.contains(PosixFilePermission.OTHERS_WRITE);
    return isOpen
        ? Diagnosis.note(KEYS, found, "others can replace key stores in it: chmod 700 " + folder)
        : Diagnosis.ok(KEYS, found);
  }

  private static Diagnosis failed(String subject, CommandException e) {
    List<String> advice = new ArrayList<>(e.advice());
    return new Diagnosis(
        subject, String.valueOf(e.getMessage()), Diagnosis.State.FAIL, List.copyOf(advice));
  }

  /** Locks a file of its own in a folder, as changes of a key store do. */
  private static void tryLock(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, ".offlinesign-doctor", ".lock");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new FileSystemException(folder.toString(), null, "files in it cannot be locked");
      }
    } finally {
      Files.delete(file);
    }
  }
}
