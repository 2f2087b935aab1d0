package org.offlinesign.selftest;

import java.util.List;

/**
 * What came of one check.
 *
 * @param subject what was checked, such as the mnemonic of an algorithm
 * @param source what it was checked by, such as the section of an RFC
 * @param by the implementations that did right
 * @param problems what is wrong, in words; empty if nothing is
 */
public record CheckResult(String subject, String source, List<String> by, List<String> problems) {
  /** Copies the lists. */
  public CheckResult {
    by = List.copyOf(by);
    problems = List.copyOf(problems);
  }

  /** Says whether everything is right. */
  public boolean isRight() {
    return problems.isEmpty();
  }
}
