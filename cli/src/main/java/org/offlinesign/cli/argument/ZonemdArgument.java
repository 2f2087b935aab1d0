package org.offlinesign.cli.argument;

import java.util.EnumSet;
import java.util.Set;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.zone.ZonemdHash;

/**
 * The hashes of ZONEMD records as they are typed: {@code sha384,sha512}.
 *
 * @param hashes empty if there are to be no such records
 */
public record ZonemdArgument(Set<ZonemdHash> hashes) {
  /** No ZONEMD records. */
  public static final ZonemdArgument NONE = new ZonemdArgument(Set.of());

  /** Copies the set. */
  public ZonemdArgument {
    hashes = Set.copyOf(hashes);
  }

  static ZonemdArgument parse(String text) throws CommandException {
    Set<ZonemdHash> hashes = EnumSet.noneOf(ZonemdHash.class);
    for (String word : text.split(",", -1)) {
      hashes.add(
          ZonemdHash.parse(word)
              .orElseThrow(
                  () ->
                      CommandException.usage(
                          "'" + word + "' is not a hash of ZONEMD records",
                          "expected sha384 or sha512, or both joined with a comma")));
    }
    return new ZonemdArgument(hashes);
  }
}
