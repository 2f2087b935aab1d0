package org.offlinesign.rollover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rollover.PlannedStep.Schedule;
import org.offlinesign.rollover.PlannedStep.State;

/**
 * A rollover at some moment: what is done, what comes next, and whether it may be done now.
 *
 * <p>It changes nothing. Whoever executes a step makes the keys that {@link StepExecution} asks
 * for, writes the zone, and then commits the changes to the store; a step that was interrupted is
 * simply done again, with the keys that are there already.
 */
public final class RolloverSession {
  private final RolloverRequest request;
  private final RolloverMark.Progress progress;
  private final Begin begin;
  private final RolloverKeys keys;
  private final List<StepScript> script;

  /**
   * How the rollover began.
   *
   * @param underWay whether the store has notes of it
   * @param givenUp keys of rollovers that it takes the place of
   */
  private record Begin(boolean underWay, List<StoredKey> givenUp) {
    static final Begin EARLIER = new Begin(true, List.of());
  }

  private RolloverSession(
      RolloverRequest request, RolloverMark.Progress progress, Begin begin, RolloverKeys keys) {
    this.request = request;
    this.progress = progress;
    this.begin = begin;
    this.keys = keys;
    this.script = MethodScripts.steps(progress.method(), keys);
  }

  /**
   * Returns the rollover that a request means: the one under way of the method asked for, or
   * without a method the one whose next step is due first, or else a new one.
   *
   * @throws RolloverException if it cannot begin, as another is in the way or the keys do not fit,
   *     or is under way with other keys than the request names
   */
  public static RolloverSession of(RolloverRequest request) throws RolloverException {
    List<RolloverState> states = RolloverState.among(request.keys());
    Optional<RolloverState> state = underWay(request, states);
    RolloverSession session =
        state.isPresent() ? resumed(request, state.get()) : begun(request, states);
    new ParticipantChoice(request, session.method()).refuseOthers(session.keys);
    return session;
  }

  private static Optional<RolloverState> underWay(
      RolloverRequest request, List<RolloverState> states) {
    return states.stream()
        .filter(state -> request.method().map(state.method()::equals).orElse(true))
        .findFirst();
  }

  private static RolloverSession resumed(RolloverRequest request, RolloverState state)
      throws RolloverException {
    RolloverKeys keys = new ParticipantChoice(request, state).forState(state);
    return new RolloverSession(request, state.progress(), Begin.EARLIER, keys);
  }

  private static RolloverSession begun(RolloverRequest request, List<RolloverState> states)
      throws RolloverException {
    RolloverMethod method =
        request
            .method()
            .orElseThrow(
                () ->
                    new RolloverException(
                        "no rollover of " + request.zone() + " is under way",
                        "name a method to begin one: " + RolloverMethod.labels()));
    Begin begin = new Begin(false, givenUp(request, method, states));
    RolloverKeys keys = new ParticipantChoice(request, method).forStart();
    RolloverMark.Progress progress =
        new RolloverMark.Progress(
            method,
            request.now(),
            0,
            request.now(),
            keys.hasParent(),
            SeenTimes.of(request),
            Optional.of(KeyWish.of(request)));
    return new RolloverSession(request, progress, begin, keys);
  }

  // Of a rollover of which no step is done the zone knows nothing; people may change their minds.
  private static List<StoredKey> givenUp(
      RolloverRequest request, RolloverMethod method, List<RolloverState> states)
      throws RolloverException {
    List<StoredKey> keys = new ArrayList<>();
    for (RolloverState state : states) {
      if (!method.kind().canGoAlongWith(state.method().kind())) {
        if (state.stepsDone() > 0) {
          throw contradiction(request, method, state);
        }
        keys.addAll(state.oldKeys());
        keys.addAll(state.newKeys());
      }
    }
    return keys;
  }

  private static RolloverException contradiction(
      RolloverRequest request, RolloverMethod method, RolloverState state) {
    return new RolloverException(
        "a rollover of "
            + request.zone()
            + " by "
            + method
            + " cannot begin while one by "
            + state.method()
            + " is under way since "
            + Instants.text(state.start())
            + ", steps done: "
            + state.stepsDone(),
        "finish that one first, its next step is due at "
            + Instants.text(state.due())
            + ", or give it up with `offlinesign rollover abandon`");
  }

  /** Returns the keys that take no part and whose notes are of a rollover that is given up. */
  List<StoredKey> givenUp() {
    return begin.givenUp().stream()
        .filter(
            key -> keys.all().stream().noneMatch(part -> part.stored().equals(Optional.of(key))))
        .toList();
  }

  public RolloverMethod method() {
    return progress.method();
  }

  /** Says whether the rollover has begun: the store has notes of it. */
  public boolean isUnderWay() {
    return begin.underWay();
  }

