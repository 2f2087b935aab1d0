package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offlinesign.cli.command.KeyFileReader.Found;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.file.TargetPath;
import org.offlinesign.keystore.StoreCompanion;

/** A folder in which another program has its keys: what of it is a key, and what is not. */
final class KeyFolder {
  private static final String PUBLIC = ".key";
  private static final String PRIVATE = ".private";

  private final KeyFileReader reader;
  private final Path store;
  private final List<FolderKey> keys = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  /**
   * A key of the folder.
   *
   * @param file the file that it is in
   */
  record FolderKey(String file, Found found) {
    /** Says whether the file tells all of the key. */
    boolean isBind() {
      return file.endsWith(PUBLIC) || file.endsWith(PRIVATE);
    }
  }

  /**
   * A file of the folder that brings no key.
   *
   * @param isKey whether there is a key in it that could not be had
   */
  record LeftOut(String file, String reason, boolean isKey) {}

  private KeyFolder(Path store, KeyFileReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /**
   * Reads all keys of a folder, and none of the folders in it.
   *
   * @param store where the keys go, which is left out with all that belongs to it: its backup and
   *     trash would bring deleted keys back
   */
  static KeyFolder read(Path folder, Path store, KeyFileReader reader) throws IOException {
    KeyFolder content = new KeyFolder(TargetPath.ofAny(store), reader);
    List<Path> files;
    try (Stream<Path> there = Files.list(folder)) {
      files = there.sorted().toList();
    }
    for (Path file : files) {
      content.look(file);
    }
    return content;
  }

  /** Returns the keys that could be read. */
  List<FolderKey> keys() {
    return List.copyOf(keys);
  }

  /** Returns the files that bring none. */
  List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  private void look(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Optional<LeftOut> other = noKey(file, name);
    if (other.isPresent()) {
      leftOut.add(other.get());
      return;
    }
    boolean isPublicHalf = name.endsWith(PUBLIC);
    if (isPublicHalf && Files.exists(sibling(file, name, PUBLIC, PRIVATE))) {
      return;
    }
    if (isPublicHalf) {
      leftOut.add(
          new LeftOut(
              name,
              "its private half, "
                  + sibling(file, name, PUBLIC, PRIVATE).getFileName()
                  + ", is not beside it",
              true));
      return;
    }
    take(file, name);
  }

  private static Path sibling(Path file, String name, String from, String to) {
    return file.resolveSibling(name.substring(0, name.length() - from.length()) + to);
  }

  /** Returns what is to be said of a file that is none of a key. */
  private Optional<LeftOut> noKey(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) {
      String what = Files.isDirectory(file) ? "a folder, whose keys are not taken" : "no file";
      return Optional.of(new LeftOut(name, what, false));
    }
    if (isSame(file, store)) {
      return Optional.of(new LeftOut(name, "the key store that the keys go into", false));
    }
    for (StoreCompanion companion : StoreCompanion.values()) {
      if (isSame(file, companion.of(store))) {
        String what = "a file of the key store " + store.getFileName();
        return Optional.of(new LeftOut(name, what + "; name it alone to take its keys", false));
      }
    }
    if (name.endsWith(".ds")) {
      return Optional.of(new LeftOut(name, "a DS record, which follows from the key", false));
    }
    if (name.endsWith(".state")) {
      return Optional.of(
          new LeftOut(name, "notes of BIND; the times are in the .private file", false));
    }
    boolean isPair = name.endsWith(PUBLIC) || name.endsWith(PRIVATE);
    return isPair || KeyFileKind.of(file) != KeyFileKind.BIND
        ? Optional.empty()
        : Optional.of(new LeftOut(name, "no key file", false));
  }

  private static boolean isSame(Path file, Path own) throws IOException {
    return Files.exists(own) && Files.isSameFile(file, own);
  }

  private void take(Path file, String name) throws IOException {
    try {
      for (Found found : reader.readOfFolder(file)) {
        keys.add(new FolderKey(name, found));
      }
    } catch (CommandException e) {
      String advice = e.advice().isEmpty() ? "" : "; " + e.advice().get(0);
      leftOut.add(new LeftOut(name, e.getMessage() + advice, true));
    }
  }
}
