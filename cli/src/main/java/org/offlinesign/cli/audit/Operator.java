package org.offlinesign.cli.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.offlinesign.cli.console.Environment;

/**
 * Who runs this process, by what the system says; nothing is asked of the network.
 *
 * @param uid empty where there are no such numbers
 * @param loginUid who has logged in, whoever that one has become since; empty if nobody knows
 * @param sudoUser who has called sudo, by what that says
 */
record Operator(
    String user,
    Optional<String> uid,
    Optional<String> loginUid,
    Optional<String> sudoUser,
    String host) {
  private static final Path PROCESS = Path.of("/proc/self");
  private static final Path LOGIN = Path.of("/proc/self/loginuid");
  private static final Path HOST = Path.of("/proc/sys/kernel/hostname");

  /** What the kernel tells where nobody has logged in: -1. */
  private static final String NOBODY = "4294967295";

  static Operator of(Environment env) {
    return new Operator(
        owner(),
        ownerNumber(),
        line(LOGIN).filter(login -> !login.equals(NOBODY)),
        env.variable("SUDO_USER"),
        line(HOST)
            .or(() -> env.variable("HOSTNAME"))
            .or(() -> env.variable("COMPUTERNAME"))
            .orElse("unknown"));
  }

  /** Whom the process belongs to, and not what variables or options of Java say. */
  private static String owner() {
    try {
      return Files.getOwner(PROCESS).getName();
    } catch (IOException | UnsupportedOperationException notLinux) {
      return System.getProperty("user.name", "unknown");
    }
  }

  private static Optional<String> ownerNumber() {
    try {
      return Optional.of(String.valueOf(Files.getAttribute(PROCESS, "unix:uid")));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
      return Optional.empty();
    }
  }

  private static Optional<String> line(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(line -> !line.isEmpty());
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }
}
