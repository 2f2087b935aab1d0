package org.offlinesign.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class LineCaptureTest {
  private final LineCapture capture = new LineCapture();

  @Test
  void whatIsPrintedIsKept() {
    try (PrintStream out = capture.newStream()) {
      out.println("één");
      out.print("two");
    }
    assertThat(capture.text()).isEqualTo("één\ntwo");
  }

  @Test
  void ofALotTheFirstWholeLinesAreKeptAndTheRestIsMentioned() {
    try (PrintStream out = capture.newStream()) {
      for (int i = 0; i < 100_000; i++) {
        out.println("line " + i);
      }
    }
    assertThat(capture.text())
        .hasSizeLessThan(LineCapture.MAX_OCTETS + 100)
        .startsWith("line 0\nline 1\n")
        .containsPattern("\nline \\d+\n\\(there is more, .*\\)\n$");
  }
}
