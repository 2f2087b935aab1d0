package org.offlinesign.cli.dnscmd;

import java.util.Optional;
import java.util.Set;

/** The parts of a key's description, in the order in which they must come. */
@SuppressWarnings("ImmutableEnumChecker") // What List.of and Set.of return never changes.
enum KeyPart {
  SCOPE(Set.of(Switch.ALL_RR, Switch.DNSKEY_ONLY)),
  VALIDITY(Set.of(Switch.VALID_FROM, Switch.VALID_TO)),
  PARAMETERS(Set.of(Switch.ALGORITHM, Switch.FLAGS)),
  CERTIFICATE(
      Set.of(
          Switch.CERT,
          Switch.STORE,
          Switch.TYPE,
          Switch.FRIENDLY_NAME,
          Switch.SUBJECT,
          Switch.ISSUER,
          Switch.SERIAL));

  private final Set<Switch> switches;

  KeyPart(Set<Switch> switches) {
    this.switches = switches;
  }

  /** Returns the part that a switch belongs to, if it describes a key at all. */
  static Optional<KeyPart> of(Switch given) {
    for (KeyPart part : values()) {
      if (part.switches.contains(given)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
