package org.offlinesign.cli.harm;

import java.util.List;

/** When a program is killed. */
sealed interface Kill {
  /**
   * Returns what is to be run so that the program is killed by itself; the program alone if not.
   */
  List<String> command(List<String> program);

  /**
   * As a thread makes a call of the system.
   *
   * @param count how many such calls the thread has made by then, this one included
   */
  record AtCall(String strace, String call, int count) implements Kill {
    @Override
    public List<String> command(List<String> program) {
      return Strace.injecting(strace, call + ":signal=KILL:when=" + count, "/dev/null", program);
    }

    @Override
    public String toString() {
      return call + " " + count;
    }
  }

  /** After some time. */
  record After(long milliseconds) implements Kill {
    @Override
    public List<String> command(List<String> program) {
      return program;
    }

    @Override
    public String toString() {
      return milliseconds + " ms";
    }
  }
}
