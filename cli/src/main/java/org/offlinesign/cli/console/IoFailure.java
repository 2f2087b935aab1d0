package org.offlinesign.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.offlinesign.file.AdvisedFileException;
import org.offlinesign.sign.SignatureFailureException;

/** Says in words what an exception of the file system says in its class name. */
public final class IoFailure {
  private static final String BROKEN =
      "the disk seems to be broken, `dmesg` may say more; look at the file before you go on: it is"
          + " replaced only once the new one is whole, but a broken disk may lose either";

  private static final String SPELLING =
      "check how it is spelled; names are looked up from the current folder";
  private static final String PERMISSIONS = "`ls -l` shows who may read and write it";

  private IoFailure() {}

  /** Returns the failure as a user reads it. */
  public static CommandException describe(IOException e) {
    CommandException failure =
        e instanceof FileSystemException file ? describe(file) : describeOther(e);
    return failure.causedBy(e);
  }

  /** Returns the failure as a user reads it. */
  public static CommandException describe(UncheckedIOException e) {
    IOException cause = e.getCause();
    return cause == null ? CommandException.environment(e.toString()) : describe(cause);
  }

  private static CommandException describe(FileSystemException e) {
    String file = e.getFile();
    if (e instanceof AdvisedFileException advised) {
      return CommandException.environment(file + ": " + e.getReason(), advised.advice());
    }
    if (e instanceof NoSuchFileException) {
      return CommandException.environment("there is no file or folder " + file, SPELLING);
    }
    if (e instanceof AccessDeniedException) {
      return CommandException.environment("no permission for " + file, PERMISSIONS);
    }
    if (e instanceof FileAlreadyExistsException) {
      return CommandException.environment(
          file + " exists already", "name another file, or move this one away");
    }
    if (e instanceof NotDirectoryException) {
      return CommandException.environment(file + " is not a folder", "name a folder");
    }
    if (e instanceof DirectoryNotEmptyException) {
      return CommandException.environment(
          "the folder " + file + " is not empty", "name another folder, or empty this one");
    }
    if (e.getCause() instanceof FileSystemException cause) {
      return describeFolder(file + ": " + e.getReason(), cause);
    }
    if (e.getOtherFile() != null) {
      // Only the last move of an output names two files; the first is one that nobody has heard of.
      String said = e.getOtherFile() + " cannot be replaced: " + reasonOf(e);
      return CommandException.environment(
          said,
          isOfDisk(said)
              ? BROKEN
              : "it is as it was; name another file, or find out what protects this one"
                  + " (`lsattr`)");
    }
    String said = file + ": " + reasonOf(e);
    return advice(said)
        .map(advice -> CommandException.environment(said, advice))
        .orElseGet(() -> CommandException.environment(said));
  }

  /**
   * Returns that no file can be made in a folder; the cause names the file, which nobody has heard
   * of.
   */
  private static CommandException describeFolder(String said, FileSystemException cause) {
    return CommandException.environment(
        said,
        cause instanceof AccessDeniedException
            ? "name another folder, or have its owner let you write there"
            : "name a folder that files can be made in; `df` shows its disk");
  }

  /** Returns what to do about a few failures, by the words of Unix and of Windows for them. */
  private static Optional<String> advice(String said) {
    if (isFull(said) || said.contains("Disk quota exceeded")) {
      return Optional.of(
          "make room there, or name another place; --tmpdir is for temporary files; `df` shows what"
              + " is free");
    }
    if (said.contains("File too large")) {
      return Optional.of(
          "`ulimit -f` shows how large files may become; the disk may have a limit, too");
    }
    return isOfDisk(said) ? Optional.of(BROKEN) : Optional.empty();
  }

  private static String reasonOf(FileSystemException e) {
    String reason = e.getReason();
    return reason == null ? e.toString() : reason;
  }

  /** Whether it was read, written or moved, nobody knows then what is on the disk. */
  private static boolean isOfDisk(String said) {
    return said.contains("Input/output error");
  }

  private static boolean isFull(String said) {
    return said.contains("No space left") || said.contains("not enough space");
  }

  private static CommandException describeOther(IOException e) {
    String message = e.getMessage();
    String text = message == null ? e.toString() : message;
    if (e instanceof SignatureFailureException) {
      return CommandException.environment(
          text,
          "nothing was written; `offlinesign doctor` tells more about this machine: test its"
              + " hardware, or the token that keeps the key");
    }
    // Java does not tell of which file it is said.
    if (isFull(text)) {
      return CommandException.environment(
          "the disk is full: " + text,
          "make room for the output, or name another folder for temporary files with --tmpdir");
    }
    Optional<String> advice = e.getCause() == null ? Optional.empty() : adviceOn(e.getCause());
    return advice
        .or(() -> advice(text))
        .map(line -> CommandException.environment(text, line))
        .orElseGet(() -> CommandException.environment(text));
  }

  /** Returns what to do about a zone file that cannot be opened, which is told in words already. */
  private static Optional<String> adviceOn(Throwable cause) {
    if (cause instanceof NoSuchFileException) {
      return Optional.of(SPELLING);
    }
    return cause instanceof AccessDeniedException ? Optional.of(PERMISSIONS) : Optional.empty();
  }
}
