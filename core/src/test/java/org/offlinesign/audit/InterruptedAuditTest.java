package org.offlinesign.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that is interrupted has its channels closed by Java. */
class InterruptedAuditTest {
  @TempDir private Path folder;

  @Test
  void aLineThatMayNotBeOnTheDiskIsNoSuccessAndTheNextOneIsAdded() throws Exception {
    Path file = folder.resolve("audit.log");
    try (AuditLog log = new AuditLog(file)) {
      log.append("\"a\":1");
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> log.append("\"a\":2")).isInstanceOf(IOException.class);
      assertThat(Thread.interrupted()).isTrue();
      log.append("\"a\":3");
    }
    assertThat(Files.readString(file)).contains("\"a\":1", "\"a\":3");
    AuditVerdict verdict = new AuditVerifier(line -> {}).verify(List.of(file), LineDigest.NONE);
    assertThat(verdict.fault()).isEmpty();
  }
}
