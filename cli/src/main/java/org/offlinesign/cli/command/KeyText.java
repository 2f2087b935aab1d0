package org.offlinesign.cli.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.key.CertificateFacts;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeySource;
import org.offlinesign.keystore.KeyToken;
import org.offlinesign.keystore.StoredKey;

/** A key of a key store in words. */
final class KeyText {
  /** How a time is written that is not decided on. */
  static final String UNDECIDED = "undecided";

  private KeyText() {}

  /** Prints what became of a key, and how to select it. */
  static void print(String deed, StoredKey key, KeySource store, Environment env) {
    PrintStream out = env.out();
    out.println(deed + " " + headline(key) + ".");
    key.friendlyName().ifPresent(name -> line(out, "friendly name", name));
    key.certificate().ifPresent(facts -> print(facts, env));
    line(out, "state", stateAndNext(key, env.clock()));
    String dates = dates(key.timing(), env.clock(), ", ");
    if (!dates.isEmpty()) {
      line(out, "times", dates.substring(2));
    }
    line(out, store instanceof KeyToken ? "token" : "key store", store.toString());
    line(out, "select it with", selector(key, store.keys()));
  }

  /** Returns where keys are, in words. */
  static String place(KeySource source) {
    return (source instanceof KeyToken ? "the token of " : "the key store ") + source;
  }

  private static void print(CertificateFacts facts, Environment env) {
    line(env.out(), "serial number", facts.serialHex());
    line(
        env.out(),
        "certificate",
        facts.subject()
            + ", valid "
            + TimeText.day(facts.validity().from(), env.clock().getZone())
            + " to "
            + TimeText.day(facts.validity().to(), env.clock().getZone()));
  }

  private static void line(PrintStream out, String label, String value) {
    out.println(String.format(Locale.ROOT, "  %-15s %s", label, Printable.of(value)));
  }

  /** Returns a key, its state and its dates in a line. */
  static String inALine(StoredKey key, Clock clock) {
    return headline(key) + ", " + state(key, clock) + dates(key.timing(), clock, ", ");
  }

  private static String headline(StoredKey key) {
    return key.facts()
        .map(
            facts ->
                "the %s %d of %s, %s with %d bits"
                    .formatted(
                        facts.role(),
                        facts.keyTag(),
                        facts.zone(),
                        facts.algorithm().mnemonic(),
                        facts.bits()))
        .orElse("a key whose certificate does not tell its zone");
  }

  /** Returns a selector of the key that fits none of the others. */
  static String selector(StoredKey key, List<StoredKey> keys) {
    Optional<String> name = key.friendlyName();
    if (name.isEmpty()) {
      return withoutName(key);
    }
    long namesakes =
        keys.stream()
            .filter(other -> other.friendlyName().filter(name.get()::equalsIgnoreCase).isPresent())
            .count();
    return namesakes > 1 ? escaped(name.get()) + "," + withoutName(key) : escaped(name.get());
  }

  private static String withoutName(StoredKey key) {
    return key.facts()
        .map(facts -> "tag:" + facts.keyTag() + ",zone:" + facts.zone())
        .orElse("serial:" + key.certificate().map(CertificateFacts::serialHex).orElse("?"));
  }

  private static String escaped(String name) {
    String plain = name.replace("\\", "\\\\").replace(",", "\\,");
    return plain.contains(":") ? "friendlyname:" + plain : plain;
  }

  /** Returns what the key does at the present, in a word. */
  static String state(StoredKey key, Clock clock) {
    return word(key.stateAt(clock.instant()));
  }

  /** Returns what the key does and what it does next: {@code active; inactive ..., in 12 days}. */
  private static String stateAndNext(StoredKey key, Clock clock) {
    String next = next(key, clock);
    return state(key, clock) + (next.isEmpty() ? "" : "; " + next);
  }

  /** Returns what the key does next and when, empty if no time for that is set. */
  static String next(StoredKey key, Clock clock) {
    Instant now = clock.instant();
    return key.nextChange(now)
        .map(
            change ->
                word(change.state())
                    + " "
                    + TimeText.minute(change.at(), clock.getZone())
                    + ", "
                    + TimeText.distance(now, change.at()))
        .orElse("");
  }

  /** Returns a state as it is printed. */
  static String word(KeyState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the dates of a key's life, the making excepted, each after a separator. */
  static String dates(KeyTiming timing, Clock clock, String separator) {
    List<String> dates = new ArrayList<>();
    for (Map.Entry<KeyEvent, Instant> entry : timing.events().entrySet()) {
      if (entry.getKey() != KeyEvent.CREATED) {
        String label = entry.getKey().label().toLowerCase(Locale.ROOT);
        dates.add(separator + label + " " + time(entry.getValue(), clock));
      }
    }
    return String.join("", dates);
  }

  private static String time(Instant time, Clock clock) {
    return time.equals(KeyTiming.UNDECIDED) ? UNDECIDED : TimeText.minute(time, clock.getZone());
  }

  /** Returns the dates of a key, and until when a deleted one can be recovered. */
  static String dates(StoredKey key, Clock clock) {
    String recoverable =
        key.recoverableUntil()
            .map(time -> " recoverable until " + TimeText.minute(time, clock.getZone()))
            .orElse("");
    return (dates(key.timing(), clock, " ") + recoverable).strip();
  }

  static String zoneOf(StoredKey key) {
    return key.facts().map(ZoneKey::zone).map(Object::toString).orElse("-");
  }
}
