package org.offlinesign.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.commons.io.FileUtils;

/** Gives each property a folder in which zones are signed. */
abstract class SignedZoneFixture {
  Path folder = Path.of("");

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("signed");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

  /** Returns the zone file that was signed last. */
  Path signed() {
    return folder.resolve("signed.zone");
  }

  /** Returns the text of the zone file that was signed last. */
  String text() throws IOException {
    return Files.readString(signed());
  }
}
