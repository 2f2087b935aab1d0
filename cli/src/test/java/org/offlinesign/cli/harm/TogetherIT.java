package org.offlinesign.cli.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/**
 * Many processes that use one key store at the same time, for a minute or as many seconds as {@code
 * -Dofflinesign.together.seconds} says.
 */
class TogetherIT {
  private static final int PROCESSES = 20;
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("offlinesign.together.seconds", 60));

  @TempDir Path folder;
  private Workplace place;
  private Program offlinesign;

  @BeforeEach
  void makeAWorkplace() throws Exception {
    place = Workplace.make(folder.resolve("place"));
    offlinesign = new Program(Victim.PROGRAM).with(place.environment());
  }

  @Test
  void whatEachWasToldIsSo() throws Exception {
    List<Worker> workers = work();
    assertThat(workers).allSatisfy(worker -> assertThat(worker.failures).isEmpty());
    List<String> present = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    workers.forEach(worker -> present.addAll(worker.present));
    workers.forEach(worker -> deleted.addAll(worker.deleted));
    System.out.printf(
        "together: %d processes at a time for %d s: %d keys made, %d of them deleted, %d zones"
            + " signed%n",
        PROCESSES,
        TIME.toSeconds(),
        present.size() + deleted.size(),
        deleted.size(),
        workers.stream().mapToInt(worker -> worker.signed).sum());
    assertThat(place.stored()).containsAll(present).doesNotContainAnyElementsOf(deleted);
    assertThat(place.thrownAway()).containsAll(deleted);
    assertThat(place.files())
        .filteredOn(name -> name.contains("offlinesign-"))
        .as("files that were left")
        .isEmpty();
    verifyZones(workers);
  }

  private List<Worker> work() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
    try {
      long end = System.nanoTime() + TIME.toNanos();
      List<Future<Worker>> running = new ArrayList<>();
      for (int i = 0; i < PROCESSES; i++) {
        Worker worker = new Worker("w" + i);
        running.add(threads.submit(() -> worker.until(end)));
      }
      List<Worker> workers = new ArrayList<>();
      for (Future<Worker> worker : running) {
        workers.add(worker.get());
      }
      return workers;
    } finally {
      threads.shutdownNow();
    }
  }

  private void verifyZones(List<Worker> workers) throws Exception {
    TreeSet<String> zones = new TreeSet<>();
    workers.forEach(worker -> zones.addAll(worker.zones));
    assertThat(zones).isNotEmpty();
    for (String zone : zones) {
      assertThat(place.faultsOf(zone)).as(zone).isEmpty();
    }
    Peers.require("dnssec-verify").run(place.folder(), "-o", "example", zones.first()).orFail();
  }

  @Test
  void aLockOfAProcessThatWasKilledIsNoObstacle() throws Exception {
    String strace = Peers.require("strace").executable().toString();
    String[] genkey = {"genkey", "--zone", "example", "--alg", "13", "--flags", "ZSK"};
    List<String> line = new ArrayList<>(List.of(Victim.PROGRAM.toString()));
    line.addAll(List.of(genkey));
    List<String> command = new Kill.AtCall(strace, "rename", 1).command(line);
    Program.Outcome killed =
        new Program(Path.of(command.get(0)))
            .with(place.environment())
            .run(place.folder(), new byte[0], command.subList(1, command.size()));
    assertThat(killed.exitCode()).isEqualTo(Victim.KILLED);
    assertThat(place.files()).anyMatch(name -> name.contains(".offlinesign-"));
    Program.Outcome next = offlinesign.run(place.folder(), genkey).orFail();
    assertThat(next.stderr()).doesNotContain("waiting");
    assertThat(place.files()).noneMatch(name -> name.contains(".offlinesign-"));
  }

  /** Somebody who starts one command after the other, and remembers what he was told. */
  private final class Worker {
    private final String name;
    private final Deque<String> present = new ArrayDeque<>();
    private final List<String> deleted = new ArrayList<>();
    private final List<String> zones = new ArrayList<>();
    private final List<Program.Outcome> failures = new ArrayList<>();
    private int signed;
    private int keys;

    Worker(String name) {
      this.name = name;
    }

    Worker until(long end) throws Exception {
      while (System.nanoTime() - end < 0) {
        genkey();
        sign("out/" + name);
        genkey();
        deletekey();
        // All write this one, and each replaces it whole.
        sign("out/common");
      }
      return this;
    }

    private void genkey() throws Exception {
      String key = name + "-" + keys++;
      if (succeeds("genkey --alg 13 --flags ZSK --zone " + name + " --friendlyname " + key)) {
        present.add(key);
      }
    }

    private void deletekey() throws Exception {
      String key = present.poll();
      if (key != null && succeeds("deletekey --force " + key)) {
        deleted.add(key);
      }
    }

    private void sign(String output) throws Exception {
      if (succeeds(
          "signzone --smart --zone example --input db --keysetdir sets --output " + output)) {
        zones.add(output);
        signed++;
      }
    }

    private boolean succeeds(String line) throws Exception {
      Program.Outcome outcome = offlinesign.run(place.folder(), line.split(" ", -1));
      if (outcome.exitCode() != 0) {
        failures.add(outcome);
      }
      return outcome.exitCode() == 0;
    }
  }
}
