package org.offlinesign.cli.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Asks resolvers the same questions over and over, from another thread, and notes what they make of
 * the answers. The records have different TTLs and were asked for at different times, so that the
 * caches hold mixtures of the versions of a zone.
 */
final class Watch {
  private static final long PAUSE_MILLIS = 250;

  /** What a resolver made of an answer during a step. */
  record Observation(String step, String resolver, Question question, Security security) {}

  private final Map<String, Validator> resolvers;
  private final List<Question> questions;
  private final List<Observation> observations = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final Thread thread = new Thread(this::observe, "watch");
  private String step = "";
  private int rounds;
  private boolean isOver;

  /** Starts to watch. */
  Watch(Map<String, Validator> resolvers, List<Question> questions) {
    this.resolvers = new ConcurrentHashMap<>(resolvers);
    this.questions = List.copyOf(questions);
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns when every resolver was asked everything. */
  synchronized void awaitRound() throws InterruptedException {
    int now = rounds;
    while (rounds == now && thread.isAlive()) {
      wait(PAUSE_MILLIS);
    }
  }

  /** Asks somebody else too from now on. */
  void add(String name, Validator resolver) {
    resolvers.put(name, resolver);
  }

  /** Begins another step. */
  synchronized void step(String name) {
    step = name;
  }

  /** Returns what the resolvers made of the answers in a step so far. */
  synchronized Set<Security> seen(String name) {
    return observations.stream()
        .filter(observation -> observation.step().equals(name))
        .map(Observation::security)
        .collect(Collectors.toSet());
  }

  /** Returns how often which resolver made what of which answer. */
  synchronized String summary() {
    return observations.stream()
        .collect(Collectors.groupingBy(seen -> seen, Collectors.counting()))
        .entrySet()
        .stream()
        .map(seen -> seen.getValue() + " times " + seen.getKey())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** Ends the watch, and fails if it ended by itself. */
  void end() throws InterruptedException {
    synchronized (this) {
      isOver = true;
    }
    thread.join();
    for (Throwable failure : failures) {
      throw new AssertionError("the watch ended early", failure);
    }
  }

  private void observe() {
    try {
      while (!isOver()) {
        for (Entry<String, Validator> resolver : new TreeMap<>(resolvers).entrySet()) {
          for (Question question : questions) {
            observe(resolver.getKey(), resolver.getValue(), question);
          }
        }
        endRound();
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
      failures.add(e);
    }
  }

  /** Asks once. */
  void observe(String resolver, Validator asked, Question question)
      throws IOException, InterruptedException {
    String before = step();
    Security security = asked.judge(question);
    synchronized (this) {
      // While a step begins, an answer may belong to either.
      if (before.equals(step)) {
        observations.add(new Observation(step, resolver, question, security));
      }
    }
  }

  private synchronized void endRound() {
    rounds++;
    notifyAll();
  }

  private synchronized String step() {
    return step;
  }

  private synchronized boolean isOver() {
    return isOver;
  }
}
