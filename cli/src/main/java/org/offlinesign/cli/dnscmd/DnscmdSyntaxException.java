package org.offlinesign.cli.dnscmd;

/**
 * A line in the Windows spelling that is refused; the message says why and shows the right form.
 */
public final class DnscmdSyntaxException extends Exception {
  private final String problem;
  private final String expectedForm;

  DnscmdSyntaxException(String problem, String expectedForm) {
    super(problem + "\nExpected: " + expectedForm);
    this.problem = problem;
    this.expectedForm = expectedForm;
  }

  /** Returns what is wrong with the line, without the form. */
  public String problem() {
    return problem;
  }

  /** Returns the form that the line, or the part of it at fault, should have had. */
  public String expectedForm() {
    return expectedForm;
  }
}
