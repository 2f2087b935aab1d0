package org.offlinesign.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Program;

/** What the packaged tree does when the native library, or all of the provider, is damaged. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class NativeLibraryIT {
  private static final Path TREE = Path.of(System.getProperty("offlinesign.dist"));
  private static final String FAST = "ECDSAP256SHA256 AmazonCorrettoCryptoProvider";
  private static final String PORTABLE = "ECDSAP256SHA256 BouncyCastle";
  private static final String WHERE_NOTHING_CAN_BE_UNPACKED = "-Djava.io.tmpdir=/dev/null";

  @TempDir Path folder;
  private Path tree;
  private Path library;
  private Path jar;

  @BeforeEach
  void copyTheTree() throws IOException {
    tree = folder.resolve("tree");
    FileUtils.copyDirectory(TREE.toFile(), tree.toFile());
    assertThat(tree.resolve("bin/offlinesign").toFile().setExecutable(true)).isTrue();
    Path all = tree.resolve("lib/native");
    library =
        all.resolve(platform()).resolve(System.mapLibraryName("amazonCorrettoCryptoProvider"));
    jar = all.resolve("AmazonCorrettoCryptoProvider-" + platform() + ".jar");
    assertThat(List.of(library, jar)).allSatisfy(file -> assertThat(file).isRegularFile());
  }

  private static String platform() {
    String system = OS.MAC.isCurrentOs() ? "osx-" : "linux-";
    return system + (System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64");
  }

  @Test
  void theUnpackedLibraryIsLoadedWhereItLies() throws Exception {
    assertThat(version(WHERE_NOTHING_CAN_BE_UNPACKED)).contains(FAST);
  }

  @Test
  void withoutAnUnpackedLibraryTheOneInTheJarIsTaken() throws Exception {
    Files.delete(library);
    assertThat(version()).contains(FAST);
    FileUtils.deleteDirectory(library.getParent().toFile());
    assertThat(version()).contains(FAST);
  }

  @Test
  void aTruncatedLibraryIsPassedOver() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
    assertThat(version()).contains(FAST);
  }

  @Test
  void aLibraryWithWrongOctetsIsPassedOver() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "rw")) {
      file.seek(file.length() / 2);
      file.write(new byte[1 << 16]);
    }
    assertThat(version()).contains(FAST);
  }

  @Test
  void whereNothingCanBeUnpackedEitherJavaIsEnough() throws Exception {
    Files.delete(library);
    assertThat(version(WHERE_NOTHING_CAN_BE_UNPACKED))
        .contains("not here", "its native library does not load", PORTABLE);
  }

  @Test
  void withoutItsJarTheProviderIsMissedAndNothingElse() throws Exception {
    Files.delete(jar);
    assertThat(version())
        .contains("not here", "it is not installed", PORTABLE)
        .doesNotContain(FAST);
  }

  @Test
  void aJarThatIsNoneIsTheSameAsNone() throws Exception {
    Files.writeString(jar, "no jar");
    assertThat(version()).contains("not here", PORTABLE);
  }

  private String version(String... javaOptions) throws IOException, InterruptedException {
    return new Program(tree.resolve("bin/offlinesign"))
        .with(Map.of("OFFLINESIGN_JAVA_OPTS", String.join(" ", javaOptions)))
        .run(folder, "version", "-v")
        .orFail()
        .stdout();
  }
}
