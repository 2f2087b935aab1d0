package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offlinesign.cli.command.KeyFolder.FolderKey;
import org.offlinesign.cli.command.KeyFolder.LeftOut;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.KeyDeed;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.StoredKey;

/** Takes all keys of a folder into the key store, which is written once, with all of them. */
final class FolderImport {
  private final KeyStoreFile target;
  private final Environment env;
  private final List<String> files = new ArrayList<>();
  private final List<StoredKey> keys = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  /** Makes of a key that was read what is to be kept. */
  @FunctionalInterface
  interface Keeping {
    StoredKey of(KeyFileReader.Found found) throws CommandException, SigningException;
  }

  FolderImport(KeyStoreFile target, Environment env) {
    this.target = target;
    this.env = env;
  }

  /** Keeps what is new of a folder. */
  FolderImportReport take(Path folder, KeyFolder content, Keeping keeping)
      throws CommandException, IOException, KeyStoreFileException {
    leftOut.addAll(content.leftOut());
    for (FolderKey key : content.keys()) {
      choose(key, keeping);
    }
    List<StoredKey> kept = target.addAll(keys);
    for (StoredKey key : kept) {
      env.notes().key(key, KeyDeed.IMPORTED);
      KeyWarnings.of(key, env);
      KeyWarnings.ofTag(key, target, env);
    }
    return new FolderImportReport(folder, target.path(), files, kept, leftOut);
  }

  private void choose(FolderKey key, Keeping keeping) throws CommandException {
    ZoneKey facts = key.found().key().facts();
    if (isAmong(facts, target.keys(facts.zone()))) {
      leftOut.add(new LeftOut(key.file(), "the key store holds this key already", false));
    } else if (isAmong(facts, keys)) {
      leftOut.add(new LeftOut(key.file(), "another file of the folder holds this key", false));
    } else {
      try {
        keys.add(keeping.of(key.found()));
        files.add(key.file());
      } catch (SigningException e) {
        leftOut.add(
            new LeftOut(
                key.file(), "the key " + facts + " does not sign: " + e.getMessage(), true));
      }
    }
  }

  private static boolean isAmong(ZoneKey facts, List<StoredKey> others) {
    return others.stream()
        .map(StoredKey::facts)
        .flatMap(Optional::stream)
        .anyMatch(facts::isSameKey);
  }
}
