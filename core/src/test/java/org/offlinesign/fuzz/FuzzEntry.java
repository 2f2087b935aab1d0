package org.offlinesign.fuzz;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where Jazzer comes in; it finds the methods by their names, so nothing here depends on it. */
public final class FuzzEntry {
  private static @Nullable FuzzTarget target;

  private FuzzEntry() {}

  /** Chooses the target. */
  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTargets.named(arguments[0]).open();
  }

  /** Runs the target. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    Objects.requireNonNull(target, "initialized").run(input);
  }
}
