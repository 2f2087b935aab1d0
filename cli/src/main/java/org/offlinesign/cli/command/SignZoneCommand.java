package org.offlinesign.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.argument.SortOptions;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.delegation.KeySetContent;
import org.offlinesign.delegation.KeySetNaming;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.sign.KeyPlanException;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.OutputCheck;
import org.offlinesign.sign.OutputRefusedException;
import org.offlinesign.sign.RecordTreatment;
import org.offlinesign.sign.SerialPolicy;
import org.offlinesign.sign.SigningReport;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.ZoneContent;
import org.offlinesign.sign.ZoneLayout;
import org.offlinesign.sign.ZoneSigner;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.ZoneFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a zone file. */
@Command(
    header = {
      "  offlinesign signzone --input example.com.zone --output example.com.signed \\",
      "              --zone example.com --signkey KSK-example.com --signkey ZSK-example.com",
      "  offlinesign signzone --input - --output - --zone example.com --end +14d \\",
      "              --signkey-allrr tag:32478"
    },
    customSynopsis =
        "offlinesign signzone --input FILE --output FILE --zone NAME --signkey KEY... [OPTIONS]",
    description =
        "Signs a zone file, signed already or not, and writes the signed zone with its keyset- and"
            + " dsset- files. Every signature is verified before any file takes its name.")
