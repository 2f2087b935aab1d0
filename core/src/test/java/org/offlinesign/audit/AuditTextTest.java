package org.offlinesign.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a log that holds nothing, or something that no command has written. */
class AuditTextTest {
  @TempDir private Path folder;

  private Path log() {
    return folder.resolve("audit.log");
  }

  private LineDigest append() throws Exception {
    try (AuditLog log = new AuditLog(log())) {
      return log.append("\"what\":\"deed\"");
    }
  }

  private void type(String text) throws IOException {
    Files.writeString(log(), text, StandardOpenOption.APPEND);
  }

  private AuditVerdict verify(LineDigest before) throws IOException {
    return new AuditVerifier(line -> {}).verify(List.of(log()), before);
  }

  private AuditVerdict verify() throws IOException {
    return verify(LineDigest.NONE);
  }

  private String fault() throws IOException {
    return verify().fault().orElseThrow().toString();
  }

  @Test
  void anEmptyLogIsCalledEmpty() throws Exception {
    Files.createFile(log());
    assertThat(verify().fault()).isEmpty();
    assertThat(verify().notices()).singleElement().asString().contains("audit.log is empty");
  }

  @Test
  void whereNoLineFollowsTheOneToGoOnFromThatIsAFault() throws Exception {
    LineDigest head = append();
    Files.writeString(log(), "");
    assertThat(verify(head).fault().orElseThrow().message()).startsWith("no line follows");
    type("{\"sequence\":2,\"prev");
    assertThat(verify(head).fault().orElseThrow().message()).startsWith("no line follows");
  }

  @Test
  void theDigestInsideALineIsToldFromTheHead() throws Exception {
    append();
    String inner = Files.readString(log()).replaceAll("(?s).*\"digest\":\"(.*)\"}\n", "$1");
    assertThat(verify(LineDigest.parse(inner).orElseThrow()).fault().orElseThrow().message())
        .contains("the one inside this line")
        .contains("--after takes the head");
  }

  @Test
  void aLineOfAnotherProgramIsNotCalledHalfALine() throws Exception {
    append();
    type("2026-11-22 rotated\n");
    assertThat(fault()).endsWith(":2: this is no line of an audit log");
    append();
    assertThat(verify().fault()).isEmpty();
    assertThat(verify().notices())
        .singleElement()
        .asString()
        .endsWith(":2: no line of an audit log, nor half of one: another program has written it");
    type("no end");
    assertThat(verify().notices())
        .last()
        .asString()
        .contains(":4: no line of an audit log, nor half of one")
        .doesNotContain("not whole");
  }

  @Test
  void halfALineStaysOneBesideOther() throws Exception {
    append();
    type("{\"seq");
    append();
    assertThat(verify().notices()).singleElement().asString().contains(":2: half a line");
  }

  @Test
  void endsOfLinesThatWereConvertedAreCalledThat() throws Exception {
    append();
    append();
    String right = Files.readString(log());
    Files.writeString(log(), right.replace("\n", "\r\n"));
    assertThat(fault()).contains(":1: this is no line").contains("ends with CR LF");
    Files.writeString(log(), right);
    assertThat(verify().fault()).isEmpty();
  }

  @Test
  void aByteOrderMarkIsCalledThat() throws Exception {
    append();
    append();
    Files.write(log(), ("\ufeff" + Files.readString(log())).getBytes(StandardCharsets.UTF_8));
    assertThat(fault()).contains(":1: this is no line").contains("byte order mark");
  }
}
