package org.offlinesign.cli.argument;

import java.util.Locale;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.key.KeyRole;

/** What a new key is for, as it is typed: {@code KSK}, {@code ZSK}, 257 or 256. */
final class RoleArgument {
  private RoleArgument() {}

  static KeyRole parse(String text) throws CommandException {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "KSK", "257" -> KeyRole.KSK;
      case "ZSK", "256" -> KeyRole.ZSK;
      default ->
          throw CommandException.usage(
              "'" + text + "' is not a role of a key",
              "expected KSK (it signs the DNSKEY records) or ZSK (it signs everything)");
    };
  }
}
