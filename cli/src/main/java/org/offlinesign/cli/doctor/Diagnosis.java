package org.offlinesign.cli.doctor;

import java.util.List;
import org.offlinesign.selftest.CheckResult;

/**
 * What was found of one thing.
 *
 * @param subject the thing
 * @param found what is there, or what it was proved by
 * @param advice what is wrong and what to do, in lines; empty where nothing is
 */
record Diagnosis(String subject, String found, State state, List<String> advice) {
  /** How it is. */
  enum State {
    /** It works. */
    OK,
    /** It works, and could be better. */
    NOTE,
    /** It does not work. */
    FAIL
  }

  static Diagnosis ok(String subject, String found) {
    return new Diagnosis(subject, found, State.OK, List.of());
  }

  static Diagnosis note(String subject, String found, String... advice) {
    return new Diagnosis(subject, found, State.NOTE, List.of(advice));
  }

  static Diagnosis fail(String subject, String found, String... advice) {
    return new Diagnosis(subject, found, State.FAIL, List.of(advice));
  }

  /** Returns what a check on the example of an RFC means. */
  static Diagnosis of(CheckResult result) {
    String by = result.by().isEmpty() ? "" : " by " + String.join(", ", result.by());
    return new Diagnosis(
        result.subject(),
        result.source() + by,
        result.isRight() ? State.OK : State.FAIL,
        result.problems());
  }

  boolean isFailure() {
    return state == State.FAIL;
  }
}
