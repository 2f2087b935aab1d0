package org.offlinesign.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Streams;
import org.offlinesign.key.FaultyEngine;
import org.offlinesign.key.FaultyEngine.Fault;

class DoctorCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private CommandLineUser user() {
    return new CommandLineUser(folder).with("TMPDIR", folder.toString());
  }

  @Test
  void thisMachineIsRightAndNothingIsLeftBehind() throws Exception {
    CommandLineUser.Result result = user().succeed("doctor");
    assertThat(result.out())
        .contains("ok    RSASHA256         RFC 5702 section 6.1 by ")
        .contains("ED448", "NSEC3 hash", "ZONEMD by SHA-384", "PKCS #12", "key store folder")
        .doesNotContain("FAIL");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    Map<String, Object> json = JSON.std.mapFrom(user().succeed("doctor", "--json").out());
    assertThat(json).containsEntry("works", true);
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldOf() throws Exception {
    CommandLineUser.Result result = user().run("doctor", "--tmpdir", "none");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(result.out()).contains("FAIL  temporary files").contains("FAIL  self-test");
    assertThat(result.err()).contains("2 things will not work here: temporary files, self-test");
  }

  @Test
  void anOpenFolderOfKeysIsToldOf() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(user().succeed("doctor").out()).contains("note  key store folder").contains("chmod");
  }

  @Test
  void brokenCryptographyIsToldOf() {
    Environment env = env(Clock.systemUTC());
    DoctorCommand doctor =
        new DoctorCommand(any -> FaultyEngine.providers(Fault.OVERLOOKS_THE_END));
    CommandException refusal = catchThrowableOfType(CommandException.class, () -> doctor.run(env));
    assertThat(refusal.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(refusal).hasMessageContaining("RSASHA256").hasMessageContaining("ED448");
    env.out().flush();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("FAIL  ED25519")
        .contains("Faulty 1.0 takes a wrong signature for right");
  }

  @Test
  void aClockThatIsFarOffIsToldOf() {
    Instant late = Instant.parse("2200-01-01T00:00:00Z");
    assertThat(new Machine(env(Clock.fixed(late, ZoneOffset.UTC))).look())
        .anySatisfy(
            diagnosis -> {
              assertThat(diagnosis.subject()).isEqualTo("clock");
              assertThat(diagnosis.isFailure()).isTrue();
            });
  }

  private Environment env(Clock clock) {
    PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
    Streams streams =
        new Streams(InputStream.nullInputStream(), print, print, false, Optional::empty);
    return new Environment(
        streams, Map.of("TMPDIR", folder.toString(), "HOME", folder.toString()), folder, clock);
  }
}
