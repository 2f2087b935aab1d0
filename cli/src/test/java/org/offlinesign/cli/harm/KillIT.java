package org.offlinesign.cli.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Peers;

/**
 * Kills the packaged program at many points, and looks for what is lost and what is left behind.
 * {@code -Dofflinesign.kills=400} kills it more often.
 */
class KillIT {
  private static final int KILLS = Integer.getInteger("offlinesign.kills", 24);
  private static final int AT_ONCE = 2;
  // Of four kills one is at a random time; all others are where files are touched.
  private static final int ONE_IN = 4;

  private final Random random = new Random(Long.getLong("offlinesign.kills.seed", 6));

  @TempDir Path folder;

  @Test
  void nothingIsLostAndNothingIsLeftBehind() throws Exception {
    String strace = Peers.require("strace").executable().toString();
    Workplace model = Workplace.make(folder.resolve("model"));
    Victim victim = new Victim(model, strace);
    Map<Deed, Victim.Habits> habits = new EnumMap<>(Deed.class);
    for (Deed deed : Deed.values()) {
      habits.put(deed, victim.watch(deed, folder.resolve("watched-" + deed)));
    }
    List<Outcome> outcomes = kill(victim, habits);
    System.out.println(Outcome.summary(outcomes));
    assertThat(outcomes).filteredOn(outcome -> !outcome.faults().isEmpty()).isEmpty();
    assertThat(outcomes).hasSizeGreaterThanOrEqualTo(KILLS);
    assertThat(outcomes.stream().filter(Outcome::killed).count())
        .isGreaterThan(outcomes.size() / 2);
  }

  private List<Outcome> kill(Victim victim, Map<Deed, Victim.Habits> habits) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Outcome>> running = new ArrayList<>();
      for (Map.Entry<Deed, Victim.Habits> entry : habits.entrySet()) {
        for (Kill kill : kills(entry.getValue(), victim.strace())) {
          Path place = folder.resolve("point-" + running.size());
          running.add(
              workers.submit(() -> victim.suffer(entry.getKey(), kill, entry.getValue(), place)));
        }
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> one : running) {
        outcomes.add(one.get());
      }
      return outcomes;
    } finally {
      workers.shutdownNow();
    }
  }

  /** Returns the points of one command, evenly spread over the calls that it makes. */
  private List<Kill> kills(Victim.Habits habits, String strace) {
    int count = (KILLS + Deed.values().length - 1) / Deed.values().length;
    int byTime = count / ONE_IN;
    List<CallTrace.Call> calls = habits.calls();
    List<Kill> kills = new ArrayList<>();
    for (int i = 0; i < count - byTime; i++) {
      // Where there are more kills than calls each call comes up several times.
      CallTrace.Call call = calls.get((2 * i + 1) * calls.size() / (2 * (count - byTime)));
      kills.add(new Kill.AtCall(strace, call.name(), call.count()));
    }
    for (int i = 0; i < byTime; i++) {
      kills.add(new Kill.After(1 + random.nextInt((int) habits.milliseconds())));
    }
    return kills;
  }

  /** What became of one command that was killed. */
  record Outcome(Deed deed, Kill kill, boolean killed, boolean done, List<String> faults) {
    static String summary(List<Outcome> outcomes) {
      long killed = outcomes.stream().filter(Outcome::killed).count();
      long done = outcomes.stream().filter(o -> o.killed() && o.done()).count();
      long faulty = outcomes.stream().filter(o -> !o.faults().isEmpty()).count();
      Set<String> kinds = new TreeSet<>();
      outcomes.forEach(o -> kinds.add(o.deed().name()));
      return "kills: %d points of %d commands, %d killed (%d of them with the work done), %d faults"
          .formatted(outcomes.size(), kinds.size(), killed, done, faulty);
    }
  }
}
