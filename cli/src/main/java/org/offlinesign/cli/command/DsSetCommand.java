package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.HandOverForm;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.OutputClaim;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.delegation.DsCheck;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.delegation.KeyProof;
import org.offlinesign.delegation.KeySetFile;
import org.offlinesign.delegation.KeySetNaming;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.key.DigestPolicy;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.Ttl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what the owner of the parent zone needs to delegate securely. */
@Command(
    header = {
      "  offlinesign dsset --zone example.com --bundle for-parent --proof example.com.signed",
      "  offlinesign dsset --check dsset-example.com --child-zone example.com.signed"
    },
    customSynopsis = {
      "offlinesign dsset --zone NAME [--key KEY]... [--from FILE]... [OPTIONS]",
      "offlinesign dsset --check FILE --child-zone FILE [OPTIONS]"
    },
    description =
        "Prints the DS records of a zone's KSKs, as a registrar's form asks for them or as records,"
            + " writes keyset- and dsset- files or a folder with all that the parent's owner may ask"
            + " for, or checks what came from a child.")
public final class DsSetCommand implements Subcommand {
  // In a keyset- file it means nothing: the zone has its own.
  private static final Ttl TTL = new Ttl(3600);

  @Mixin private EntryPointOptions source = new EntryPointOptions();

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "table|dsset|keyset|bind|dnskey|cds|cdnskey|epp|json",
      description =
          "table: the fields of registrars' forms (default). dsset, keyset: as these files. bind: as"
              + " dnssec-dsfromkey prints it. dnskey: as dig prints it. cds, cdnskey: to be put into"
              + " the zone (RFC 7344). epp: a registrar's command (RFC 5910). json: as --json."
              + " Several for --bundle.")
  private List<HandOverForm> forms = List.of();

  @Option(
      names = "--digest",
      split = ",",
      paramLabel = "NAME",
      description = "The digests of DS records: sha256 (default), sha384, sha1.")
  private List<DigestType> digests = List.of();

  @Mixin private BundleOptions bundle = new BundleOptions();
  @Mixin private DsCheckOptions check = new DsCheckOptions();
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
    refuseUselessOptions();
    try (KeyStores stores =
        new KeyStores(env, source.store(), env.resources().portableProviders())) {
      return check.isWanted() ? check(stores, env) : handOver(stores, env);
    }
  }

  private void refuseUselessOptions() throws CommandException {
    boolean elsewhere = folder != null || output.isToFile() || json;
    if (check.isWanted()) {
      refuse(elsewhere && !json, "--check writes no files", "leave out --keysetdir and --output");
      refuse(
          bundle.folder().isPresent() || bundle.wantProof() || !forms.isEmpty(),
          "--check hands nothing over",
          "leave out --bundle, --proof and --format");
      refuse(
          !digests.isEmpty() || bindNames,
          "--check looks at the records as they are",
          "leave out --digest and --bind-names");
      refuse(
          check.childZone().isPresent() && source.nameKeys(),
          "--check compares with --child-zone or with other keys, not with both",
          "leave out --child-zone, or --key and --from");
      return;
    }
    refuse(check.childZone().isPresent(), "--child-zone is for --check alone", "add --check FILE");
    refuse(
        bindNames && folder == null && bundle.folder().isEmpty(),
        "--bind-names is about files that this command names itself, and there are none",
        "add --keysetdir DIR or --bundle DIR, or leave it out");
    refuse(
        bundle.folder().isPresent() && elsewhere,
        "--bundle writes all files into its folder",
        "leave out --keysetdir, --output and --json; --format json adds a file with JSON");
    boolean several = forms.size() > 1 || (bundle.wantProof() && (!forms.isEmpty() || json));
    refuse(
        bundle.folder().isEmpty() && (several || (bundle.wantProof() && folder != null)),
        "only a bundle holds several things",
        "add --bundle DIR, or ask for them one by one");
  }

  private static void refuse(boolean useless, String problem, String advice)
      throws CommandException {
    if (useless) {
      throw CommandException.usage(problem, advice);
    }
  }

  private ExitCode check(KeyStores stores, Environment env) throws CommandException, IOException {
    Optional<Path> child = check.childZone();
    DsCheck result =
        child.isPresent()
            ? check.against(child.get(), source.zone().orElse(null), env)
            : check.against(known(stores, env), env);
    DsCheckReport report =
        new DsCheckReport(
            result,
            check.file().toString(),
            child.map(Path::toString).orElse("the keys that are known here"));
    if (json) {
      JsonOutput.print(env.out(), report::write);
    } else if (!source.isQuiet()) {
      report.print(env.out());
    }
    return result.belongs() ? ExitCode.DONE : ExitCode.ZONE;
  }

  /** Returns the keys of the zone that the options name, or else that the file is called after. */
  private EntryPoints known(KeyStores stores, Environment env)
      throws CommandException, IOException {
    Optional<DnsName> zone = source.zone().or(check::zoneOfFileName);
    return zone.isPresent() ? source.find(zone.get(), stores, env) : source.find(stores, env);
  }

  private ExitCode handOver(KeyStores stores, Environment env)
      throws CommandException, IOException {
    Set<DigestType> types =
        digests.isEmpty() ? EnumSet.of(DigestType.SHA256) : EnumSet.copyOf(digests);
    EntryPoints points = source.find(stores, env).withDigests(types);
    warnOf(types, env);
    Optional<KeyProof> proof = bundle.proof(points, env);
    if (bundle.folder().isPresent()) {
      writeBundle(points, proof, env.resolve(bundle.folder().get()), env);
    } else if (proof.isPresent()) {
      output.write(proof.get().text(), env);
    } else if (folder != null) {
      writeFiles(points, env.resolve(folder), env);
    } else {
      HandOverForm form = forms.isEmpty() ? HandOverForm.TABLE : forms.get(0);
      output.write(HandOverText.of(points, json ? HandOverForm.JSON : form), env);
    }
    return ExitCode.DONE;
  }

  private void writeBundle(
      EntryPoints points, Optional<KeyProof> proof, Path target, Environment env)
      throws CommandException, IOException {
    HandOverBundle files = new HandOverBundle(points, naming());
    for (HandOverForm form : BundleOptions.forms(forms, points)) {
      files.add(form);
    }
    proof.ifPresent(files::add);
    for (Path file : files.write(target, env)) {
      tellOf(file, env);
    }
  }

  private KeySetNaming naming() {
    return bindNames ? KeySetNaming.BIND : KeySetNaming.WINDOWS;
  }

  private void tellOf(Path file, Environment env) {
    if (!source.isQuiet()) {
      env.out().println(file);
    }
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

  private void writeFiles(EntryPoints points, Path target, Environment env)
      throws CommandException, IOException {
    if (!Files.isDirectory(target)) {
      throw CommandException.environment(
          "--keysetdir: there is no folder " + target, "make it, or name another");
    }
    List<KeySetFile> files = new ArrayList<>();
    if (!points.keys().isEmpty()) {
      files.add(KeySetFile.keyset(points.zone(), RecordClass.IN, TTL, points.keys()));
    }
    files.add(KeySetFile.dsset(points.zone(), RecordClass.IN, points.ds()));
    for (KeySetFile file : files) {
      Path path = file.in(target, naming());
      env.kept().claim(path, OutputClaim.ofHandOver(path, "--keysetdir"));
      AtomicOutput.write(path, file.octets(), env.files());
      tellOf(path, env);
    }
  }
}
