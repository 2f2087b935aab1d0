package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.delegation.HandOverFormat;
import org.offlinesign.delegation.KeySetFile;
import org.offlinesign.delegation.KeySetNaming;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.file.FileAccess;
import org.offlinesign.key.DigestPolicy;
import org.offlinesign.key.DigestType;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.Ttl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what the owner of the parent zone needs to delegate securely. */
@Command(
    header = {
      "  offlinesign dsset --zone example.com",
      "  offlinesign dsset --zone example.com --from example.com.signed --format cds"
    },
    customSynopsis = "offlinesign dsset --zone NAME [--key KEY]... [--from FILE]... [OPTIONS]",
    description =
        "Prints the DS records of a zone's KSKs, as a registrar's form asks for them or as records,"
            + " or writes keyset- and dsset- files.")
public final class DsSetCommand implements Subcommand {
  // In a keyset- file it means nothing: the zone has its own.
  private static final Ttl TTL = new Ttl(3600);

  @Mixin private EntryPointOptions source = new EntryPointOptions();

  @Option(
      names = "--format",
      paramLabel = "table|dsset|keyset|dnskey|cds|cdnskey",
      description =
          "table: the fields of registrars' forms (default). dsset, keyset: as these files. dnskey:"
              + " as dig prints it. cds, cdnskey: to be put into the zone (RFC 7344).")
  private HandOverFormat format = HandOverFormat.TABLE;

  @Option(
      names = "--digest",
      split = ",",
      paramLabel = "NAME",
      description = "The digests of DS records: sha256 (default), sha384, sha1.")
  private List<DigestType> digests = List.of(DigestType.SHA256);

  @Mixin private TextOutput output = new TextOutput();

  @Option(
      names = "--keysetdir",
      paramLabel = "DIR",
      description = "Write a keyset- and a dsset- file into a folder instead.")
  private @Nullable Path folder;

  @Option(
      names = "--bind-names",
      description = "End the names of these files with a dot, as BIND does.")
  private boolean bindNames;

  @Option(names = "--json", description = "Print keys and DS records as JSON.")
  private boolean json;

  @Override
  public boolean isQuiet() {
    return source.isQuiet();
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    try (KeyStores stores =
        new KeyStores(env, source.store(), env.resources().portableProviders())) {
      Set<DigestType> types = EnumSet.copyOf(digests);
      EntryPoints points = source.find(stores, env).withDigests(types);
      warnOf(types, env);
      if (folder != null) {
        writeFiles(points, env.resolve(folder), env);
      } else if (json) {
        JsonOutput.print(env.out(), generator -> EntryPointJson.write(points, generator));
      } else {
        output.write(text(points), stores, env);
      }
    }
    return ExitCode.DONE;
  }

  private void warnOf(Set<DigestType> types, Environment env) {
    for (DigestType type : types) {
      DigestPolicy.of(type.number())
          .filter(policy -> policy.delegation().isAgainst() && !source.isQuiet())
          .ifPresent(
              policy ->
                  env.warn(
                      "DS records with "
                          + type
                          + " must not be used for delegation ("
                          + policy.citation()
                          + "); sha256 is recommended"));
    }
  }

  private String text(EntryPoints points) throws CommandException {
    if (format.needsKeys() && !points.dsWithoutKey().isEmpty()) {
      throw CommandException.keys(
          "the key "
              + points.dsWithoutKey().get(0).keyTag()
              + " is known by its digest alone, so it cannot be written in full",
          "name a keyset- or .key file, or the zone file, with --from");
    }
    return format.text(points);
  }

  private void writeFiles(EntryPoints points, Path target, Environment env)
      throws CommandException, IOException {
    if (!Files.isDirectory(target)) {
      throw CommandException.environment(
          "--keysetdir: there is no folder " + target, "make it, or name another");
    }
    KeySetNaming naming = bindNames ? KeySetNaming.BIND : KeySetNaming.WINDOWS;
    List<KeySetFile> files = new ArrayList<>();
    if (!points.keys().isEmpty()) {
      files.add(KeySetFile.keyset(points.zone(), RecordClass.IN, TTL, points.keys()));
    }
    files.add(KeySetFile.dsset(points.zone(), RecordClass.IN, points.ds()));
    for (KeySetFile file : files) {
      Path path = file.in(target, naming);
      AtomicOutput.write(path, FileAccess.INHERITED, file.octets());
      env.notes().wrote(path);
      if (!source.isQuiet()) {
        env.out().println(path);
      }
    }
  }
}
