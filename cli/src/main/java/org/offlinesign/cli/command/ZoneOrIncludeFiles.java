package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.OutputClaim;
import org.offlinesign.file.AdvisedFileException;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Serial;
import org.offlinesign.sign.IncludedFile;
import org.offlinesign.sign.KeyPlanException;
import org.offlinesign.sign.OutputRefusedException;
import org.offlinesign.zonefile.ZoneFileException;
import picocli.CommandLine.Option;

/** The options for a zone file, and for another or a file that the zone file includes. */
final class ZoneOrIncludeFiles implements SigningFiles {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "The zone file; - is stdin.")
  private Path input;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The file to write, which is replaced if it exists; - is stdout.")
  private @Nullable Path output;

  @Option(
      names = "--in-place-include",
      description =
          "Instead of --output: leave the zone file as it is, and write its DNSSEC records to"
              + " FILE.dnssec beside it, for the line $$INCLUDE FILE.dnssec that it has at its end."
              + " The serial stays, so raise it before. Ends with 1 while that line is missing.")
  private boolean included;

  @Option(names = "--zone", required = true, paramLabel = "NAME", description = "The zone's name.")
  private DnsName zone;

  private Optional<Version> read = Optional.empty();

  /** A zone file as somebody edits it. */
  private record Version(Path file, long size, FileTime time) {
    static Version of(Path file) throws IOException {
      return new Version(file, Files.size(file), Files.getLastModifiedTime(file));
    }
  }

  @Override
  public Path input() {
    return input;
  }

  @Override
  public Path output() {
    if (included) {
      return IncludedFile.of(input).path();
    }
    if (output == null) {
      throw new IllegalStateException("the options have not been checked");
    }
    return output;
  }

  @Override
  public OutputClaim claim() {
    return included ? OutputClaim.ofIncluded(output()) : OutputClaim.ofSignedZone();
  }

  @Override
  public DnsName zone() {
    return zone;
  }

  /** Says whether the zone file stays, and includes what is written. */
  boolean isIncluded() {
    return included;
  }

  /** Refuses options that leave open where the zone goes. */
  void check(Environment env) throws CommandException, IOException {
    if (output != null && included) {
      throw CommandException.usage(
          "--in-place-include writes "
              + IncludedFile.of(input).path()
              + ", and --output another file",
          "leave one of them out");
    }
    if (output == null && !included) {
      throw CommandException.usage(
          "nothing says where the signed zone goes",
          "name a file with --output, or leave the zone file as it is with --in-place-include");
    }
    if (included) {
      checkInput(env);
    }
  }

  private void checkInput(Environment env) throws CommandException, IOException {
    Path file = env.resolve(input);
    if (input.toString().equals("-") || (Files.exists(file) && !Files.isRegularFile(file))) {
      throw CommandException.usage(
          "--in-place-include is for a zone file that stays where it is, and " + input + " is none",
          "name a file with --input");
    }
    if (!IncludedFile.of(file).hasPlainName()) {
      throw CommandException.usage(
          "the name of the zone file cannot be written in a line with $INCLUDE",
          "rename it; letters, digits, '.', '-' and '_' do no harm");
    }
    read = Files.exists(file) ? Optional.of(Version.of(file)) : Optional.empty();
  }

  /**
   * Does the work; where the check of what is read again fails because somebody has edited the zone
   * file meanwhile, it says that.
   */
  <T> T watched(SigningOutcome.Work<T> work)
      throws IOException, ZoneFileException, KeyPlanException, OutputRefusedException {
    try {
      return work.run();
    } catch (OutputRefusedException e) {
      if (read.isPresent() && !Version.of(read.get().file()).equals(read.get())) {
        throw new AdvisedFileException(
            read.get().file().toString(),
            "the zone file was changed while it was being signed, so nothing was written",
            "start the command again");
      }
      throw e;
    }
  }

  /**
   * Returns the serial that was signed last, where a file to be included tells it.
   *
   * @throws CommandException if such a file would replace something else
   */
  Optional<Serial> lastSerial(Environment env) throws CommandException, IOException {
    if (!included) {
      return Optional.empty();
    }
    try {
      return IncludedFile.of(env.resolve(input)).lastSerial(zone);
    } catch (FileAlreadyExistsException e) {
      throw CommandException.environment(
          "--in-place-include would replace " + e.getFile() + ", and " + e.getReason(),
          "move that file away; no $INCLUDE of the zone file may mean it");
    }
  }
}
