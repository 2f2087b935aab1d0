package org.offlinesign.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Program;

/** Runs the packaged tool on a terminal of so many columns, and looks at what is shown there. */
class TerminalIT {
  private static final Path TOOL =
      Path.of(System.getProperty("offlinesign.dist")).resolve("bin").resolve("offlinesign");

  /** Runs a program on a new terminal of 60 columns, and prints what it shows. */
  private static final String TERMINAL =
      """
      import fcntl, os, pty, struct, sys, termios
      pid, fd = pty.fork()
      if pid == 0:
          fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 60, 0, 0))
          os.execvp(sys.argv[1], sys.argv[1:])
      while True:
          try:
              shown = os.read(fd, 65536)
          except OSError:
              break
          if not shown:
              break
          os.write(1, shown)
      sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
      """;

  @TempDir Path folder;
  private Path slowZone;

  @BeforeEach
  void makeAZoneThatTakesSeconds() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "there is no Python here");
    Files.writeString(folder.resolve("terminal.py"), TERMINAL);
    slowZone = folder.resolve("db");
    Files.writeString(
        slowZone,
        """
        $TTL 3600
        @ SOA ns1 hostmaster 41 7200 900 1209600 300
        @ NS ns1
        ns1 A 192.0.2.1
        $GENERATE 1-2000000 h$ A 192.0.2.1
        """);
  }

  private String shown(String... options) throws Exception {
    Program.Outcome outcome =
        new Program(Path.of("/usr/bin/python3"))
            .within(Duration.ofMinutes(5))
            .with(Map.of("TERM", "xterm"))
            .run(folder, command(options));
    return outcome.orFail().stdout();
  }

  private String[] command(String... options) {
    String[] command = {
      "terminal.py", TOOL.toString(), "checkzone", "--zone", "example", slowZone.toString()
    };
    return Stream.of(command, options).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void longWorkIsShownWithinTheWindowAndTakenAway() throws Exception {
    List<String> pieces = List.of(shown().split("\r\u001b\\[K", -1));
    List<String> lines = pieces.subList(1, pieces.size() - 1);
    assertThat(pieces.get(0)).isEmpty();
    assertThat(lines)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(60).doesNotContain("\n"))
        .anySatisfy(line -> assertThat(line).matches("(Reading|Sorting|Checking|Looking up) .*"));
    assertThat(pieces.get(pieces.size() - 1))
        .endsWith(
            "example.: 0 errors, 0 warnings, 1 notice in 2,000,003 records at 2,000,002 names\r\n");
  }

  @Test
  void quietWorkIsNotShown() throws Exception {
    assertThat(shown("--quiet")).isEmpty();
  }
}
