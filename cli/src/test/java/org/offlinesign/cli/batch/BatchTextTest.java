package org.offlinesign.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the text of a batch file becomes lines of words. */
class BatchTextTest {
  static List<BatchLine> lines(String text) throws BatchSyntaxException {
    BatchText batch = new BatchText(text);
    List<BatchLine> lines = new ArrayList<>();
    for (Optional<BatchLine> line = batch.nextLine(); line.isPresent(); line = batch.nextLine()) {
      lines.add(line.get());
    }
    return lines;
  }

  private static List<String> words(String line) throws BatchSyntaxException {
    return lines(line).get(0).words();
  }

  @Test
  void blanksSeparateWordsAndLinesKeepTheirNumbers() throws Exception {
    assertThat(lines("\n  a\tb  \n\n# c\nd # e\r\nf"))
        .containsExactly(
            new BatchLine(2, List.of("a", "b")),
            new BatchLine(5, List.of("d")),
            new BatchLine(6, List.of("f")));
  }

  @Test
  void quotesKeepWhatIsBetweenThem() throws Exception {
    assertThat(
            words("'a b' \"c d\" e'f'\"g\"h '' \"$(x'\" \"".replace("$(", "(") + "\\\" \\\\ \\n\""))
        .containsExactly("a b", "c d", "efgh", "", "(x'", "\" \\ \\n");
    assertThat(words("'$HOME `ls` * #'")).containsExactly("$HOME `ls` * #");
  }

  @Test
  void aBackslashTakesTheNextCharacterAsItIs() throws Exception {
    assertThat(words("a\\ b \\$c \\#d \\\\ e#f")).containsExactly("a b", "$c", "#d", "\\", "e#f");
  }

  @Test
  void aBackslashAtTheEndJoinsLines() throws Exception {
    assertThat(lines("a \\\n  b\\\nc\n\\\r\nd"))
        .containsExactly(new BatchLine(1, List.of("a", "bc")), new BatchLine(4, List.of("d")));
  }

  @Test
  void anEmptyTextHasNoLines() throws Exception {
    assertThat(lines("")).isEmpty();
    assertThat(lines(" \n\t# x")).isEmpty();
    assertThat(lines("\\\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1:3 a $HOME",
        "1:4 a b|c",
        "1:3 a *.zone",
        "1:3 a > b",
        "1:3 a ~/b",
        "1:4 a \"$b\"",
        "1:2 a&",
        "1:2 a;b",
        "1:3 a `b`",
        "1:3 a (b)",
        "1:3 a ?",
        "1:3 a [b]",
        "1:4 a \"`\"",
        "1:3 a 'b",
        "1:3 a \"b",
        "1:4 a b\\",
        "2:2 a \\\n $b",
        "2:3 'a'\nb \"c",
      })
  void whatAShellWouldReplaceAndWhatIsOpenIsRefusedWithItsPlace(String placeAndText) {
    String[] parts = placeAndText.split(" ", 2);
    assertThatThrownBy(() -> lines(parts[1]))
        .isInstanceOfSatisfying(
            BatchSyntaxException.class, e -> assertThat(e.place()).isEqualTo(parts[0]));
  }

  @Test
  void afterALineAtFaultTheNextCanBeRead() throws Exception {
    BatchText batch = new BatchText("a 'b\nc\n");
    assertThatThrownBy(batch::nextLine).isInstanceOf(BatchSyntaxException.class);
    batch.skipLine();
    assertThat(batch.nextLine()).contains(new BatchLine(2, List.of("c")));
  }
}
