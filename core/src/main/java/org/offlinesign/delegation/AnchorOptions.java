package org.offlinesign.delegation;

import java.time.Instant;

/**
 * What there is to choose about the text of trust anchors.
 *
 * @param upkeep whether a resolver may replace them by itself
 * @param validFrom since when they hold, for the format that says so
 * @param source where the document is to be fetched from, for the format that says so; may be empty
 */
public record AnchorOptions(Upkeep upkeep, Instant validFrom, String source) {
  /** Who looks after an anchor once it is configured. */
  public enum Upkeep {
    /** A person: it holds until the configuration is changed. */
    STATIC,
    /** The resolver: it follows the zone's key rollovers (RFC 5011). */
    MANAGED
  }
}
