package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.name.DnsName;

/** Gives each test a folder for zone files that include each other. */
abstract class IncludeFixture {
  static final String TTL = "$TTL 300\n";

  @TempDir Path folder;

  ReadZone read(String file) throws IOException {
    return read(file, IncludePolicy.inFolderOfZone());
  }

  ReadZone read(String file, IncludePolicy policy) throws IOException {
    return read(folder.resolve(file), policy);
  }

  static ReadZone read(Path file, IncludePolicy policy) throws IOException {
    return ReadZone.of(
        ZoneFileSource.of(file), ZoneFileOptions.builder(DnsName.of("example")).includes(policy));
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Returns the one thing that is said of a zone. */
  String errorOf(String file) throws IOException {
    List<Diagnostic> diagnostics = read(file).diagnostics();
    assertThat(diagnostics).hasSize(1);
    return diagnostics.get(0).message();
  }
}
