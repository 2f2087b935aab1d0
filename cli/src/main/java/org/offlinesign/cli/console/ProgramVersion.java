package org.offlinesign.cli.console;

import org.jspecify.annotations.Nullable;

/** Which version of the program this is. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** Returns the version, as far as the program was packaged. */
  public static String text() {
    @Nullable String packaged = ProgramVersion.class.getPackage().getImplementationVersion();
    return packaged == null ? "(not packaged)" : packaged;
  }
}
