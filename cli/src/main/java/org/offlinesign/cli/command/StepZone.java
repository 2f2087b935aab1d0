package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.delegation.KeySetContent;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.keystore.KeyChange;
import org.offlinesign.record.Serial;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.rollover.ReadZone;
import org.offlinesign.rollover.StepExecution;
import org.offlinesign.rollover.ZoneTimes;
import org.offlinesign.sign.SigningReport;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.TimedKeys;
import org.offlinesign.sign.UnsigningReport;
import org.offlinesign.sign.UnsigningRequest;
import org.offlinesign.sign.UnsigningRequest.ChildDs;
import org.offlinesign.sign.Validity;
import org.offlinesign.sign.ZoneSigner;
import org.offlinesign.sign.ZoneUnsigner;

/** Writes the zone as a step of a rollover has it. */
final class StepZone {
  private final StepRun.Options options;
  private final SigningSession session;
  private final Environment env;
  private final Optional<ReadZone> out;
  private final ZoneTimes times;
  private final ChangeCheck check;

  StepZone(
      StepRun.Options options,
      StepRun.Situation situation,
      SigningSession session,
      Environment env) {
    this.options = options;
    this.session = session;
    this.env = env;
    this.out = situation.out();
    this.times = situation.times();
    this.check =
        new ChangeCheck(options.zone(), env.clock().instant(), options.force().orElse(null));
    out.ifPresent(version -> check.previous(version, options.times().of(version).propagation()));
  }

  /**
   * Says which DS set resolvers follow.
   *
   * @param step to be done, in time or not
   */
  void parent(DsVersion ds, StepExecution step) {
    check.parent(ds, times.parentPropagation(), times.dsTtl());
    if (step.isDue()) {
      // The wait before the step was for caches to have the DS set, by the times known then.
      check.knownToCaches(step.dnskeys());
    }
  }

  /** Returns what is known of the zone that was signed. */
  ChangeCheck check() {
    return check;
  }

  /**
   * Signs the zone with the keys as some changes are to leave them.
   *
   * @param parent what the parent is to have, for CDS records; its keyset- and dsset- files are
   *     then somebody else's to write
   */
  SigningReport sign(List<KeyChange> changes, Optional<EntryPoints> parent)
      throws CommandException, IOException {
    TimedKeys keys = session.keys().timed(changes);
    CryptoProviders providers = session.providers();
    check.keys(session.openedKeys());
    check.providers(providers);
    SigningRequest.Builder builder =
        request(session.request(providers), keys, parent)
            .outputCheck(session.check(providers).and(check));
    session.refuseToReplaceByKeySets(builder.build());
    if (parent.isPresent()) {
      builder.keySetContent(KeySetContent.NONE);
    } else {
      session.leaveKeySetsToRollover(builder);
    }
    SigningRequest request = builder.build();
    ZoneSigner signer = new ZoneSigner(providers, env.clock()).with(env.resources().childKeys());
    SigningReport report = session.run(request, () -> signer.sign(request));
    tell(report, keys);
    check.warn(env);
    return report;
  }

  private SigningRequest.Builder request(
      SigningRequest.Builder common, TimedKeys keys, Optional<EntryPoints> parent)
      throws CommandException {
    Validity validity = options.files().validity().validity(env.clock().instant());
    options.content().addTo(common, validity, env);
    return common
        .keys(keys.uses())
        .apexChanges(
            parent.isPresent() && options.content().signalsParent()
                ? options.content().apexChanges(parent.get())
                : keys.appliedTo(options.content().apexChanges()))
        .servedSerial(servedSerial().orElse(null));
  }

  private Optional<Serial> servedSerial() {
    return out.map(version -> version.soa().serial());
  }

  private void tell(SigningReport report, TimedKeys keys) {
    if (!options.files().isQuiet()) {
      KeyChoice.timed(keys).tell(env);
      report.notices().forEach(notice -> env.err().println(notice.format()));
      report.warnings().forEach(warning -> env.warn(warning.message()));
    }
  }

  /** Writes the zone without signatures. */
  void unsign() throws CommandException, IOException {
    SignedZoneOptions files = options.files();
    Path folder = files.sorting().budget(env).temporaryDirectory();
    UnsigningRequest request =
        new UnsigningRequest(
            ReadingOptions.source(files.input(), env),
            files.readingOfInput(env),
            new UnsigningRequest.Target(session.place(), options.content().layout(), folder),
            ChildDs.DROP);
    UnsigningReport report = session.run(() -> new ZoneUnsigner().unsign(request));
    Optional<Serial> served = servedSerial();
    if (served.isPresent() && !report.serial().isAfter(served.get())) {
      env.warn(
          "the serial "
              + report.serial()
              + " does not come after "
              + served.get()
              + ", which name servers have: secondaries do not fetch the zone until it does");
    }
  }
}
