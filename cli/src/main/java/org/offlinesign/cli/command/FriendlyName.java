package org.offlinesign.cli.command;

import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;

/** A name that a person gives to a key. */
final class FriendlyName {
  private static final int LONGEST = 255;

  private FriendlyName() {}

  /** Returns a name that can be typed again, and null for null. */
  static @Nullable String checked(@Nullable String name) throws CommandException {
    if (name == null) {
      return null;
    }
    boolean usable =
        !name.isBlank()
            && name.equals(name.strip())
            && name.length() <= LONGEST
            && name.codePoints().noneMatch(Character::isISOControl);
    if (!usable) {
      throw CommandException.usage(
          "'" + name + "' cannot be the friendly name of a key",
          "expected up to 255 characters without control characters, and no space at either end");
    }
    return name;
  }
}
