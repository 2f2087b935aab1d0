package org.offlinesign.cli.harm;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program, which is killed in copies of a workplace. */
final class Victim {
  static final Path PROGRAM =
      Path.of(System.getProperty("offlinesign.dist", "target/dist")).resolve("bin/offlinesign");
  static final int KILLED = 128 + 9;
  private static final int FILE_SYSTEM = 4;
  private static final int TRIES = 40;

  private final Workplace model;
  private final String strace;

  Victim(Workplace model, String strace) {
    this.model = model;
    this.strace = strace;
  }

  /**
   * What a command does when nobody kills it.
   *
   * @param calls by which it touches the workplace
   * @param files that are there afterwards
   */
  record Habits(List<CallTrace.Call> calls, Set<String> files, long milliseconds) {}

  private record Ended(int exitCode, String stdout, String stderr) {}

  String strace() {
    return strace;
  }

  /** Runs a command to its end, and tells what it did. */
  Habits watch(Deed deed, Path folder) throws IOException, InterruptedException {
    Workplace place = model.copy(folder);
    Path trace = folder.resolveSibling(folder.getFileName() + ".trace");
    List<String> command = Strace.watching(strace, trace.toString(), program(deed));
    Ended ended = finish(place, start(place, command));
    if (ended.exitCode != 0) {
      throw new AssertionError(deed + " does not work: " + ended);
    }
    Set<String> files = place.files();
    List<CallTrace.Call> calls = CallTrace.read(trace, folder);
    place.delete();
    Workplace again = model.copy(folder);
    long begin = System.nanoTime();
    finish(again, start(again, program(deed)));
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    again.delete();
    return new Habits(calls, files, took);
  }

  /** Kills a command in a copy of the workplace, and says what is wrong then. */
  KillIT.Outcome suffer(Deed deed, Kill kill, Habits habits, Path folder)
      throws IOException, InterruptedException {
    Workplace place = model.copy(folder);
    Process process = start(place, kill.command(program(deed)));
    if (kill instanceof Kill.After after
        && !process.waitFor(after.milliseconds(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    Ended ended = finish(place, process);
    boolean killed = ended.exitCode == KILLED;
    List<String> faults = new ArrayList<>();
    if (!killed && ended.exitCode != 0) {
      faults.add("it ended with " + ended);
    }
    boolean done = deed.isDone(place);
    boolean acknowledged = ended.exitCode == 0 || !ended.stdout.isEmpty();
    if (acknowledged && !done && deed != Deed.SIGNZONE_TO_STDOUT) {
      faults.add("it said that it was done, and it was not: " + ended);
    }
    place.lostKeys().forEach(key -> faults.add("the key " + key + " is lost"));
    faults.addAll(place.faultsOfSignedZone());
    Ended again = finish(place, start(place, program(deed)));
    if (again.exitCode != 0 && !done) {
      faults.add("the same command does not succeed: " + again);
    }
    faults.addAll(faultsAfterwards(place, habits));
    place.delete();
    return new KillIT.Outcome(deed, kill, killed, done, faults);
  }

  /**
   * Lets a call of a command fail in a copy of the workplace, and says what is wrong then. Threads
   * make their calls in an order of their own in each run: one where others failed says nothing.
   */
  List<String> fail(Deed deed, Fault harm, Habits habits, Path folder)
      throws IOException, InterruptedException {
    List<Integer> counts = new ArrayList<>(List.of(harm.count()));
    for (int i = 0; i < TRIES; i++) {
      Workplace place = model.copy(folder);
      Path trace = folder.resolveSibling(folder.getFileName() + ".trace");
      String next = harm.at(mostFrequent(counts)).harm();
      Ended ended =
          finish(
              place, start(place, Strace.injecting(strace, next, trace.toString(), program(deed))));
      List<String> failed = CallTrace.failed(trace);
      if (!failed.isEmpty() && failed.stream().allMatch(harm::isAbout)) {
        List<String> faults = faultsOfFailure(deed, ended, place, habits);
        place.delete();
        return faults;
      }
      CallTrace.read(trace, folder).stream()
          .filter(call -> harm.isAbout(call.name(), call.arguments()))
          .findFirst()
          .ifPresent(call -> counts.add(call.count()));
      place.delete();
    }
    return List.of("in " + TRIES + " runs it was never this call that failed");
  }

  private static int mostFrequent(List<Integer> counts) {
    return Collections.max(
        counts, Comparator.comparingInt(count -> Collections.frequency(counts, count)));
  }

  private List<String> faultsOfFailure(Deed deed, Ended ended, Workplace place, Habits habits)
      throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    boolean done = deed.isDone(place);
    if (ended.exitCode != 0) {
      faults.addAll(faultsOfMessage(ended, place));
    } else if (!done && deed != Deed.SIGNZONE_TO_STDOUT) {
      faults.add("it said that it was done, and it was not: " + ended);
    }
    faults.addAll(faultsAfterwards(place, habits));
    Ended again = finish(place, start(place, program(deed)));
    if (again.exitCode != 0 && !done) {
      faults.add("the same command does not succeed: " + again);
    }
    faults.addAll(faultsAfterwards(place, habits));
    return faults;
  }

  /** Files are named as they were given. */
  private static boolean namesAFile(String stderr, Workplace place) {
    return stderr.contains(place.folder().toString())
        || stderr.contains("stdout")
        || Stream.of("db", "out", "sets", "store", "tmp")
            .anyMatch(name -> stderr.contains("error: " + name));
  }

  private static List<String> faultsOfMessage(Ended ended, Workplace place) {
    List<String> faults = new ArrayList<>();
    if (ended.exitCode != FILE_SYSTEM) {
      faults.add("expected exit code 4 but found " + ended);
    }
    if (!ended.stderr.startsWith("error: ") && !ended.stderr.contains("\nerror: ")) {
      faults.add("no error is told: " + ended);
    }
    if (ended.stderr.contains("Exception") || ended.stderr.contains("\tat ")) {
      faults.add("told in the words of Java: " + ended);
    }
    if (!namesAFile(ended.stderr, place)) {
      faults.add("no file is named: " + ended);
    }
    if (ended.stderr.contains("offlinesign-")) {
      faults.add("a file is named that nobody has heard of: " + ended);
    }
    return faults;
  }

  private static List<String> faultsAfterwards(Workplace place, Habits habits) throws IOException {
    List<String> faults = new ArrayList<>();
    place.lostKeys().forEach(key -> faults.add("the key " + key + " is lost"));
    faults.addAll(place.faultsOfSignedZone());
    Set<String> strays = new TreeSet<>(place.files());
    strays.removeAll(habits.files);
    strays.forEach(stray -> faults.add("it left " + stray));
    return faults;
  }

  private static List<String> program(Deed deed) {
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(deed.arguments());
    return command;
  }

  private static Process start(Workplace place, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(place.folder().toFile())
            .redirectOutput(beside(place, "stdout"))
            .redirectError(beside(place, "stderr"));
    builder.environment().putAll(place.environment());
    return builder.start();
  }

  private static File beside(Workplace place, String stream) {
    return place.folder().resolveSibling(place.folder().getFileName() + "." + stream).toFile();
  }

  private static Ended finish(Workplace place, Process process)
      throws IOException, InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("still running after a minute");
    }
    return new Ended(
        process.exitValue(), text(beside(place, "stdout")), text(beside(place, "stderr")));
  }

  private static String text(File file) throws IOException {
    return Files.readString(file.toPath(), StandardCharsets.ISO_8859_1);
  }
}
