package org.offlinesign.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A way to change one thing in a zone, and what that does to its meaning.
 *
 * @param resigning whether every signature is made anew after the change, so that it can be told
 *     only by what the records say
 */
record Mutator(String name, Effect effect, boolean resigning, Change change) {
  /** Changes the lines of a zone; returns what was done, or nothing if the zone has no room. */
  @FunctionalInterface
  interface Change {
    Optional<String> apply(List<Line> lines, Sample sample, Random random);
  }

  static Mutator of(String name, Effect effect, Change change) {
    return new Mutator(name, effect, false, change);
  }

  /** Returns one that changes a line of those that a condition picks. */
  static Mutator ofLine(
      String name, Effect effect, Predicate<Line> condition, BiFunction<Line, Random, Line> edit) {
    return of(
        name,
        effect,
        (lines, sample, random) ->
            pick(lines, condition, random)
                .map(
                    line -> {
                      Line edited = edit.apply(line, random);
                      lines.set(lines.indexOf(line), edited);
                      return line + "\n  becomes " + edited;
                    }));
  }

  /** Returns the same, but signing everything anew. */
  Mutator resigned() {
    return new Mutator(name + ", signed anew", effect, true, change);
  }

  /** Returns a changed zone, unless the zone has nothing to change. */
  Optional<Mutant> mutate(Sample sample, Random random) {
    if (resigning && !sample.signsFast()) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>(resigning ? sample.unsigned() : sample.lines());
    return change
        .apply(lines, sample, random)
        .map(what -> new Mutant(sample, this, text(sample, lines), what));
  }

  private String text(Sample sample, List<Line> lines) {
    return Sample.text(resigning ? sample.sign(lines) : lines);
  }

  static Optional<Line> pick(List<Line> lines, Predicate<Line> condition, Random random) {
    List<Line> candidates = lines.stream().filter(condition).toList();
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(candidates.get(random.nextInt(candidates.size())));
  }
}
