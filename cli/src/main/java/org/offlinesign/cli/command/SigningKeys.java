package org.offlinesign.cli.command;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.cli.argument.KeyArgument;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyChange;
import org.offlinesign.name.DnsName;
import org.offlinesign.sign.KeyPlanException;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.SigningScope;
import org.offlinesign.sign.TimedKeys;

/**
 * Looks up the keys of a zone.
 *
 * @param now what default times are reckoned from
 */
record SigningKeys(DnsName zone, KeyStores stores, ValidityOptions validity, Instant now) {
  /** Returns keys that sign. */
  List<KeyUse> signing(List<KeyArgument> keys, SigningScope scope)
      throws CommandException, IOException {
    List<KeyUse> uses = new ArrayList<>();
    for (KeyArgument key : keys) {
      SigningKey found = stores.signingKey(key, zone);
      KeyUse use = KeyUse.signing(found, scope);
      uses.add(validity.validityOf(key, now).map(use::withValidity).orElse(use));
    }
    return uses;
  }

  /** Returns all keys of the zone in the command's key store, as their timing has them now. */
  TimedKeys timed() throws CommandException, IOException {
    return timed(List.of());
  }

  /** Returns all keys of the zone, as their timing has them now once some changes are made. */
  TimedKeys timed(List<KeyChange> changes) throws CommandException, IOException {
    List<SigningKey> all =
        stores.source().keys(zone).stream()
            .flatMap(key -> key.signingKey().stream())
            .map(key -> changed(key, changes))
            .toList();
    try {
      return TimedKeys.at(zone, all, now);
    } catch (KeyPlanException e) {
      throw CommandException.keys(String.valueOf(e.getMessage()), e.advice()).causedBy(e);
    }
  }

  private static SigningKey changed(SigningKey key, List<KeyChange> changes) {
    ZoneKey facts = key.facts();
    for (KeyChange change : changes) {
      if (change.key().facts().filter(facts::isSameKey).isPresent()) {
        return withTiming(key, change.timing());
      }
    }
    return key;
  }

  private static SigningKey withTiming(SigningKey key, KeyTiming timing) {
    try {
      return key.with(key.facts().withTiming(timing));
    } catch (UnusableKeyException e) {
      throw new AssertionError("a time does not change a key", e);
    }
  }

  /** Returns keys that are only published. */
  List<KeyUse> published(List<KeyArgument> keys) throws CommandException, IOException {
    List<KeyUse> uses = new ArrayList<>();
    for (KeyArgument key : keys) {
      uses.add(KeyUse.published(stores.signingKey(key, zone).facts()));
    }
    return uses;
  }
}
