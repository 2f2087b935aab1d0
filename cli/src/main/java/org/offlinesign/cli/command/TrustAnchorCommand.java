package org.offlinesign.cli.command;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.delegation.AnchorFormat;
import org.offlinesign.delegation.AnchorOptions;
import org.offlinesign.delegation.AnchorOptions.Upkeep;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the trust anchors of a zone for the resolvers that validate it. */
@Command(
    header = {
      "  offlinesign trustanchor --zone example.com --format unbound",
      "  offlinesign trustanchor --zone example.com --from keyset-example.com --format windows"
    },
    customSynopsis =
        "offlinesign trustanchor --zone NAME [--format FORMAT] [--key KEY]... [--from FILE]... [OPTIONS]",
    description =
        "Prints a zone's KSKs as trust anchors, for resolvers that are to validate the zone without"
            + " a chain of trust from the root.")
public final class TrustAnchorCommand implements Subcommand {
  @Mixin private EntryPointOptions source = new EntryPointOptions();

  @Option(
      names = "--format",
      paramLabel = "bind|unbound|windows|windowsfile|xml|records",
      description =
          "bind: for named.conf (default). unbound: for unbound.conf. windows: DnsCmd"
              + " /TrustAnchorAdd lines. windowsfile: for TrustAnchors.dns. xml: as RFC 9718."
              + " records: as in a zone file, for Unbound's trust-anchor-file and others.")
  private AnchorFormat format = AnchorFormat.BIND;

  @Option(
      names = "--digest",
      split = ",",
      paramLabel = "NAME",
      description =
          "Write DS anchors with these digests instead of keys: sha256, sha384, sha1. Keys of which"
              + " only a digest is known, and those of xml, are always written so.")
  private List<DigestType> digests = new ArrayList<>();

  @Option(
      names = "--managed",
      description =
          "For bind: let the resolver follow the zone's key rollovers (RFC 5011, initial-key).")
  private boolean managed;

  @Option(
      names = "--validfrom",
      paramLabel = "TIME",
      description = "For xml: since when the anchors hold. Default: now.")
  private @Nullable Instant validFrom;

  @Option(
      names = "--source",
      paramLabel = "URL",
      description = "For xml: where the document will be found. Default: empty.")
  private String url = "";

  @Mixin private TextOutput output = new TextOutput();

  @Option(names = "--json", description = "Print the anchors as JSON.")
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
      EntryPoints anchors = anchors(source.find(stores, env));
      warnOfWindows(anchors, env);
      if (json) {
        JsonOutput.print(env.out(), generator -> EntryPointJson.write(anchors, generator));
      } else {
        output.write(format.text(anchors, options(env)), env);
      }
    }
    return ExitCode.DONE;
  }

  private void refuseUselessOptions() throws CommandException {
    if (managed && format != AnchorFormat.BIND) {
      throw CommandException.usage(
          "--managed is for --format bind alone",
          "for Unbound, write --format records to the file that auto-trust-anchor-file names");
    }
    if ((validFrom != null || !url.isEmpty()) && format != AnchorFormat.XML) {
      throw CommandException.usage(
          "--validfrom and --source are for --format xml alone",
          "leave them out, or add --format xml");
    }
  }

  private EntryPoints anchors(EntryPoints found) {
    Set<DigestType> types =
        digests.isEmpty() ? EnumSet.of(DigestType.SHA256) : EnumSet.copyOf(digests);
    if (format == AnchorFormat.XML) {
      return found.withDigests(types);
    }
    return digests.isEmpty()
        ? found.asKeys().orElseGet(() -> found.asDigests(types))
        : found.asDigests(types);
  }

  private AnchorOptions options(Environment env) {
    return new AnchorOptions(
        managed ? Upkeep.MANAGED : Upkeep.STATIC,
        validFrom == null ? env.clock().instant() : validFrom,
        url);
  }

  private void warnOfWindows(EntryPoints anchors, Environment env) {
    boolean windows = format == AnchorFormat.WINDOWS || format == AnchorFormat.WINDOWS_FILE;
    boolean edwards =
        Stream.concat(
                anchors.keys().stream().map(Dnskey::algorithm),
                anchors.ds().stream().map(Ds::algorithm))
            .anyMatch(
                number ->
                    number == Algorithm.ED25519.number() || number == Algorithm.ED448.number());
    if (windows && edwards && !source.isQuiet()) {
      env.warn("Windows DNS servers do not validate signatures with Ed25519 and Ed448");
    }
  }
}
