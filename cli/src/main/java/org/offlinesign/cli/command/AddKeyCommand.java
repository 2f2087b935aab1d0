package org.offlinesign.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.cli.argument.KeyArgument;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.argument.SortOptions;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.delegation.DnskeyFile;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.sign.KeyPublisher;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.OutputCheck;
import org.offlinesign.sign.PublicationReport;
import org.offlinesign.sign.SerialPolicy;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.SigningScope;
import org.offlinesign.sign.ZoneLayout;
import org.offlinesign.zone.SortBudget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes keys in a zone file without signing the zone with them. */
@Command(
    header = {
      "  offlinesign addkey --input example.com.signed --output example.com.next \\",
      "              --zone example.com --addkey ZSK2-example.com \\",
      "              --signkey KSK-example.com --signkey ZSK-example.com",
      "  offlinesign addkey --input example.com.zone --output example.com.keys \\",
      "              --zone example.com --from keyset-of-the-other-provider"
    },
    customSynopsis =
        "offlinesign addkey --input FILE --output FILE --zone NAME --addkey KEY... [--signkey KEY]... [OPTIONS]",
    description =
        "Puts DNSKEY records into a zone file. In a signed zone, the DNSKEY and SOA records are"
            + " signed again with the keys of --signkey, and everything else stays as it is.")
public final class AddKeyCommand implements Subcommand {
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
      description = "The zone file with the keys, which is replaced if it exists; - is stdout.")
  private Path output;

  @Option(names = "--zone", required = true, paramLabel = "NAME", description = "The zone's name.")
  private DnsName zone;

  @Option(
      names = "--addkey",
      paramLabel = "KEY",
      description = "A key of the key store to publish: a friendly name, tag:NUMBER and so on.")
  private List<KeyArgument> storedKeys = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Publish the keys in a .key file, a keyset- file, or the output of dig.")
  private List<Path> keyFiles = new ArrayList<>();

  @Option(
      names = "--signkey",
      paramLabel = "KEY",
      description = "A key that signs the DNSKEY or SOA records of a signed zone again.")
  private List<KeyArgument> signKeys = new ArrayList<>();

  @Option(
      names = "--soaserial",
      paramLabel = "keep|increment|unixtime|date",
      description = "What becomes of the SOA serial. Default: increment.")
  private SerialPolicy serialPolicy = SerialPolicy.INCREMENT;

  @Option(
      names = "--format",
      paramLabel = "text|full",
      description = "text: owners relative to the zone (default). full: every name absolute.")
  private ZoneLayout layout = ZoneLayout.TEXT;

  @Option(names = "--no-verify", description = "Do not verify the signatures before use.")
  private boolean unverified;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Print errors alone.")
  private boolean quiet;

  @Mixin private ValidityOptions validity = new ValidityOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SortOptions sorting = new SortOptions();
  @Mixin private StoreOptions store = new StoreOptions();

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    SortBudget budget = sorting.budget(env);
    try (KeyStores stores = new KeyStores(env, store, CryptoProviders.withoutNative());
        SignedZoneFile target = SignedZoneFile.of(output, budget.temporaryDirectory(), env)) {
      target.refuseToReplace(env.resolve(input), "the zone that is read");
      SigningKeys found = new SigningKeys(zone, stores, validity, env.clock().instant());
      List<Dnskey> keys = keys(found, env);
      List<KeyUse> signers = found.signing(signKeys, SigningScope.BY_ROLE);
      target.refuseToReplace(stores);
      // Native code takes a while to load, so mistakes in the command line are found before.
      CryptoProviders providers = CryptoProviders.detect();
      SigningRequest request =
          request(target.path(), budget, env)
              .keys(signers)
              .outputCheck(unverified ? OutputCheck.NONE : new SignatureProof(providers))
              .build();
      KeyPublisher publisher = new KeyPublisher(providers, env.clock());
      PublicationReport report =
          new SigningOutcome(env, request.input().name())
              .of(() -> publisher.publish(request, keys));
      target.deliver();
      print(report, target, env);
    }
    return ExitCode.DONE;
  }

  private List<Dnskey> keys(SigningKeys found, Environment env)
      throws CommandException, IOException {
    List<Dnskey> keys = new ArrayList<>();
    for (KeyUse use : found.published(storedKeys)) {
      refuseForeign(use.key());
      keys.add(use.key().dnskey());
    }
    for (Path file : keyFiles) {
      keys.addAll(read(env.resolve(file), env));
    }
    if (keys.isEmpty()) {
      throw CommandException.usage(
          "no key to publish is named",
          "name one of the key store with --addkey, or a file with --from");
    }
    return keys;
  }

  private void refuseForeign(ZoneKey key) throws CommandException {
    if (!key.zone().equals(zone)) {
      throw CommandException.keys(
          "the key " + key + " belongs to " + key.zone() + " and not to " + zone);
    }
  }

  private List<Dnskey> read(Path file, Environment env) throws CommandException, IOException {
    DnskeyFile content = DnskeyFile.read(file, zone);
    if (content.keys().isEmpty()) {
      throw CommandException.keys(
          file + " has no DNSKEY record of " + zone, content.complaints().toArray(new String[0]));
    }
    if (!quiet) {
      content.complaints().forEach(env::warn);
    }
    return content.keys();
  }

  private SigningRequest.Builder request(Path target, SortBudget budget, Environment env)
      throws CommandException {
    return SigningRequest.builder(zone, ReadingOptions.source(input, env), target, budget)
        .reading(reading.of(zone, env).build())
        .validity(validity.validity(env.clock().instant()))
        .serialPolicy(serialPolicy)
        .layout(layout);
  }

  private void print(PublicationReport report, SignedZoneFile target, Environment env)
      throws IOException {
    PrintStream out = target.isStdout() ? env.err() : env.out();
    PublicationOutput shown = new PublicationOutput(zone, report, env.clock().getZone());
    if (!quiet) {
      report.notices().forEach(notice -> env.err().println(notice.format()));
    }
    if (json) {
      JsonOutput.print(out, shown::writeJson);
    } else if (!quiet) {
      shown.printText(out);
    }
  }
}
