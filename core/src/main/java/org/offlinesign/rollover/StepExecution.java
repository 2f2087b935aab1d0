package org.offlinesign.rollover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CertificateValidity;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyChange;
import org.offlinesign.keystore.KeyRequest;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rollover.RolloverMark.Progress;

/**
 * What it takes to do the next step of a rollover now.
 *
 * <p>In this order: if there are {@link #keysToMake}, commit {@link #startChanges}, make the keys,
 * and ask a new session that knows them; the parent may have to be given their DS records. Then,
 * unless {@link #refusals} has any and nobody insists, write the zone with the timing of {@link
 * #changes}, append {@link #logLine} to the log, and commit {@link #changes}. After a crash at any
 * point the same begins anew and comes to the same end.
 */
public final class StepExecution {
  /** A key made for a rollover waits for the step that publishes it. */
  static final KeyTiming FUTURE =
      KeyTiming.NONE
          .with(KeyEvent.PUBLISH, KeyTiming.UNDECIDED)
          .with(KeyEvent.ACTIVATE, KeyTiming.UNDECIDED);

  private static final DsWish NO_DS = new DsWish(List.of(), List.of());

  private final RolloverSession session;
  private final PlannedStep step;

  StepExecution(RolloverSession session, PlannedStep step) {
    this.session = session;
    this.step = step;
  }

  public PlannedStep step() {
    return step;
  }

  /** Says whether the wait before the step is over. */
  public boolean isDue() {
    return !session.request().now().isBefore(step.notBefore());
  }

  /** Returns the records of the keys that take part, as far as they are made. */
  public Set<Dnskey> dnskeys() {
    return session.keys().stream()
        .flatMap(key -> key.facts().stream())
        .map(ZoneKey::dnskey)
        .collect(Collectors.toSet());
  }

  /** Returns why the step is not to be done now; empty if nothing speaks against it. */
  public List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    if (!isDue()) {
      refusals.add(
          new Refusal(
              Refusal.Kind.NOT_DUE,
              describe()
                  + " is not due before "
                  + Instants.text(step.notBefore())
                  + " because "
                  + step.reason()
                  + " ("
                  + step.reference()
                  + ")"));
    }
    step.dsWish().flatMap(this::dsRefusal).ifPresent(refusals::add);
    unsignRefusal().ifPresent(refusals::add);
    return refusals;
  }

  /**
   * Returns what breaks, for whom and until when, if the step is done now; nothing if it is due.
   *
   * @throws RolloverException if another rollover under way has lost its keys
   */
  public List<Breakage> breakages() throws RolloverException {
    return session.breakagesOfNow();
  }

  private Optional<Refusal> dsRefusal(DsWish wish) {
    Optional<List<Ds>> found = session.request().parentDs();
    if (found.isEmpty()) {
      return Optional.of(
          new Refusal(
              Refusal.Kind.DS_UNKNOWN,
              describe() + " is the parent's: its DS set has to be shown, and to be " + wish));
    }
    return wish.mismatch(session.request().zone(), found.get())
        .map(
            text ->
                new Refusal(
                    Refusal.Kind.DS_DIFFERS,
                    text + "; for " + describe() + " its DS set has to be " + wish));
  }

  private Optional<Refusal> unsignRefusal() {
    return step.kind() == StepKind.UNSIGN
        ? session
            .request()
            .parentDs()
            .flatMap(found -> NO_DS.mismatch(session.request().zone(), found))
            .map(
                text ->
                    new Refusal(
                        Refusal.Kind.DS_DIFFERS,
                        text
                            + "; without signatures the zone is bogus for everyone who has them, so that "
                            + describe()
                            + " has to wait until caches hold none"))
        : Optional.empty();
  }

  private String describe() {
    return "step "
        + step.number()
        + " of "
        + session.stepCount()
        + " of "
        + session.method()
        + ", \""
        + step.title()
        + "\",";
  }

  /**
   * Returns the notes to make on keys before others are made, so that the rollover that begins is
   * known even if it is interrupted; none for one that is under way.
   */
  public List<KeyChange> startChanges() {
    if (session.isUnderWay()) {
      return List.of();
    }
    List<KeyChange> changes = givenUp();
    for (RolloverKey key : stored()) {
      changes.add(new KeyChange(storedOf(key), storedOf(key).timing(), mark(key)));
    }
    return changes;
  }

  /** Takes the notes away from keys of a rollover that this one takes the place of. */
  private List<KeyChange> givenUp() {
    List<KeyChange> changes = new ArrayList<>();
    for (StoredKey key : session.givenUp()) {
      changes.add(new KeyChange(key, key.timing(), null));
    }
    return changes;
  }

  private String mark(RolloverKey key) {
    return new RolloverMark(session.progress(), key.part()).toString();
  }

  private List<RolloverKey> stored() {
    return session.keys().stream().filter(key -> key.stored().isPresent()).toList();
  }

  private static StoredKey storedOf(RolloverKey key) {
    return key.stored().orElseThrow();
  }

  /** Returns the keys that have to be made; each stays out of the zone until a step says more. */
  public List<KeyRequest> keysToMake(CertificateValidity validity) {
    return session.keys().stream()
        .filter(key -> key.stored().isEmpty())
        .map(
            key ->
                KeyRequest.of(session.request().zone(), key.spec(), validity)
                    .withTiming(FUTURE)
                    .withRollover(mark(key)))
        .toList();
  }

  /**
   * Returns what is to hold for the keys once the step is done: the zone is to be signed with this
   * timing, and after it is in place the changes are to be committed.
   *
   * @param written the times of the version written; the longer ones of it and of all versions
   *     known before decide when the next step is due
   * @throws IllegalStateException while keys are still to be made
   */
  public List<KeyChange> changes(ZoneTimes written) {
    if (stored().size() < session.keys().size()) {
      throw new IllegalStateException("keys of the rollover are still to be made");
    }
    Instant due = session.dueAfter(step, written);
    boolean last = step.number() == session.stepCount();
    Progress after = session.progressAfter(due, written);
    List<KeyChange> changes = givenUp();
    for (RolloverKey key : session.keys()) {
      @Nullable String mark = last ? null : new RolloverMark(after, key.part()).toString();
      changes.add(new KeyChange(storedOf(key), timingAfter(key, due), mark));
    }
    return changes;
  }

  private KeyTiming timingAfter(RolloverKey key, Instant due) {
    KeyTiming timing = storedOf(key).timing();
    KeyAction action = step.actionOn(key);
    return action == null ? timing : action.appliedTo(timing, session.request().now(), due);
  }

  /**
   * Returns the line for the log.
   *
   * @param forced why the step was done although something spoke against it; null if nothing did
   */
  public String logLine(@Nullable String forced) {
    String keys =
        session.keys().stream().map(RolloverKey::toString).collect(Collectors.joining(", "));
    String line =
        session.request().now()
            + " "
            + session.request().zone()
            + " "
            + session.method()
            + " step "
            + step.number()
            + " of "
            + session.stepCount()
            + " done: "
            + step.title()
            + "; keys "
            + keys;
    return forced == null ? line : line + "; forced: " + forced;
  }
}
