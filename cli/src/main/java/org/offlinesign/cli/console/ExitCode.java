package org.offlinesign.cli.console;

/** How a command ended, as the calling script sees it. */
public enum ExitCode {
  /** Done. */
  DONE(0),
  /** The zone, or what was verified, is at fault. */
  ZONE(1),
  /** The command line is at fault. */
  USAGE(2),
  /** The key store, or the choice of keys, is at fault. */
  KEYS(3),
  /** The file system or another part of the surroundings is at fault. */
  ENVIRONMENT(4),
  /** This program is at fault (EX_SOFTWARE of sysexits.h). */
  BUG(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** Returns the number that the process ends with. */
  public int number() {
    return number;
  }
}
