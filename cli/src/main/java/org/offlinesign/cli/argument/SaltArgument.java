package org.offlinesign.cli.argument;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.rdata.Nsec3Salt;

/** Salts of an NSEC3 chain as they are typed: {@code aabbccdd}, {@code -}, {@code random:8}. */
public final class SaltArgument {
  private static final Pattern RANDOM = Pattern.compile("random:(\\d{1,3})");

  private SaltArgument() {}

  /** Returns the salt that some text means; a random one is another each time. */
  public static Nsec3Salt parse(String text) throws CommandException {
    Matcher random = RANDOM.matcher(text.toLowerCase(Locale.ROOT));
    try {
      return random.matches() ? random(Integer.parseInt(random.group(1))) : Nsec3Salt.of(text);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(
              "'" + text + "' is not a salt: " + e.getMessage(),
              "expected pairs of hex digits, at most 255, or - for none, or random:8 for so many"
                  + " random octets; none is best (RFC 9276)")
          .causedBy(e);
    }
  }

  private static Nsec3Salt random(int length) {
    byte[] octets = new byte[Math.min(length, Nsec3Salt.MAX_LENGTH + 1)];
    new SecureRandom().nextBytes(octets);
    return Nsec3Salt.copyOf(octets);
  }
}
