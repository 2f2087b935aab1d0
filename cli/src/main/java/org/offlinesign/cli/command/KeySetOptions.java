package org.offlinesign.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.delegation.KeySetContent;
import org.offlinesign.delegation.KeySetFile;
import org.offlinesign.delegation.KeySetNaming;
import org.offlinesign.delegation.KeySetPolicy;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.sign.SigningRequest;
import picocli.CommandLine.Option;

/** The options for the keyset- and dsset- files of children and of the zone itself. */
final class KeySetOptions {
  @Option(
      names = "--keysetdir",
      paramLabel = "DIR",
      description =
          "Where keyset- and dsset- files of child zones are read and the zone's own are written."
              + " Default: the current folder.")
  private @Nullable Path folder;

  @Option(
      names = "--genkeyset",
      paramLabel = "none|ksk|allkeys",
      description = "Which keys go into the keyset- and dsset- files. Default: ksk.")
  private KeySetContent content = KeySetContent.KSK;

  @Option(
      names = "--digest",
      split = ",",
      paramLabel = "NAME",
      description = "The digests of DS records that are made: sha256 (default), sha384, sha1.")
  private List<DigestType> digests = List.of(DigestType.SHA256);

  @Option(
      names = "--bind-names",
      description = "End the names of keyset- and dsset- files with a dot, as BIND does.")
  private boolean bindNames;

  /** Puts the options into a request. */
  void addTo(SigningRequest.Builder request, Environment env) throws CommandException {
    request.digests(digests()).keySets(new KeySetPolicy(folder(env), content, naming()));
  }

  /** Says whether keyset- and dsset- files of the zone are wanted. */
  boolean isWanted() {
    return content != KeySetContent.NONE;
  }

  KeySetNaming naming() {
    return bindNames ? KeySetNaming.BIND : KeySetNaming.WINDOWS;
  }

  Set<DigestType> digests() {
    return EnumSet.copyOf(digests);
  }

  /** Returns the files that hold what the parent is to have of a zone. */
  List<Path> filesOf(DnsName zone, Environment env) throws CommandException {
    return KeySetFile.of(zone, folder(env), naming());
  }

  /** Returns the folder of keyset- and dsset- files. */
  Path folder(Environment env) throws CommandException {
    Path resolved = env.resolve(folder == null ? Path.of("") : folder);
    if (!Files.isDirectory(resolved)) {
      throw CommandException.environment(
          "--keysetdir: there is no folder " + resolved,
          "make it, or name the folder with the keyset- and dsset- files of child zones");
    }
    if (content != KeySetContent.NONE && !Files.isWritable(resolved)) {
      throw CommandException.environment(
          "no permission to make the keyset- and dsset- files of the zone in "
              + resolved.toAbsolutePath(),
          "name another folder with --keysetdir, or leave them out with --genkeyset none");
    }
    return resolved;
  }
}