  /** Returns the keys that take part. */
  public List<RolloverKey> keys() {
    return keys.all();
  }

  /** Returns all steps with their dates. */
  public RolloverPlan plan() {
    return planFrom(progress.due());
  }

  /** Returns all steps with their dates, where the next one is done at some time, due or not. */
  private RolloverPlan planFrom(Instant nextAt) {
    List<PlannedStep> steps = new ArrayList<>();
    Instant earliest = nextAt;
    for (int number = 1; number <= script.size(); number++) {
      int done = progress.stepsDone();
      if (number > done + 1) {
        Instant previous = Instants.max(earliest, request.now());
        earliest = previous.plus(script.get(number - 1).after().length(times()));
      }
      State state = number <= done ? State.DONE : number == done + 1 ? State.NEXT : State.LATER;
      steps.add(planned(number, state, earliest));
    }
    return new RolloverPlan(request.zone(), method(), steps, signAgainBy(steps), notes());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(new PlanNotes(request, keys).list());
    if (!begin.givenUp().isEmpty()) {
      notes.add(
          "a rollover that had begun, of which no step is done, is given up; keys made for it stay in"
              + " the store, and nothing uses them");
    }
    return notes;
  }

  /**
   * Returns what breaks if every step is done on its date, and so are those of other rollovers of
   * the zone that are under way: nothing, unless a step was done too early.
   *
   * @throws RolloverException if another rollover under way has lost its keys
   */
  public List<Breakage> breakages() throws RolloverException {
    return breakages(Instants.max(progress.due(), request.now()));
  }

  /** Returns what breaks if the next step is done now, be it due or not. */
  List<Breakage> breakagesOfNow() throws RolloverException {
    return breakages(request.now());
  }

  private List<Breakage> breakages(Instant nextAt) throws RolloverException {
    List<RolloverSession> sessions = new ArrayList<>(List.of(this));
    List<RolloverPlan> plans = new ArrayList<>(List.of(planFrom(nextAt)));
    for (RolloverState state : RolloverState.among(request.keys())) {
      boolean stays = progress.method().kind().canGoAlongWith(state.method().kind());
      if (stays && !state.progress().equals(progress)) {
        RolloverSession other = resumed(request, state);
        sessions.add(other);
        plans.add(other.planFrom(Instants.max(state.due(), request.now())));
      }
    }
    TimeLine line = new PlanTimeLine(request, sessions, plans).timeLine();
    return line.breakages().stream().filter(b -> b.until().isAfter(request.now())).toList();
  }

  /** Says whether trust in the zone begins at its own keys. */
  boolean isIsland() {
    return !keys.hasParent();
  }

  private PlannedStep planned(int number, State state, Instant earliest) {
    StepScript step = script.get(number - 1);
    Instant notBefore = state == State.DONE ? doneAt(step) : earliest;
    String reason = step.after().reason(times());
    Schedule schedule = new Schedule(notBefore, state, reason, step.reference());
    return new PlannedStep(number, step.kind(), step.title(), schedule, step.actions());
  }

  private Instant doneAt(StepScript step) {
    return step.actions().stream()
        .flatMap(action -> action.doneAt().stream())
        .findFirst()
        .orElse(progress.start());
  }

  private List<Instant> signAgainBy(List<PlannedStep> steps) {
    List<PlannedStep> toCome = steps.stream().filter(step -> !step.isDone()).toList();
    return request.signatures().map(periods -> periods.signAgainBy(toCome)).orElse(List.of());
  }

  /**
   * Returns what the next step takes.
   *
   * @throws RolloverException if all steps are done
   */
  public StepExecution next() throws RolloverException {
    PlannedStep step =
        plan()
            .next()
            .orElseThrow(
                () ->
                    new RolloverException(
                        "all steps of the " + method() + " rollover are done already",
                        "name a method to begin another: " + RolloverMethod.labels()));
    return new StepExecution(this, step);
  }

  RolloverRequest request() {
    return request;
  }

  RolloverMark.Progress progress() {
    return progress;
  }

  RolloverMark.Progress progressAfter(Instant due, ZoneTimes written) {
    SeenTimes seen = SeenTimes.of(request).longest(SeenTimes.of(written));
    return progress.after(due, seen);
  }

  /** Returns how many steps there are. */
  public int stepCount() {
    return script.size();
  }

  /** Returns the times to reckon with, of the versions at hand and of those before. */
  ZoneTimes times() {
    return progress.seen().within(request.times());
  }

  /** Returns when the step after one is due that is done now. */
  Instant dueAfter(PlannedStep step, ZoneTimes written) {
    ZoneTimes times = times().longest(written);
    return step.number() == script.size()
        ? request.now()
        : request.now().plus(script.get(step.number()).after().length(times));
  }
}
