package org.offlinesign.cli.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.key.KeyTiming.NextChange;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.sign.ApexChanges;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.TimedKeys;

/**
 * The keys of a signing, each with what it is to do.
 *
 * @param timed the keys by whose timing they were chosen; empty if they were named
 */
record KeyChoice(List<KeyUse> uses, Optional<TimedKeys> timed) {
  static KeyChoice named(List<KeyUse> uses) {
    return new KeyChoice(uses, Optional.empty());
  }

  static KeyChoice timed(TimedKeys keys) {
    return new KeyChoice(keys.uses(), Optional.of(keys));
  }

  /** Returns changes of the apex with those that the timing of the keys asks for. */
  ApexChanges changes(ApexChanges asked) {
    return timed.map(keys -> keys.appliedTo(asked)).orElse(asked);
  }

  /** Returns when the timing next has a key do something else. */
  Optional<Instant> nextChange() {
    return timed.flatMap(TimedKeys::nextChange).map(NextChange::at);
  }

  /** Says which keys do more than their flags say. */
  void tell(Environment env) {
    for (ZoneKey key : timed.map(TimedKeys::signingAlone).orElse(List.of())) {
      env.tell(
          "notice: the KSK "
              + key.keyTag()
              + " signs everything, because there is no ZSK with "
              + key.algorithm().mnemonic());
    }
  }
}
