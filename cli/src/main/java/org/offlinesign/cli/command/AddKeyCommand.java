package org.offlinesign.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.cli.argument.KeyArgument;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.KeyDeed;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.delegation.DnskeyFile;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SharedTag;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.sign.KeyPublisher;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.PublicationReport;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.SigningScope;
import org.offlinesign.sign.ZoneLayout;
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
  @Mixin private SignedZoneOptions files = new SignedZoneOptions(new ZoneFiles());

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
      names = "--format",
      paramLabel = "text|full",
      description = "text: owners relative to the zone (default). full: every name absolute.")
  private ZoneLayout layout = ZoneLayout.TEXT;

  @Override
  public boolean isQuiet() {
    return files.isQuiet();
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    files.comments().check(layout);
    try (SigningSession session = SigningSession.open(files, env)) {
      List<ZoneKey> stored = storedKeys(session.keys(), env);
      List<Dnskey> keys = keys(stored, env);
      List<KeyUse> signers = session.keys().signing(signKeys, SigningScope.BY_ROLE);
      CryptoProviders providers = session.providers();
      SigningRequest request = session.request(providers).keys(signers).layout(layout).build();
      KeyPublisher publisher = new KeyPublisher(providers, env.clock());
      PublicationReport report =
          session.run(
              request,
              () -> {
                PublicationReport published = publisher.publish(request, keys);
                stored.forEach(key -> env.notes().key(key, KeyDeed.PUBLISHED));
                return published;
              });
      print(report, session, env);
    }
    return ExitCode.DONE;
  }

  private List<ZoneKey> storedKeys(SigningKeys found, Environment env)
      throws CommandException, IOException {
    List<ZoneKey> keys = new ArrayList<>();
    for (KeyUse use : found.published(storedKeys)) {
      refuseForeign(use.key());
      env.notes().meant(use.key(), KeyDeed.PUBLISHED);
      keys.add(use.key());
    }
    return keys;
  }

  private List<Dnskey> keys(List<ZoneKey> stored, Environment env)
      throws CommandException, IOException {
    List<Dnskey> keys = new ArrayList<>();
    stored.forEach(key -> keys.add(key.dnskey()));
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
    if (!key.zone().equals(files.zone())) {
      throw CommandException.keys(
          "the key " + key + " belongs to " + key.zone() + " and not to " + files.zone(),
          "`offlinesign listkeys --zone " + files.zone() + "` shows the keys of the zone");
    }
  }

  private List<Dnskey> read(Path file, Environment env) throws CommandException, IOException {
    DnskeyFile content = DnskeyFile.read(file, files.zone());
    env.notes().read(file);
    if (content.keys().isEmpty()) {
      throw CommandException.keys(
          file + " has no DNSKEY record of " + files.zone(),
          content.complaints().toArray(new String[0]));
    }
    if (!files.isQuiet()) {
      content.complaints().forEach(env::warn);
    }
    return content.keys();
  }

  private void print(PublicationReport report, SigningSession session, Environment env)
      throws CommandException, IOException {
    PrintStream out = session.out();
    RunFigures run = RunFigures.of(files.sorting().budget(env));
    PublicationOutput shown =
        new PublicationOutput(files.zone(), report, env.clock().getZone(), run);
    if (!files.isQuiet()) {
      report.notices().forEach(notice -> env.err().println(notice.format()));
      SharedTag.among(report.dnskeys()).forEach(pair -> env.warn(pair.advice()));
    }
    if (files.isJson()) {
      JsonOutput.print(out, shown::writeJson);
    } else if (!files.isQuiet()) {
      shown.printText(session.files(List.of(report.file())), out);
    }
  }
}
