package org.offlinesign.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
  @Test
  void allAreClosedThoughSomeFail() {
    List<String> closed = new ArrayList<>();
    List<Closeable> things = new ArrayList<>();
    for (String name : List.of("a", "b!", "c", "d!")) {
      things.add(
          () -> {
            closed.add(name);
            if (name.endsWith("!")) {
              throw new IOException(name);
            }
          });
    }
    assertThatThrownBy(() -> Closing.all(things))
        .isInstanceOf(IOException.class)
        .hasMessage("b!")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("d!"));
    assertThat(closed).containsExactly("a", "b!", "c", "d!");
  }
}
