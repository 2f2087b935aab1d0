package org.offlinesign.keystore;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a folder, and a name there for a key store that is still to be made. */
abstract class StoreFileFixture {
  @TempDir Path folder;
  Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("keys.p12");
  }
}
