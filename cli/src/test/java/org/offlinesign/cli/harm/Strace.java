package org.offlinesign.cli.harm;

import java.util.ArrayList;
import java.util.List;

/** How programs are run under strace. */
final class Strace {
  private Strace() {}

  /**
   * Returns a command that does harm to the calls of a program.
   *
   * @param harm the call, what happens to it, and when: {@code fsync:error=EIO:when=2}
   * @param trace where such calls are written down, with the files they are about
   */
  static List<String> injecting(String strace, String harm, String trace, List<String> program) {
    String call = harm.substring(0, harm.indexOf(':'));
    // With --seccomp-bpf strace 6.1 does not count.
    List<String> command =
        new ArrayList<>(
            List.of(
                strace, "-f", "-y", "-o", trace, "-e", "trace=" + call, "-e", "inject=" + harm));
    command.addAll(program);
    return command;
  }

  /** Returns a command that writes down the calls of a program, with the files they are about. */
  static List<String> watching(String strace, String trace, List<String> program) {
    List<String> command =
        new ArrayList<>(List.of(strace, "-f", "-y", "-o", trace, "-e", "trace=" + CallTrace.CALLS));
    command.addAll(program);
    return command;
  }
}
