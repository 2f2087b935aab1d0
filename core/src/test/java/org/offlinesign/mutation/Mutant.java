package org.offlinesign.mutation;

/**
 * A zone with one thing changed.
 *
 * @param mutator what made it
 * @param text the whole zone
 * @param change what was changed, for people
 */
record Mutant(Sample sample, Mutator mutator, String text, String change) {
  @Override
  public String toString() {
    return sample + ", " + mutator.name() + " (" + mutator.effect() + "): " + change;
  }
}
