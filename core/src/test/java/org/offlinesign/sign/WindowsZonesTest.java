package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.testing.Corpus;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSource;

/** Zone files in the shapes that Windows DNS servers write. */
class WindowsZonesTest {
  private static final DnsName ZONE = DnsName.of("example.com.");

  @TempDir Path folder;

  private Outcome sign(String file) throws Exception {
    Path path = Corpus.require().file("windows-dialect/" + file);
    SigningFixture fixture = new SigningFixture(folder, ZONE);
    Outcome outcome = fixture.sign(ZoneFileSource.of(path), request -> request);
    assertThat(fixture.verificationErrors()).isEmpty();
    return outcome;
  }

  static Stream<String> filesThatAreSigned() throws IOException {
    return Stream.of(
        "dup.db",
        "ooz.db",
        "ttlmix.db",
        "unk.db",
        "win_age.db",
        "win_base.db",
        "win_bom.db",
        "win_crlf.db",
        "win_oct.db",
        "win_utf8.db",
        "win_wins.db");
  }

  @ParameterizedTest
  @MethodSource("filesThatAreSigned")
  void whatWindowsWritesIsSigned(String file) throws Exception {
    assertThat(sign(file).report().signatures()).isPositive();
  }

  @Test
  void winsRecordsAreLeftOutWithANotice() throws Exception {
    assertThat(sign("win_wins.db").report().notices())
        .anyMatch(notice -> notice.message().contains("WINS"));
  }

  @Test
  void glueOutsideTheZoneIsLeftOutWithAWarning() throws Exception {
    assertThat(sign("ooz.db").report().warnings())
        .extracting(SigningWarning::code)
        .contains(Code.OUT_OF_ZONE);
  }

  @Test
  void differentTtlsAreWarnedOf() throws Exception {
    assertThat(sign("ttlmix.db").report().warnings())
        .extracting(SigningWarning::code)
        .contains(Code.TTLS_DIFFER);
  }

  @Test
  void cnameAndOtherDataIsRefused() {
    Corpus.require();
    assertThatThrownBy(() -> sign("cname.db"))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("CNAME");
  }
}