public final class SignZoneCommand implements Subcommand {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "The zone file; - is stdin.")
  private Path input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The signed zone file, which is replaced if it exists; - is stdout.")
  private Path output;

  @Option(names = "--zone", required = true, paramLabel = "NAME", description = "The zone's name.")
  private DnsName zone;

  @Mixin private SigningKeyOptions keys = new SigningKeyOptions();
  @Mixin private ValidityOptions validity = new ValidityOptions();

  @Option(
      names = "--keysetdir",
      paramLabel = "DIR",
      description =
          "Where keyset- and dsset- files of child zones are read and the zone's own are written."
              + " Default: the current folder.")
  private @Nullable Path keySetFolder;

  @Option(
      names = "--genkeyset",
      paramLabel = "none|ksk|allkeys",
      description = "Which keys go into the keyset- and dsset- files. Default: ksk.")
  private KeySetContent keySetContent = KeySetContent.KSK;

  @Option(
      names = "--soaserial",
      paramLabel = "keep|increment|unixtime|date",
      description = "What becomes of the SOA serial. Default: increment.")
  private SerialPolicy serialPolicy = SerialPolicy.INCREMENT;

  @Option(
      names = "--ds",
      paramLabel = "add|replace|nochange",
      description = "What becomes of the DS records of the input. Default: replace.")
  private RecordTreatment ds = RecordTreatment.REPLACE;

  @Option(
      names = "--dnskey",
      paramLabel = "add|replace|nochange",
      description = "What becomes of the DNSKEY records of the input. Default: replace.")
  private RecordTreatment dnskey = RecordTreatment.REPLACE;

  @Option(
      names = "--digest",
      split = ",",
      paramLabel = "NAME",
      description = "The digests of DS records that are made: sha256 (default), sha384, sha1.")
  private List<DigestType> digests = List.of(DigestType.SHA256);

  @Option(
      names = "--format",
      paramLabel = "text|full|windows",
      description =
          "text: owners relative to the zone (default). full: every name absolute. windows: as"
              + " Windows DNS servers write their files.")
  private ZoneLayout layout = ZoneLayout.TEXT;

  @Option(
      names = "--dnssec-only",
      description =
          "Write the DNSKEY, DS, NSEC and RRSIG records alone, to be included into the zone file."
              + " Needs --soaserial keep, and --ds and --dnskey add or nochange.")
  private boolean dnssecOnly;

  @Option(
      names = "--bind-names",
      description = "End the names of keyset- and dsset- files with a dot, as BIND does.")
  private boolean bindNames;

  @Option(names = "--no-verify", description = "Do not verify the signatures before use.")
  private boolean unverified;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Print errors alone.")
  private boolean quiet;

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SortOptions sorting = new SortOptions();
  @Mixin private StoreOptions store = new StoreOptions();

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    SortBudget budget = sorting.budget(env);
    try (KeyStores stores = new KeyStores(env, store, CryptoProviders.withoutNative());
        SignedZoneFile target = SignedZoneFile.of(output, budget.temporaryDirectory(), env)) {
      target.refuseToReplace(env.resolve(input), "the zone that is read");
      Instant now = env.clock().instant();
      List<KeyUse> uses = keys.uses(new SigningKeys(zone, stores, validity, now));
      target.refuseToReplace(stores);
      // Native code takes a while to load, so mistakes in the command line are found before.
      CryptoProviders providers = CryptoProviders.detect();
      SigningProgress progress = SigningProgress.on(env, quiet);
      SigningRequest request =
          request(target.path(), budget, env)
              .keys(uses)
              .outputCheck(unverified ? OutputCheck.NONE : new SignatureProof(providers))
              .listener(progress)
              .build();
      ZoneSigner signer = new ZoneSigner(providers, env.clock());
      SigningReport report =
          new SigningOutcome(env, request.input().name()).of(() -> sign(signer, request, progress));
      target.deliver();
      warn(report, env);
      print(report, target, env);
    }
    return ExitCode.DONE;
  }

  private static SigningReport sign(
      ZoneSigner signer, SigningRequest request, SigningProgress progress)
      throws IOException, ZoneFileException, KeyPlanException, OutputRefusedException {
    // The display is taken away before anything else is printed.
    try (progress) {
      return signer.sign(request);
    }
  }

  private SigningRequest.Builder request(Path target, SortBudget budget, Environment env)
      throws CommandException {
    return SigningRequest.builder(zone, ReadingOptions.source(input, env), target, budget)
        .reading(reading.of(zone, env).build())
        .validity(validity.validity(env.clock().instant()))
        .serialPolicy(serialPolicy)
        .dsTreatment(ds)
        .dnskeyTreatment(dnskey)
        .digests(digestSet())
        .keySetFolder(keySetFolder(env))
        .keySetContent(keySetContent)
        .keySetNaming(bindNames ? KeySetNaming.BIND : KeySetNaming.WINDOWS)
        .layout(layout)
        .content(content());
  }

  private ZoneContent content() throws CommandException {
    boolean takesAway =
        serialPolicy != SerialPolicy.KEEP
            || ds == RecordTreatment.REPLACE
            || dnskey == RecordTreatment.REPLACE;
    if (dnssecOnly && takesAway) {
      throw CommandException.usage(
          "--dnssec-only makes records for the zone file as it is, so it must stay as it is",
          "add --soaserial keep --ds add --dnskey add");
    }
    return dnssecOnly ? ZoneContent.DNSSEC_ONLY : ZoneContent.WHOLE_ZONE;
  }

  private Path keySetFolder(Environment env) throws CommandException {
    Path folder = env.resolve(keySetFolder == null ? Path.of("") : keySetFolder);
    if (!Files.isDirectory(folder)) {
      throw CommandException.environment(
          "--keysetdir: there is no folder " + folder,
          "make it, or name the folder with the keyset- and dsset- files of child zones");
    }
    return folder;
  }

  private Set<DigestType> digestSet() {
    return EnumSet.copyOf(digests);
  }

  private void warn(SigningReport report, Environment env) {
    if (!quiet) {
      report.notices().forEach(notice -> env.err().println(notice.format()));
      report.warnings().forEach(warning -> env.warn(warning.message()));
    }
  }

  private void print(SigningReport report, SignedZoneFile target, Environment env)
      throws IOException {
    PrintStream out = target.isStdout() ? env.err() : env.out();
    List<Path> files = target.withoutStdout(report.files());
    if (json) {
      JsonOutput.print(out, generator -> new SigningJson(report, files, generator).write());
    } else if (!quiet) {
      new SigningText(report, files, env.clock().getZone(), out).print();
    }
  }
}
