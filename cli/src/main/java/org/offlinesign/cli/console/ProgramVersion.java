package org.offlinesign.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Which version of the program this is. */
public final class ProgramVersion {
  private static final String NOT_PACKAGED = "(not packaged)";

  private ProgramVersion() {}

  /** Returns the version, as far as the program was packaged. */
  public static String text() {
    @Nullable String packaged = ProgramVersion.class.getPackage().getImplementationVersion();
    return packaged == null ? NOT_PACKAGED : packaged;
  }

  /**
   * Returns the commit that the program was built from, and its time. Two builds of one commit are
   * alike, so that this tells all there is to tell.
   */
  public static String build() {
    Properties facts = new Properties();
    try (@Nullable InputStream written =
        ProgramVersion.class.getResourceAsStream("build.properties")) {
      if (written == null) {
        return NOT_PACKAGED;
      }
      facts.load(written);
    } catch (IOException e) {
      throw new AssertionError("the program's own jar cannot be read", e);
    }
    @Nullable String commit = facts.getProperty("git.commit.id.describe");
    return commit == null
        ? "(of no commit)"
        : commit + " of " + facts.getProperty("git.commit.time");
  }
}
