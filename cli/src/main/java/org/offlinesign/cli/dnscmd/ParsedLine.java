package org.offlinesign.cli.dnscmd;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.Algorithm;

/** A line taken apart: the switches of the command, and the keys in the order they were named. */
final class ParsedLine {
  private final Verb verb;
  private final Map<Switch, String> values = new EnumMap<>(Switch.class);
  private final List<KeyDescription> keys = new ArrayList<>();
  private List<String> denialOptions = List.of();
  private @Nullable KeyDescription open;

  private ParsedLine(Verb verb) {
    this.verb = verb;
  }

  /** Reads the arguments that follow the command's own name. */
  static ParsedLine parse(Verb verb, List<String> rest) throws DnscmdSyntaxException {
    ParsedLine line = new ParsedLine(verb);
    line.openImpliedKey();
    ArgumentReader arguments = new ArgumentReader(rest, verb.form());
    while (arguments.hasNext()) {
      line.take(arguments.nextSwitch(), arguments);
    }
    line.closeKey();
    line.checkComplete(arguments);
    return line;
  }

  Map<Switch, String> values() {
    return values;
  }

  /** Returns the native options for the proof of nonexistence; empty if there was no switch. */
  List<String> denialOptions() {
    return denialOptions;
  }

  List<KeyDescription> keys() {
    return keys;
  }

  // In "/DeleteKey /Cert ..." and "/AddKey /Cert ..." the command itself opens a key's description.
  private void openImpliedKey() {
    if (verb == Verb.DELETE_KEY || verb == Verb.ADD_KEY) {
      open = new KeyDescription(verb == Verb.ADD_KEY ? KeyUse.PUBLISH : KeyUse.DELETE);
      keys.add(open);
    }
  }

  private void take(Switch given, ArgumentReader arguments) throws DnscmdSyntaxException {
    if (!verb.takes(given)) {
      takeForKey(given, arguments);
    } else if (given == Switch.SIGN_KEY || given == Switch.ADD_KEY) {
      closeKey();
      open = new KeyDescription(use(given));
      keys.add(open);
    } else {
      interruptKey();
      takeForCommand(given, arguments);
    }
  }

  private KeyUse use(Switch given) {
    if (given == Switch.ADD_KEY) {
      return KeyUse.PUBLISH;
    }
    return verb == Verb.ADD_KEY ? KeyUse.SIGN_AGAIN : KeyUse.SIGN;
  }

  private void takeForKey(Switch given, ArgumentReader arguments) throws DnscmdSyntaxException {
    KeyPart part =
        KeyPart.of(given)
            .orElseThrow(() -> arguments.refusal(given + " is not a switch of " + verb));
    if (open == null) {
      throw arguments.refusal(
          takesKeys()
              ? given
                  + " describes a key and belongs right behind the /SignKey or /AddKey it is for"
              : given + " is not a switch of " + verb);
    }
    open.take(given, part, arguments);
  }

  private boolean takesKeys() {
    return verb != Verb.GEN_KEY;
  }

  private void takeForCommand(Switch given, ArgumentReader arguments) throws DnscmdSyntaxException {
    if (given.shape() == Switch.Shape.TWO_WORDS) {
      put(Switch.START, arguments.value(given), arguments);
      put(Switch.END, arguments.value(given), arguments);
    } else if (given == Switch.DENIAL_OF_EXISTENCE) {
      takeDenial(arguments);
    } else {
      put(given, given.shape() == Switch.Shape.ALONE ? "" : arguments.value(given), arguments);
    }
  }

  private void takeDenial(ArgumentReader arguments) throws DnscmdSyntaxException {
    put(Switch.DENIAL_OF_EXISTENCE, "", arguments);
    denialOptions = DenialDescription.options(arguments.words(), arguments);
  }

  private void put(Switch given, String value, ArgumentReader arguments)
      throws DnscmdSyntaxException {
    if (values.putIfAbsent(given, value) != null) {
      throw arguments.refusal(given + " is given twice");
    }
  }

  private void closeKey() throws DnscmdSyntaxException {
    if (open != null) {
      open.checkComplete();
      open = null;
    }
  }

  // A description that the command opened may begin behind other switches.
  private void interruptKey() throws DnscmdSyntaxException {
    boolean impliedAndNotBegun =
        open != null && verb == Verb.ADD_KEY && keys.size() == 1 && open.isEmpty();
    if (!impliedAndNotBegun) {
      closeKey();
    }
  }

  private void checkComplete(ArgumentReader arguments) throws DnscmdSyntaxException {
    for (Switch needed : verb.required()) {
      if (!values.containsKey(needed) && !(needed == Switch.LENGTH && hasFixedLength())) {
        throw arguments.refusal(verb + " needs " + needed);
      }
    }
    if (verb == Verb.SIGN_ZONE && keys.stream().noneMatch(key -> key.use() == KeyUse.SIGN)) {
      throw arguments.refusal(
          "/SignZone needs at least one /SignKey; without one the zone would not be signed");
    }
  }

  // Keys of a curve have one length, so that nothing is left to say.
  private boolean hasFixedLength() {
    return Optional.ofNullable(values.get(Switch.ALGORITHM))
        .flatMap(Algorithm::parse)
        .filter(algorithm -> algorithm.keyLengths().isFixed())
        .isPresent();
  }
}
