package org.offlinesign.zonefile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a {@code $GENERATE}, both ends included. */
record GenerateRange(long start, long stop, long step) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,10})-([0-9]{1,10})(?:/([0-9]{1,10}))?");

  /** Returns the range that {@code start-stop[/step]} means. */
  static GenerateRange parse(String text) throws Fault {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new Fault(
          LintCode.GENERATE, "expected a range such as 1-254 or 0-100/10 but found '" + text + "'");
    }
    long start = number(matcher.group(1));
    long stop = number(matcher.group(2));
    long step = matcher.group(3) == null ? 1 : number(matcher.group(3));
    if (start > stop || step == 0) {
      throw new Fault(
          LintCode.GENERATE,
          "expected a range that goes up, in steps of at least 1, but found " + text);
    }
    return new GenerateRange(start, stop, step);
  }

  /** Returns how many numbers there are. */
  long size() {
    return (stop - start) / step + 1;
  }

  private static long number(String digits) throws Fault {
    long number = Long.parseLong(digits);
    if (number > Integer.MAX_VALUE) {
      throw new Fault(
          LintCode.GENERATE, "expected a number of at most 2147483647 but found " + digits);
    }
    return number;
  }
}
