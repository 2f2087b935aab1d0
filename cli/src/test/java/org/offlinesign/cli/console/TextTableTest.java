package org.offlinesign.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private final TextTable table = new TextTable("ZONE", "NAME");

  private String printed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    table.print(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    table.row("example.com.", "K");
    table.row("a.", "Schl\u00fcssel");
    assertThat(printed())
        .isEqualTo(
            """
            ZONE          NAME
            example.com.  K
            a.            Schl\u00fcssel
            """);
  }

  @Test
  void namesOfKeysCannotActOnATerminal() {
    table.row("example.", "evil\u001b[2Jname");
    assertThat(printed()).contains("evil?[2Jname").doesNotContain("\u001b");
  }

  @Test
  void aRowHasACellForEachHeading() {
    assertThatIllegalArgumentException().isThrownBy(() -> table.row("alone"));
  }
}
