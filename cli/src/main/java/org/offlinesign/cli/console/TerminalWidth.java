package org.offlinesign.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out how many columns the terminal has.
 *
 * <p>Java cannot tell, so {@code stty} is asked, which costs a fiftieth of a second. Where there is
 * none, the variable {@code COLUMNS} tells, and without it every terminal has 80 columns.
 */
final class TerminalWidth implements IntSupplier {
  private static final int USUAL = 80;
  private static final File TERMINAL = new File("/dev/tty");
  private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,4})\\s*");

  private final Environment env;

  TerminalWidth(Environment env) {
    this.env = env;
  }

  @Override
  public int getAsInt() {
    return askTerminal().or(this::variable).filter(columns -> columns > 0).orElse(USUAL);
  }

  private static Optional<Integer> askTerminal() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      byte[] answer = stty.getInputStream().readAllBytes();
      return columns(new String(answer, StandardCharsets.US_ASCII));
    } catch (IOException noSuchProgramOrTerminal) {
      return Optional.empty();
    }
  }

  /** Returns the columns in what {@code stty size} prints: the lines, then the columns. */
  static Optional<Integer> columns(String answer) {
    Matcher size = SIZE.matcher(answer);
    return size.matches() ? Optional.of(Integer.valueOf(size.group(1))) : Optional.empty();
  }

  private Optional<Integer> variable() {
    return env.variable("COLUMNS").filter(value -> value.matches("\\d{1,4}")).map(Integer::valueOf);
  }
}
