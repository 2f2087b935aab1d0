package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.FullMinute;
import org.offlinesign.cli.console.KeyDeed;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.CertificateValidity;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.SigningException;
import org.offlinesign.keystore.KeyRequest;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.rollover.PlannedStep;
import org.offlinesign.rollover.ReadZone;
import org.offlinesign.rollover.Refusal;
import org.offlinesign.rollover.RolloverException;
import org.offlinesign.rollover.RolloverLog;
import org.offlinesign.rollover.RolloverRequest;
import org.offlinesign.rollover.RolloverSession;
import org.offlinesign.rollover.StepExecution;
import org.offlinesign.rollover.StepKind;
import org.offlinesign.rollover.ZoneTimes;
import org.offlinesign.sign.SigningReport;

/**
 * Does one step, in an order in which it can be interrupted anywhere and begun anew: keys, zone
 * file, files for the parent, log, and last the notes that say that it is done.
 */
final class StepRun {
  private final Options options;
  private final Situation situation;
  private final SigningSession signing;
  private final KeyStoreFile store;
  private final Environment env;
  private final RolloverLog log;

  /**
   * @param force why the step is to be done whatever speaks against it
   */
  record Options(
      SignedZoneOptions files,
      ZoneContentOptions content,
      CertificateOptions certificate,
      RolloverTimeOptions times,
      Optional<String> force) {
    DnsName zone() {
      return files.zone();
    }
  }

  /**
   * @param times of the version that name servers have
   * @param out that version, if it is there
   * @param parent the DS records that the parent has, if they were shown
   * @param typed the line of the command
   */
  record Situation(
      RolloverRequest.Builder request,
      ZoneTimes times,
      Optional<ReadZone> out,
      Optional<DsVersion> parent,
      TypedLine typed) {}

  StepRun(
      Options options,
      Situation situation,
      SigningSession signing,
      KeyStoreFile store,
      Environment env) {
    this.options = options;
    this.situation = situation;
    this.signing = signing;
    this.store = store;
    this.env = env;
    this.log = RolloverLog.beside(store.path());
  }

  StepReport run() throws CommandException, IOException, RolloverException, KeyStoreFileException {
    RolloverSession session = RolloverSession.of(situation.request.build());
    List<Refusal> refusals = session.next().refusals();
    boolean forced = !refusals.isEmpty() && options.force.isPresent();
    if (refusals.isEmpty() || forced) {
      session = prepared(session);
      refusals.forEach(refusal -> env.warn("forced although " + refusal.sentence()));
      if (session.next().step().kind() != StepKind.SIGN || situation.out.isEmpty()) {
        // The check of a signed zone that takes the place of another tells by itself.
        BreakageText.lines(session.next().breakages()).forEach(env::warn);
      }
      return execute(session, forced);
    }
    boolean unsigns = session.next().step().kind() == StepKind.UNSIGN;
    if (unsigns || refusals.stream().anyMatch(refusal -> refusal.kind() == Refusal.Kind.NOT_DUE)) {
      throw refused(session, refusals, List.of());
    }
    session = prepared(session);
    StepReport report = handOver(session);
    if (refusals.stream().anyMatch(refusal -> refusal.kind() == Refusal.Kind.DS_DIFFERS)) {
      throw refused(session, session.next().refusals(), report.files());
    }
    return report;
  }

  /**
   * @param handedOver the files for the parent
   */
  private CommandException refused(
      RolloverSession session, List<Refusal> refusals, List<Path> handedOver)
      throws RolloverException {
    PlannedStep step = session.next().step();
    List<String> advice = new ArrayList<>();
    refusals.stream().skip(1).map(Refusal::sentence).forEach(advice::add);
    RolloverText text = new RolloverText(env.out(), env.clock());
    switch (refusals.get(0).kind()) {
      case NOT_DUE -> {
        BreakageText.lines(session.next().breakages())
            .forEach(line -> advice.add("done now: " + line));
        advice.add("run it again from " + text.when(FullMinute.from(step.notBefore())) + " on");
      }
      case DS_UNKNOWN -> advice.add("name a file that shows them with --parent-ds");
      case DS_DIFFERS ->
          advice.add(
              handedOver.isEmpty()
                  ? parentDuty(step)
                  : "have the parent publish what "
                      + handedOver.get(handedOver.size() - 1)
                      + " holds, and run this again once all its servers have it");
    }
    advice.add("--force REASON does the step all the same, and keeps the reason in " + log.file());
    return new CommandException(ExitCode.ZONE, refusals.get(0).sentence(), advice);
  }

  private static String parentDuty(PlannedStep step) {
    return step.kind() == StepKind.UNSIGN
        ? "have the parent remove its DS records, and run this again once no cache has them"
        : "have the parent change its DS records, and run this again then";
  }

  /** Notes the begin and makes the keys; what an interrupted run did already stays. */
  private RolloverSession prepared(RolloverSession session)
      throws CommandException, IOException, RolloverException, KeyStoreFileException {
    StepExecution execution = session.next();
    // Options that contradict one another are found before a key is made.
    CertificateValidity validity = options.certificate.validity(env.clock());
    options.content.keySets().folder(env);
    List<KeyRequest> toMake = named(execution.keysToMake(validity), session);
    if (!execution.startChanges().isEmpty()) {
      note(store.change(execution.startChanges()));
    }
    for (KeyRequest request : toMake) {
      StoredKey made = generate(request);
      KeyWarnings.of(made, env);
      tellOf(made);
    }
    situation.request.method(session.method()).keys(keysOfZone());
    return RolloverSession.of(situation.request.build());
  }

