package org.offlinesign.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTest {
  @Test
  void everyFileOfTheManifestExists() throws IOException {
    List<CorpusFile> files = Corpus.require().manifest();
    assertThat(files).hasSizeGreaterThan(3000).allMatch(file -> Files.isRegularFile(file.path()));
  }

  @Test
  void everyKindThatGatesHasRows() throws IOException {
    Corpus corpus = Corpus.require();
    assertThat(corpus.hard(CorpusFile.Kind.VALID_ZONE)).isNotEmpty();
    assertThat(corpus.hard(CorpusFile.Kind.INVALID_ZONE)).isNotEmpty();
    assertThat(corpus.hard(CorpusFile.Kind.SIGNED_VALID))
        .anyMatch(file -> file.verifyTime().isPresent());
  }

  @Test
  void anOriginHasNoFinalDotAndTheRootIsADot() throws IOException {
    assertThat(Corpus.require().manifest())
        .extracting(CorpusFile::origin)
        .contains(".")
        .allMatch(origin -> origin.equals(".") || !origin.endsWith("."));
  }
}
