package org.offlinesign.testing;

import java.util.Locale;
import org.opentest4j.TestAbortedException;

/**
 * What a test does about other people's programs and data, as {@code OFFLINESIGN_INTEROP} says.
 *
 * <p>Unset: they are used where they are installed, and a test that lacks one is skipped with a
 * line on stderr. {@code required}: a missing one is a failure. {@code off}: such tests are
 * skipped.
 */
public enum Interop {
  WHERE_INSTALLED,
  REQUIRED,
  OFF;

  /** Returns the mode that the environment asks for; an unknown one is an error, not a guess. */
  public static Interop mode() {
    String value = System.getenv("OFFLINESIGN_INTEROP");
    if (value == null || value.isEmpty()) {
      return WHERE_INSTALLED;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "required" -> REQUIRED;
      case "off" -> OFF;
      default ->
          throw new AssertionError(
              "OFFLINESIGN_INTEROP is '" + value + "', expected 'required', 'off' or nothing");
    };
  }

  /** Returns the exception that ends a test which lacks {@code what}: a skip, or a failure. */
  static RuntimeException missing(String what) {
    if (mode() == REQUIRED) {
      throw new AssertionError("OFFLINESIGN_INTEROP=required, but there is no " + what);
    }
    String message = "skipped, there is no " + what;
    System.err.println(message);
    return new TestAbortedException(message);
  }

  /** Ends the test with a skip when the environment switched such tests off. */
  static void skipWhenOff() {
    if (mode() == OFF) {
      throw new TestAbortedException("OFFLINESIGN_INTEROP=off");
    }
  }
}
