package org.offlinesign.cli.dnscmd;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the description of one key, and refuses parts in another order than the documented. */
final class KeyDescription {
  private static final List<Switch> IDENTITY =
      List.of(Switch.FRIENDLY_NAME, Switch.SUBJECT, Switch.ISSUER, Switch.SERIAL);

  private final KeyUse use;
  private final Map<Switch, String> values = new EnumMap<>(Switch.class);
  private KeyPart part = KeyPart.SCOPE;

  KeyDescription(KeyUse use) {
    this.use = use;
  }

  KeyUse use() {
    return use;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Takes a switch of the description and reads its value. */
  void take(Switch given, KeyPart itsPart, ArgumentReader arguments) throws DnscmdSyntaxException {
    if (!use.takes(itsPart)) {
      throw refusal(
          use == KeyUse.PUBLISH
              ? given + " cannot be used with /AddKey, because such a key signs nothing"
              : given + " cannot be used with " + use);
    }
    if (itsPart.compareTo(part) < 0) {
      throw refusal(given + " comes too late: the parts of a key have a fixed order");
    }
    if (itsPart == KeyPart.CERTIFICATE && given != Switch.CERT && !has(Switch.CERT)) {
      throw refusal(given + " comes before /Cert");
    }
    if (has(given)) {
      throw refusal(given + " is given twice for one key");
    }
    if (itsPart == KeyPart.SCOPE && (has(Switch.ALL_RR) || has(Switch.DNSKEY_ONLY))) {
      throw refusal("only one of /AllRR and /DnskeyOnly can be used");
    }
    part = itsPart;
    values.put(given, given.shape() == Switch.Shape.ALONE ? "" : arguments.value(given));
  }

  /** Refuses a description that names no certificate. */
  void checkComplete() throws DnscmdSyntaxException {
    if (!has(Switch.CERT)) {
      throw refusal(use + " needs /Cert and what tells the certificate");
    }
    if (IDENTITY.stream().noneMatch(this::has)) {
      throw refusal(
          "/Cert needs at least one of /FriendlyName, /Subject, /Issuer and /Serial after it");
    }
  }

  /** Returns the native option that names this key. */
  String option() {
    return switch (use) {
      case PUBLISH -> "--addkey";
      case DELETE -> throw new AssertionError("a key to delete is an argument, not an option");
      case SIGN_AGAIN -> "--signkey";
      case SIGN -> {
        if (has(Switch.ALL_RR)) {
          yield "--signkey-allrr";
        }
        yield has(Switch.DNSKEY_ONLY) ? "--signkey-dnskeyonly" : "--signkey";
      }
    };
  }

  /** Returns the native selector: which key, in which store, and what overrides its own facts. */
  String selector() {
    List<String> parts = identityParts();
    add(parts, "store:", Switch.STORE);
    add(parts, "type:", Switch.TYPE);
    add(parts, "set-algorithm:", Switch.ALGORITHM);
    add(parts, "set-flags:", Switch.FLAGS);
    add(parts, "start:", Switch.VALID_FROM);
    add(parts, "end:", Switch.VALID_TO);
    return String.join(",", parts);
  }

  /** Returns the native selector without the store, for commands that have options for that. */
  String identity() {
    return String.join(",", identityParts());
  }

  /** Returns the switches that say in which store the key is. */
  Map<Switch, String> storeOptions() {
    Map<Switch, String> options = new EnumMap<>(values);
    options.keySet().retainAll(List.of(Switch.STORE, Switch.TYPE));
    return options;
  }

  private List<String> identityParts() {
    List<String> parts = new ArrayList<>();
    add(parts, "friendlyname:", Switch.FRIENDLY_NAME);
    add(parts, "subject:", Switch.SUBJECT);
    add(parts, "issuer:", Switch.ISSUER);
    add(parts, "serial:", Switch.SERIAL);
    return parts;
  }

  private void add(List<String> parts, String prefix, Switch from) {
    String value = values.get(from);
    if (value != null) {
      parts.add(prefix + value.replace("\\", "\\\\").replace(",", "\\,"));
    }
  }

  private boolean has(Switch given) {
    return values.containsKey(given);
  }

  private DnscmdSyntaxException refusal(String problem) {
    return new DnscmdSyntaxException(problem, use.form());
  }
}
