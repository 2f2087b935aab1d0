package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.name.DnsName;

/** Input that is no zone and never ends. */
// What reads on and on heeds no interruption; only another thread can tell.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class EndlessTextTest {
  private static final String GIVEN_UP =
      "expected a record within 64 MiB of text but found none; the rest was not read";

  /** Says something over and over, up to far more than may be read. */
  private static final class Endless extends InputStream {
    private static final long MOST = 256 << 20;

    private final byte[] head;
    private final byte[] text;
    private long at;

    Endless(String text) {
      this("", text);
    }

    /** Says something else before. */
    Endless(String head, String text) {
      this.head = head.getBytes(StandardCharsets.ISO_8859_1);
      this.text = text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public int read() {
      long behind = at++ - head.length;
      return (behind < 0 ? head[(int) at - 1] : text[(int) (behind % text.length)]) & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      assertThat(at).as("octets that were read").isLessThan(MOST);
      for (int i = 0; i < length; i++) {
        into[offset + i] = (byte) read();
      }
      return length;
    }
  }

  private static List<Diagnostic> findings(Endless endless) throws IOException {
    return new ZoneFileReader(ZoneFileOptions.builder(DnsName.of("example")).build())
        .readGoodRecords(ZoneFileSource.of("endless", endless), record -> {})
        .notices();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", " ", ";", "; comment\n", "$TTL 300\n", "$ORIGIN a.\n"})
  void inputWithoutRecordsIsGivenUp(String text) throws IOException {
    List<Diagnostic> findings = findings(new Endless(text));
    assertThat(findings.get(findings.size() - 1).severity()).isEqualTo(Severity.ERROR);
    assertThat(findings.get(findings.size() - 1).message()).isEqualTo(GIVEN_UP);
    assertThat(findings.get(findings.size() - 1).line()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a", "(", "(\n", "\"", "\\", "a TXT (\n", "x A (\0\n"})
  void inputWhoseErrorsHaveNoEndIsGivenUp(String text) throws IOException {
    List<Diagnostic> findings = findings(new Endless(text));
    Diagnostic last = findings.get(findings.size() - 1);
    assertThat(last.severity()).isEqualTo(Severity.ERROR);
    assertThat(last.message()).matches(GIVEN_UP + "|too many errors, gave up after 100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "(",
        "(\n",
        "( ;c\n",
        ";",
        "\"",
        "\\",
        "\0",
        "a",
        "a TXT (\n",
        "(\r",
        "x A (\0\n",
        ")",
        "\r",
        "a ("
      })
  void aRecordBeforeItChangesNothing(String text) throws IOException {
    Endless endless = new Endless("a. A 192.0.2.1\n", text);
    List<Diagnostic> findings = findings(endless);
    Diagnostic last = findings.get(findings.size() - 1);
    assertThat(last.severity()).isEqualTo(Severity.ERROR);
    assertThat(last.message())
        .matches(GIVEN_UP + "|too many errors, gave up after 100|expected a record of .*");
    assertThat(last.line()).isGreaterThan(1);
  }

  @Test
  void recordsKeepTheReadingGoing() throws IOException {
    String comment = ("; " + "c".repeat(1021) + "\n").repeat(1024);
    StringBuilder text = new StringBuilder("$TTL 300\n");
    for (int i = 0; i < 80; i++) {
      text.append("a A 192.0.2.1\n").append(comment);
    }
    assertThat(ReadZone.of(text.toString()).diagnostics()).isEmpty();
  }
}
