package org.offlinesign.cli.dnscmd;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The commands below {@code /OfflineSign}: what each takes, and what it must be given. */
@SuppressWarnings("ImmutableEnumChecker") // What List.of and Set.of return never changes.
enum Verb {
  GEN_KEY(
      List.of("/GenKey", "/KeyGen"),
      "/Alg ALG /Length BITS [/Flags KSK] /Zone ZONE [/SSCert] [/FriendlyName NAME]"
          + " [/ValidFrom TIME] [/ValidTo TIME] [/Store NAME] [/Type machine|user]",
      Set.of(
          Switch.ALGORITHM,
          Switch.LENGTH,
          Switch.FLAGS,
          Switch.ZONE,
          Switch.SS_CERT,
          Switch.FRIENDLY_NAME,
          Switch.VALID_FROM,
          Switch.VALID_TO,
          Switch.STORE,
          Switch.TYPE),
      List.of(Switch.ALGORITHM, Switch.LENGTH, Switch.ZONE)),
  SIGN_ZONE(
      List.of("/SignZone"),
      "/Input FILE /Output FILE /Zone ZONE [/KeySetDir FOLDER] [/GenKeySet none|ksk|allkeys]"
          + " [/Start TIME] [/End TIME] [/SoaSerial keep|increment]"
          + " [/Ds add|replace|nochange] [/Dnskey add|replace|nochange]"
          + " [/DenialOfExistence {"
          + DenialDescription.FORM
          + "}]"
          + " [/AddKey {key-param} {cert-spec}]..."
          + " {/SignKey [/AllRR | /DnskeyOnly] {validity} {key-param} {cert-spec}}...",
      Set.of(
          Switch.INPUT,
          Switch.OUTPUT,
          Switch.ZONE,
          Switch.KEY_SET_DIR,
          Switch.GEN_KEY_SET,
          Switch.START,
          Switch.END,
          Switch.START_END,
          Switch.SOA_SERIAL,
          Switch.DS,
          Switch.DNSKEY,
          Switch.DENIAL_OF_EXISTENCE,
          Switch.ADD_KEY,
          Switch.SIGN_KEY),
      List.of(Switch.INPUT, Switch.OUTPUT, Switch.ZONE)),
  DELETE_KEY(List.of("/DeleteKey"), "{cert-spec}", Set.of(), List.of()),
  ADD_KEY(
      List.of("/AddKey"),
      "/Input FILE /Output FILE /Zone ZONE [/Start TIME] [/End TIME] [/SoaSerial keep|increment]"
          + " {key-param} {cert-spec} [/SignKey {validity} {key-param} {cert-spec}]...",
      Set.of(
          Switch.INPUT,
          Switch.OUTPUT,
          Switch.ZONE,
          Switch.START,
          Switch.END,
          Switch.START_END,
          Switch.SOA_SERIAL,
          Switch.SIGN_KEY),
      List.of(Switch.INPUT, Switch.OUTPUT, Switch.ZONE));

  private final List<String> spellings;
  private final String form;
  private final Set<Switch> switches;
  private final List<Switch> required;

  Verb(List<String> spellings, String form, Set<Switch> switches, List<Switch> required) {
    this.spellings = spellings;
    this.form = "dnscmd /OfflineSign " + spellings.get(0) + " " + form;
    this.switches = switches;
    this.required = required;
  }

  /** Returns the command that is written {@code /name}, slips of the documentation included. */
  static Optional<Verb> named(String name) {
    String wanted = "/" + name;
    for (Verb verb : values()) {
      for (String spelling : verb.spellings) {
        if (spelling.toLowerCase(Locale.ROOT).equals(wanted)) {
          return Optional.of(verb);
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the whole form of a line with this command. */
  String form() {
    return form;
  }

  /** Returns whether the switch belongs to the command itself and not to a key that it names. */
  boolean takes(Switch given) {
    return switches.contains(given);
  }

  List<Switch> required() {
    return required;
  }

  @Override
  public String toString() {
    return spellings.get(0);
  }
}
