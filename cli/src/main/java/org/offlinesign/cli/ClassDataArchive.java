package org.offlinesign.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The class data archive that the launcher has given this JVM, to start sooner. */
final class ClassDataArchive {
  private ClassDataArchive() {}

  /**
   * Deletes the archive if it is of no use, so that the launcher makes another next time: the JVM
   * takes one only if it and all jars are still as they were. Changes nothing for this process.
   */
  static void deleteIfUseless() {
    String file = System.getProperty("offlinesign.archive", "");
    // "mixed mode, emulated-client, sharing" where an archive is in use.
    boolean used = System.getProperty("java.vm.info", "").contains("sharing");
    if (file.isEmpty() || used) {
      return;
    }
    try {
      Files.deleteIfExists(Path.of(file));
    } catch (IOException notOurs) {
      // Whoever installed the program can do something about it; the start is slow until then.
    }
  }
}
