package org.offlinesign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Streams;
import org.offlinesign.cli.console.Subcommand;

class OutcomeTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ExitCode outcomeOf(Subcommand command) {
    return outcomeOf(command, OutputStream.nullOutputStream());
  }

  private ExitCode outcomeOf(Subcommand command, OutputStream out) {
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Optional::empty);
    return new Outcome(new Environment(streams, Map.of(), Path.of(""), Clock.systemUTC()))
        .of(command);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void anOutputThatCannotBeReplacedIsNamedAndNotItsPartFile() {
    ExitCode code =
        outcomeOf(
            env -> {
              throw new FileSystemException(
                  "/zones/.db.signed.part-1f", "/zones/db.signed", "Operation not permitted");
            });
    assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(said())
        .startsWith("error: /zones/db.signed cannot be replaced: Operation not permitted\n")
        .doesNotContain("part-1f");
  }

  @Test
  void namesInMessagesCannotActOnATerminal() {
    outcomeOf(
        env -> {
          env.warn("key 'a\u001b[2J' of \u202ecba");
          throw CommandException.keys("no key 'b\u009b\u200b\r'", "see '\u0007'");
        });
    assertThat(said()).isEqualTo("warning: key 'a?[2J' of ?cba\nerror: no key 'b???'\n  see '?'\n");
  }

  @Test
  void aMessageOfSeveralLinesKeepsThem() {
    outcomeOf(
        env -> {
          throw CommandException.keys("no such key; there are:\n  a\n  b\u001b");
        });
    assertThat(said()).isEqualTo("error: no such key; there are:\n  a\n  b?\n");
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsNamedAndNotThePartFileInIt() {
    FileSystemException failure =
        new FileSystemException("/zones", null, "no permission to make a file in this folder");
    failure.initCause(new AccessDeniedException("/zones/.o.part-1"));
    outcomeOf(
        env -> {
          throw failure;
        });
    assertThat(said())
        .isEqualTo(
            """
            error: /zones: no permission to make a file in this folder
              name another folder, or have its owner let you write there
            """);
  }

  @Test
  void whereNoFileCanBeMadeItIsSaidWhatToDo() {
    FileSystemException failure =
        new FileSystemException(
            "/cd", null, "no file can be made in this folder: Read-only file system");
    failure.initCause(new FileSystemException("/cd/.o.part-1", null, "Read-only file system"));
    outcomeOf(
        env -> {
          throw failure;
        });
    assertThat(said())
        .isEqualTo(
            """
            error: /cd: no file can be made in this folder: Read-only file system
              name a folder that files can be made in; `df` shows its disk
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device, make room there",
    "File too large, ulimit -f",
    "Input/output error, broken"
  })
  void aDiskThatTakesNoMoreIsNamedWithAdvice(String reason, String advice) {
    outcomeOf(
        env -> {
          throw new FileSystemException("/zones/o", null, reason);
        });
    assertThat(said()).startsWith("error: /zones/o: " + reason + "\n  ").contains(advice);
  }

  /** Read, written or moved: what is on such a disk nobody knows. */
  @ParameterizedTest
  @CsvSource({
    "Input/output error, '', false",
    "Input/output error, /zones/old, false",
    "Operation not permitted, /zones/old, true"
  })
  void whatABrokenDiskHoldsIsNotPromised(String reason, String other, boolean promised) {
    outcomeOf(
        env -> {
          throw new FileSystemException("/zones/o", other.isEmpty() ? null : other, reason);
        });
    assertThat(said().contains("is as it was")).isEqualTo(promised);
    assertThat(said().contains("the disk seems to be broken")).isEqualTo(!promised);
  }

  @Test
  void aRefusalIsAMessageWithAdviceBelowIt() {
    ExitCode code =
        outcomeOf(
            env -> {
              throw CommandException.keys("no such key", "look elsewhere");
            });
    assertThat(code).isEqualTo(ExitCode.KEYS);
    assertThat(said()).isEqualTo("error: no such key\n  look elsewhere\n");
  }

  @Test
  void aFullDiskIsSaidInWordsThoughJavaNamesNoFile() {
    ExitCode code =
        outcomeOf(
            env -> {
              throw new IOException("No space left on device");
            });
    assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(said()).startsWith("error: the disk is full").contains("--tmpdir");
  }

  @Test
  void faultsOfTheFileSystemAreSaidInWords() {
    for (IOException e :
        new IOException[] {
          new NoSuchFileException("a/b"),
          new AccessDeniedException("a/b"),
          new NotDirectoryException("a/b"),
          new FileSystemException("a/b", null, "No space left on device"),
        }) {
      err.reset();
      ExitCode code =
          outcomeOf(
              env -> {
                throw e;
              });
      assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(said()).startsWith("error: ").contains("a/b").doesNotContain("Exception");
    }
    assertThat(said()).contains("No space left on device");
  }

  @Test
  void aFaultBehindAStreamIsAFaultOfTheFileSystemToo() {
    ExitCode code =
        outcomeOf(
            env -> {
              throw new UncheckedIOException(new NoSuchFileException("a/b"));
            });
    assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
  }

  @Test
  void aBugSaysWhatToReport() {
    ExitCode code =
        outcomeOf(
            env -> {
              throw new IllegalStateException("impossible");
            });
    assertThat(code).isEqualTo(ExitCode.BUG);
    assertThat(said())
        .startsWith("error: this is a bug in offlinesign, not a mistake of yours")
        .contains("please report the lines below, the command, and `offlinesign version -v`")
        .contains("  | java.lang.IllegalStateException: impossible\n")
        .contains("  |   at org.offlinesign.cli.OutcomeTest");
  }

  @Test
  void tooSmallAHeapIsNoBug() {
    ExitCode code =
        outcomeOf(
            env -> {
              throw new OutOfMemoryError("Java heap space");
            });
    assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(said()).contains("--memory").contains("OFFLINESIGN_JAVA_OPTS=-Xmx1g");
  }

  @Test
  void outputThatCannotBeWrittenIsNotASuccess() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    ExitCode code =
        outcomeOf(
            env -> {
              env.out().println("data");
              return ExitCode.DONE;
            },
            full);
    assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(said()).contains("could not be written to stdout");
  }
}
