package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

class CertificateOptionsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"--validto,+9000y", "--validfrom,-3000y", "--validto,-1d"})
  void refusesTimesThatNoCertificateCanHave(String option, String time) {
    CommandLineUser user = new CommandLineUser(folder).with("OFFLINESIGN_PASSWORD", "secret");
    Result result =
        user.run("genkey", "--zone", "example", "--length", "1024", option + "=" + time);
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).startsWith("error: " + option);
    assertThat(folder).isEmptyDirectory();
  }
}
