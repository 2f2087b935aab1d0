package org.offlinesign.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs at the limits of what is written and read, and logs that were divided there. */
class AuditLimitsTest {
  private static final int LONGEST_LINE_READ = 1 << 26;

  @TempDir private Path folder;

  private Path log() {
    return folder.resolve("audit.log");
  }

  private static void write(Path file, String content) throws Exception {
    try (AuditLog log = new AuditLog(file)) {
      log.append(content);
    }
  }

  private static AuditVerdict verify(Path... files) throws IOException {
    return new AuditVerifier(line -> {}).verify(List.of(files), LineDigest.NONE);
  }

  @Test
  void aLogIsDividedAtALineThatTellsOfTornText() throws Exception {
    Path old = folder.resolve("audit.log.1");
    write(old, "\"a\":1");
    Files.writeString(old, "{\"sequence\":2,\"prev", StandardOpenOption.APPEND);
    write(old, "\"a\":2");
    List<String> lines = Files.readAllLines(old);
    Files.write(log(), lines.subList(2, 3));
    write(log(), "\"a\":3");
    assertThat(lines.get(2)).contains("\"torn\":");
    AuditVerdict both = verify(old, log());
    assertThat(both.fault()).isEmpty();
    assertThat(both.lines()).isEqualTo(3);
    Files.writeString(log(), "text that is none\n" + String.join("\n", Files.readAllLines(log())));
    assertThat(verify(old, log()).fault()).isPresent();
  }

  @Test
  void aLineThatIsTooLongToBeReadIsNotWritten() throws Exception {
    write(log(), "\"a\":1");
    String content = "\"a\":\"" + "x".repeat(AuditLine.LONGEST) + '"';
    assertThatThrownBy(() -> write(log(), content))
        .isInstanceOf(AuditLogException.class)
        .hasMessageContaining("octets");
    write(log(), "\"a\":2");
    assertThat(verify(log()).fault()).isEmpty();
    assertThat(verify(log()).lines()).isEqualTo(2);
  }

  @Test
  void theLineThatIsTooLongIsNamed() throws Exception {
    write(log(), "\"a\":1");
    write(log(), "\"a\":2");
    byte[] text = new byte[LONGEST_LINE_READ + 1];
    Files.write(log(), text, StandardOpenOption.APPEND);
    AuditFault fault = verify(log()).fault().orElseThrow();
    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.message()).contains("longer than any");
  }

  @Test
  void nothingFollowsTheLastNumberThatCanBeRead() throws Exception {
    String digested =
        "{\"sequence\":999999999999999999,\"previous\":\"" + LineDigest.NONE + "\",\"a\":1";
    byte[] octets = digested.getBytes(StandardCharsets.UTF_8);
    String line = digested + ",\"digest\":\"" + LineDigest.of(octets, 0, octets.length) + "\"}\n";
    Files.writeString(log(), line);
    assertThatThrownBy(() -> write(log(), "\"a\":2"))
        .isInstanceOf(AuditLogException.class)
        .hasMessageContaining("number");
    assertThat(log()).hasContent(line);
  }
}
