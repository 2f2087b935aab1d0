package org.offlinesign.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.record.Serial;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.RecordTreatment;
import org.offlinesign.sign.SerialPolicy;
import org.offlinesign.sign.SigningReport;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.SigningWarning;
import org.offlinesign.sign.Validity;
import org.offlinesign.sign.ZoneContent;
import org.offlinesign.sign.ZoneSigner;
import org.offlinesign.zonefile.IncludeStandIn;
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
        "offlinesign signzone --input FILE {--output FILE | --in-place-include} --zone NAME {--signkey KEY... | --smart} [OPTIONS]",
    description =
        "Signs a zone file, signed already or not, and writes the signed zone with its keyset- and"
            + " dsset- files. Every signature is verified before any file takes its name.")
public final class SignZoneCommand implements Subcommand {
  /**
   * What --quiet does not silence: why the command ends with 1, and that a child loses the security
   * that it had.
   */
  private static final Set<SigningWarning.Code> WORTH_WAKING =
      EnumSet.of(SigningWarning.Code.NOT_INCLUDED, SigningWarning.Code.LOST_DELEGATION);

  private final ZoneOrIncludeFiles where = new ZoneOrIncludeFiles();
  @Mixin private SignedZoneOptions files = new SignedZoneOptions(where);
  @Mixin private SigningKeyOptions keys = new SigningKeyOptions();
  @Mixin private PresentTime present = new PresentTime();
  @Mixin private ZoneContentOptions content = new ZoneContentOptions();
  @Mixin private ChildZoneOptions children = new ChildZoneOptions();
  @Mixin private GateOptions gate = new GateOptions();

  @Option(
      names = "--dnskey",
      paramLabel = "add|replace|nochange",
      description = "What becomes of the DNSKEY records of the input. Default: replace.")
  private @Nullable RecordTreatment dnskey;

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
    where.check(env);
    checkComments();
    Optional<Serial> last = where.lastSerial(env);
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
          .servedSerial(latest(change.servedSerial(), last))
          .outputCheck(
              gate.isUsed() ? session.check(providers).and(change) : session.check(providers));
      if (choice.timed().isPresent()) {
        session.leaveKeySetsToRollover(builder);
      }
      SigningRequest request = builder.build();
      session.refuseToReplaceByKeySets(request);
      ZoneSigner signer = new ZoneSigner(providers, env.clock()).with(env.resources().childKeys());
      SigningReport report =
          session.run(request, () -> where.watched(() -> session.sign(signer, request)));
      warn(report, choice, env);
      change.warn(env);
      RunFigures run = RunFigures.of(request.budget());
      print(new ShownSigning(report, session.files(report.files()), choice, run), session, env);
      return isUnsigned(report) ? ExitCode.ZONE : ExitCode.DONE;
    }
  }

  private void checkComments() throws CommandException {
    files.comments().check(content.layout());
    if (where.isIncluded()) {
      files.comments().refuseBeside("--in-place-include");
    }
    if (dnssecOnly) {
      files.comments().refuseBeside("--dnssec-only");
    }
  }

  /** What is signed is not what name servers load. */
  private static boolean isUnsigned(SigningReport report) {
    return report.warnings().stream()
        .anyMatch(warning -> warning.code() == SigningWarning.Code.NOT_INCLUDED);
  }

  private static @Nullable Serial latest(@Nullable Serial served, Optional<Serial> signed) {
    if (signed.isEmpty() || (served != null && served.isAfter(signed.get()))) {
      return served;
    }
    return signed.get();
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
    if (where.isIncluded()) {
      IncludeStandIn standIn = IncludeStandIn.nothing(env.resolve(files.output()));
      common.reading(files.reading().of(files.zone(), env).standIn(standIn).build());
    }
    return common
        .serialPolicy(serial())
        .dsTreatment(ds())
        .dnskeyTreatment(dnskey())
        .children(children.policy(files.zone(), ds(), env))
        .content(wholeOrPart());
  }

  private SerialPolicy serial() {
    return files.serialPolicy(where.isIncluded() ? SerialPolicy.KEEP : SerialPolicy.INCREMENT);
  }

  private RecordTreatment ds() {
    return content.ds(usual());
  }

  private RecordTreatment dnskey() {
    return dnskey == null ? usual() : dnskey;
  }

  private RecordTreatment usual() {
    return where.isIncluded() ? RecordTreatment.ADD : RecordTreatment.REPLACE;
  }

  private ZoneContent wholeOrPart() throws CommandException {
    if (where.isIncluded() && dnssecOnly) {
      throw CommandException.usage(
          "--in-place-include writes DNSSEC records for a file beside it, and --dnssec-only for any",
          "leave one of them out");
    }
    boolean takesAway =
        serial() != SerialPolicy.KEEP
            || content.ttlLimits().highest() != null
            || ds() == RecordTreatment.REPLACE
            || dnskey() == RecordTreatment.REPLACE;
    if (where.isIncluded() && takesAway) {
      throw CommandException.usage(
          "--in-place-include leaves the zone file as it is, its serial, TTLs and records too",
          "leave out --max-ttl, and --soaserial, --ds and --dnskey unless they are keep and add");
    }
    if (dnssecOnly && takesAway) {
      throw CommandException.usage(
          "--dnssec-only makes records for the zone file as it is, so it must stay as it is",
          "add --soaserial keep --ds add --dnskey add, and leave --max-ttl out");
    }
    if (where.isIncluded()) {
      return ZoneContent.INCLUDED;
    }
    return dnssecOnly ? ZoneContent.DNSSEC_ONLY : ZoneContent.WHOLE_ZONE;
  }

  private void warn(SigningReport report, KeyChoice choice, Environment env) {
    if (!files.isQuiet()) {
      choice.tell(env);
      report.notices().forEach(notice -> env.err().println(notice.format()));
    }
    for (SigningWarning warning : report.warnings()) {
      if (!files.isQuiet() || WORTH_WAKING.contains(warning.code())) {
        env.warn(warning.message());
      }
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
