package org.offlinesign.cli.argument;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.key.Algorithm;

/** Signing algorithms as they are typed: by mnemonic in any case, or by number. */
final class AlgorithmArgument {
  private AlgorithmArgument() {}

  static Algorithm parse(String text) throws CommandException {
    // The deployment guide for Windows writes RSA/SHA-1 as well as rsasha1.
    String name = text.strip().replace("/", "").replace("SHA-", "SHA");
    return Algorithm.parse(name)
        .orElseThrow(
            () ->
                CommandException.usage(
                    "'" + text + "' is not an algorithm that zones are signed with here",
                    "expected one of " + names()));
  }

  private static String names() {
    return Arrays.stream(Algorithm.values())
        .map(algorithm -> algorithm.mnemonic().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
