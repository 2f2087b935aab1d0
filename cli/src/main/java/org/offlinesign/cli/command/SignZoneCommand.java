package org.offlinesign.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.RecordTreatment;
import org.offlinesign.sign.SerialPolicy;
import org.offlinesign.sign.SigningReport;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.Validity;
import org.offlinesign.sign.ZoneContent;
import org.offlinesign.sign.ZoneSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a zone file. */
@Command(
    header = {
      "  offlinesign signzone --input example.com.zone --output example.com.signed \\",
      "              --zone example.com --signkey KSK-example.com --signkey ZSK-example.com",
      "  offlinesign signzone --input - --output - --zone example.com --end +14d --smart"
    },
    customSynopsis =
        "offlinesign signzone --input FILE --output FILE --zone NAME {--signkey KEY... | --smart} [OPTIONS]",
    description =
        "Signs a zone file, signed already or not, and writes the signed zone with its keyset- and"
            + " dsset- files. Every signature is verified before any file takes its name.")
public final class SignZoneCommand implements Subcommand {
  @Mixin private SignedZoneOptions files = new SignedZoneOptions();
  @Mixin private SigningKeyOptions keys = new SigningKeyOptions();
  @Mixin private PresentTime present = new PresentTime();
  @Mixin private ZoneContentOptions content = new ZoneContentOptions();
  @Mixin private ChildZoneOptions children = new ChildZoneOptions();
  @Mixin private GateOptions gate = new GateOptions();

  @Option(
      names = "--dnskey",
      paramLabel = "add|replace|nochange",
      description = "What becomes of the DNSKEY records of the input. Default: replace.")
  private RecordTreatment dnskey = RecordTreatment.REPLACE;

  @Option(
      names = "--dnssec-only",
      description =
          "Write what signing makes alone (DNSKEY, CDS, CDNSKEY, DS, RRSIG, NSEC, NSEC3,"
              + " NSEC3PARAM and ZONEMD records), to be included into the zone file. Needs --soaserial keep,"
              + " --ds and --dnskey add or nochange, and no --max-ttl.")
  private boolean dnssecOnly;

  @Override
  public boolean isQuiet() {
    return files.isQuiet();
  }

  @Override
  public Optional<Instant> now(Clock clock) {
    return present.now();
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    try (SigningSession session = SigningSession.open(files, env)) {
      ChangeCheck change = change(env);
      SigningRequest.Builder builder = request(session.request(), env);
      session.readAhead(builder.build());
      KeyChoice choice = keys.choice(session.keys());
      change.keys(session.openedKeys());
      new Hindsight(env)
          .refuse(
              files.validity().validity(env.clock().instant()),
              choice.timed().isPresent() ? session.openedKeys() : List.of());
      CryptoProviders providers = session.providers();
      change.providers(providers);
      gate.readPrevious(change, files, KeyUse.owner(files.zone(), choice.uses(), providers), env);
      builder
          .keys(choice.uses())
          .apexChanges(choice.changes(content.apexChanges()))
          .previous(gate.previous(env))
          .servedSerial(change.servedSerial())
          .outputCheck(
              gate.isUsed() ? session.check(providers).and(change) : session.check(providers));
      if (choice.timed().isPresent()) {
        session.leaveKeySetsToRollover(builder);
      }
      SigningRequest request = builder.build();
      session.refuseToReplaceByKeySets(request);
      ZoneSigner signer = new ZoneSigner(providers, env.clock()).with(env.resources().childKeys());
      SigningReport report = session.run(request, () -> session.sign(signer, request));
      warn(report, choice, env);
      change.warn(env);
      RunFigures run = RunFigures.of(request.budget());
      print(new ShownSigning(report, session.files(report.files()), choice, run), session, env);
    }
    return ExitCode.DONE;
  }

  private ChangeCheck change(Environment env) throws CommandException, IOException {
    if (dnssecOnly && gate.isUsed()) {
      throw CommandException.usage(
          "--dnssec-only writes a part of a zone, which --parent-ds and --previous cannot judge",
          "sign the whole zone to check it");
    }
    return gate.check(files, env);
  }

  private SigningRequest.Builder request(SigningRequest.Builder common, Environment env)
      throws CommandException, IOException {
    Validity validity = files.validity().validity(env.clock().instant());
    content.addTo(common, validity, env);
    return common
        .dnskeyTreatment(dnskey)
        .children(children.policy(files.zone(), content.ds(), env))
        .content(wholeOrPart());
  }

  private ZoneContent wholeOrPart() throws CommandException {
    boolean takesAway =
        files.serialPolicy() != SerialPolicy.KEEP
            || content.ttlLimits().highest() != null
            || content.ds() == RecordTreatment.REPLACE
            || dnskey == RecordTreatment.REPLACE;
    if (dnssecOnly && takesAway) {
      throw CommandException.usage(
          "--dnssec-only makes records for the zone file as it is, so it must stay as it is",
          "add --soaserial keep --ds add --dnskey add, and leave --max-ttl out");
    }
    return dnssecOnly ? ZoneContent.DNSSEC_ONLY : ZoneContent.WHOLE_ZONE;
  }

  private void warn(SigningReport report, KeyChoice choice, Environment env) {
    if (!files.isQuiet()) {
      choice.tell(env);
      report.notices().forEach(notice -> env.err().println(notice.format()));
      report.warnings().forEach(warning -> env.warn(warning.message()));
    }
  }

  private void print(ShownSigning shown, SigningSession session, Environment env)
      throws IOException {
    PrintStream out = session.out();
    if (files.isJson()) {
      JsonOutput.print(out, generator -> new SigningJson(shown, generator).write());
    } else if (!files.isQuiet()) {
      new SigningText(shown, env.clock().getZone(), out).print();
    }
  }
}