  private List<KeyRequest> named(List<KeyRequest> requests, RolloverSession session) {
    PlannedKeys planned = new PlannedKeys(session, session.plan(), store.keys(), now());
    Iterator<String> names = planned.toMake().keySet().iterator();
    return requests.stream().map(request -> request.withFriendlyName(names.next())).toList();
  }

  private void tellOf(StoredKey made) {
    if (!options.files.isQuiet()) {
      env.tell(
          "made the %s %d of %s, called '%s'"
              .formatted(
                  made.facts().orElseThrow().role(),
                  made.facts().orElseThrow().keyTag(),
                  options.zone(),
                  made.friendlyName().orElseThrow()));
    }
  }

  private StoredKey generate(KeyRequest request)
      throws CommandException, IOException, KeyStoreFileException {
    try {
      StoredKey made = store.generate(request);
      env.notes().key(made, KeyDeed.MADE);
      return made;
    } catch (SigningException e) {
      throw KeyStores.unusable(e);
    }
  }

  private void note(List<StoredKey> changed) {
    changed.forEach(key -> env.notes().key(key, KeyDeed.CHANGED));
  }

  private List<StoredKey> keysOfZone() {
    return store.keys(options.zone());
  }

  /** Does a step that nothing speaks against, or that is forced. */
  private StepReport execute(RolloverSession session, boolean forced)
      throws CommandException, IOException, RolloverException, KeyStoreFileException {
    log.refuseLink();
    StepExecution execution = session.next();
    PlannedStep step = execution.step();
    HandOver handOver = new HandOver(session, keysOfZone(), now());
    StepZone zone = new StepZone(options, situation, signing, env);
    parentNow(handOver, step).ifPresent(ds -> zone.parent(ds, execution));
    Optional<SigningReport> signed = Optional.empty();
    ZoneTimes written = situation.times;
    Optional<EntryPoints> points = handOver.wantedAfter(step.number());
    if (step.kind() == StepKind.SIGN) {
      signed = Optional.of(zone.sign(execution.changes(written), points));
      written = options.times.of(zone.check().written());
    } else if (step.kind() == StepKind.UNSIGN) {
      zone.unsign();
    }
    List<Path> files = new ArrayList<>();
    signed.ifPresent(report -> files.addAll(report.files().subList(1, report.files().size())));
    if (points.isPresent()) {
      files.addAll(handOver.write(points.get(), options.content.keySets(), env));
    }
    boolean insisted = forced || zone.check().isForced();
    log.append(execution.logLine(insisted ? options.force.orElseThrow() : null));
    env.notes().wrote(log.file());
    note(store.change(execution.changes(written)));
    boolean writes = step.kind() != StepKind.PARENT && !signing.isStdout();
    return new StepReport(
        session.plan(),
        step,
        true,
        signed,
        writes ? Optional.of(signing.output()) : Optional.empty(),
        Optional.empty(),
        files,
        step.number() == session.stepCount() ? Optional.empty() : Optional.of(shown()));
  }

  /** Returns the DS records that the parent has: those shown, or those that it was seen to have. */
  private Optional<DsVersion> parentNow(HandOver handOver, PlannedStep step) {
    Set<DigestType> digests = options.content.keySets().digests();
    return situation.parent.or(
        () ->
            handOver
                .wantedAfter(step.number() - 1)
                .map(points -> points.dsRecords(digests))
                .map(ds -> new DsVersion("the parent's DS set", ds, situation.times.dsTtl())));
  }

  private Instant now() {
    return env.clock().instant();
  }

  /** Writes what the parent is to have for a step that waits for it, and if asked, CDS records. */
  private StepReport handOver(RolloverSession session)
      throws CommandException, IOException, RolloverException {
    StepExecution execution = session.next();
    PlannedStep step = execution.step();
    HandOver handOver = new HandOver(session, keysOfZone(), now());
    EntryPoints points = handOver.wantedAfter(step.number()).orElseThrow();
    Optional<SigningReport> signed = Optional.empty();
    if (options.content.signalsParent() || hasTimedSignals()) {
      StepZone zone = new StepZone(options, situation, signing, env);
      parentNow(handOver, step).ifPresent(ds -> zone.parent(ds, execution));
      signed = Optional.of(zone.sign(List.of(), Optional.of(points)));
    }
    boolean writes = signed.isPresent() && !signing.isStdout();
    return new StepReport(
        session.plan(),
        step,
        false,
        signed,
        writes ? Optional.of(signing.output()) : Optional.empty(),
        Optional.of(points.dsRecords(options.content.keySets().digests())),
        handOver.write(points, options.content.keySets(), env),
        Optional.of(shown()));
  }

  /** Says whether times of keys put CDS records into the zone, which change with this step. */
  private boolean hasTimedSignals() {
    return keysOfZone().stream()
        .anyMatch(key -> key.timing().at(KeyEvent.SYNC_PUBLISH).isPresent());
  }

  private ShownRollover shown() throws RolloverException {
    situation.request.keys(keysOfZone());
    RolloverSession present = RolloverSession.of(situation.request.build());
    return ShownRollover.of(present, store.keys(), situation.typed, now());
  }
}
