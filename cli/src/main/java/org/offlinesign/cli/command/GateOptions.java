package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.rollover.ReadZone;
import org.offlinesign.rollover.ZoneVersionReader;
import org.offlinesign.seal.FormerZone;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a zone is not written that would break the chain of trust. */
final class GateOptions {
  @Option(
      names = "--parent-ds",
      paramLabel = "FILE",
      description =
          "Write nothing that the DS records of the parent do not lead into: a dsset- file, the"
              + " parent's zone file, or the output of `dig DS`; - is stdin. When they changed, as"
              + " the times of keys say, counts too: caches may hold those of before.")
  private @Nullable Path parentDs;

  @Option(
      names = "--previous",
      paramLabel = "FILE",
      description =
          "Write nothing that drops a key or a signature which caches may still need: the signed"
              + " zone that is out now; may be the file of --output. May be repeated, if servers or"
              + " caches have others too.")
  private List<Path> previous = new ArrayList<>();

  @Option(
      names = "--propagation",
      paramLabel = "DURATION",
      description =
          "With --previous: how long all name servers of the zone take to have a new version."
              + " Default: refresh and retry time of its SOA record together.")
  private @Nullable Duration propagation;

  @Mixin private ParentTimeOptions parents = new ParentTimeOptions();

  @Option(
      names = "--force",
      paramLabel = "REASON",
      description = "Write the zone all the same; the reason is told with what breaks.")
  private @Nullable String reason;

  /** Starts a check that knows the DS records of the parent, if these are given. */
  ChangeCheck check(SignedZoneOptions files, Environment env) throws CommandException, IOException {
    refuseWhatHasNoUse();
    ChangeCheck check = new ChangeCheck(files.zone(), env.clock().instant(), reason);
    if (parentDs != null) {
      DsVersion ds = ParentDs.read(parentDs, files.zone(), parents.usualDsTtl(), env);
      check.parent(ds, parents.propagation(), parents.dsTtl(Optional.of(ds)));
    }
    return check;
  }

  /**
   * Reads the zones that are out, before the output can replace one of them.
   *
   * @param owner whose files are known again, which takes less time
   */
  void readPrevious(
      ChangeCheck check, SignedZoneOptions files, FormerZone.Owner owner, Environment env)
      throws CommandException, IOException {
    for (Path file : previous) {
      ReadZone zone = read(file, files, owner, env);
      check.previous(zone, propagation == null ? zone.propagation() : propagation);
    }
  }

  private void refuseWhatHasNoUse() throws CommandException {
    if (propagation != null && previous.isEmpty()) {
      throw CommandException.usage(
          "--propagation is of use with --previous alone", "name the zone that is out now");
    }
    boolean isParentTimed = parents.isPropagationTyped() || parents.isDsTtlTyped();
    if (isParentTimed && parentDs == null) {
      throw CommandException.usage(
          "--parent-propagation and --ds-ttl are of use with --parent-ds alone",
          "name a file with the DS records that the parent has now");
    }
    if (reason != null && parentDs == null && previous.isEmpty()) {
      throw CommandException.usage(
          "--force overrides --parent-ds and --previous, and neither is there",
          "leave it out, or name the files to check the zone against");
    }
    if (reason != null && reason.isBlank()) {
      throw CommandException.usage("--force needs a reason", "say why in a few words");
    }
  }

  /** Says whether there is anything to check a zone against. */
  boolean isUsed() {
    return parentDs != null || !previous.isEmpty();
  }

  /** Returns the files that may be the zone as it was signed last. */
  List<Path> previous(Environment env) {
    return previous.stream().map(env::resolve).toList();
  }

  private static ReadZone read(
      Path file, SignedZoneOptions files, FormerZone.Owner owner, Environment env)
      throws CommandException, IOException {
    ZoneFileSource source = ReadingOptions.source(file, env);
    if (source.path().isPresent() && Files.notExists(source.path().get())) {
      throw CommandException.environment(
          "there is no file " + source.name() + ", which --previous names",
          "leave --previous out the first time, when no signed zone is out yet");
    }
    ZoneFileOptions reading = files.reading().of(files.zone(), env).build();
    try {
      return new ZoneVersionReader(files.sorting().budget(env)).read(source, reading, owner);
    } catch (ZoneFileException e) {
      throw ZoneFileErrors.told(e, env)
          .refusing(source.name(), "nothing is known of the zone that is out");
    }
  }
}
