package org.offlinesign.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A resolver that trusts keys of the child itself and follows their changes (RFC 5011), with a
 * hold-down of seconds in place of thirty days.
 */
record Follower(Resolver resolver, Path state) implements Validator {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * Starts to follow.
   *
   * @param configuration how it validates, and its way to the name server
   * @param anchors keys or DS records of the child
   * @param holdDown for how long a new key must be seen before it is trusted
   */
  static Follower start(
      Servers servers, ResolverConfiguration configuration, Path anchors, Duration holdDown)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(anchors.resolveSibling("follower"));
    Path state = Files.copy(anchors, folder.resolve("anchors"));
    configuration
        .option("auto-trust-anchor-file", "\"" + state + "\"")
        .option("permit-small-holddown", "yes")
        .option("add-holddown", Long.toString(holdDown.toSeconds()))
        .option("del-holddown", "3");
    return new Follower(Resolver.start(servers, configuration, folder), state);
  }

  /** Returns when a key is in a state, as Unbound calls them. */
  void await(int keyTag, String wanted) throws InterruptedException {
    String line = "(?s).*;\\{id = " + keyTag + " [^\\n]*\\[ *" + wanted + " *\\].*";
    Poll.until(
        PATIENCE,
        () -> Files.readString(state).matches(line),
        () -> "the key " + keyTag + " is not in the state " + wanted + ":\n" + shown());
  }

  /** Returns when so many keys are in a state. */
  void await(String wanted, int count) throws InterruptedException {
    Pattern inState = Pattern.compile("\\[ *" + wanted + " *\\]");
    Poll.until(
        PATIENCE,
        () -> inState.matcher(shown()).results().count() == count,
        () -> "not " + count + " keys in the state " + wanted + ":\n" + shown());
  }

  private String shown() {
    try {
      return Files.readString(state);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public Security judge(Question question) throws IOException {
    return resolver.judge(question);
  }
}
