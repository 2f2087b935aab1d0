package org.offlinesign.cli.dnscmd;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The switches of {@code dnscmd /OfflineSign}, and what follows each on the line. */
@SuppressWarnings("ImmutableEnumChecker") // What List.of and Set.of return never changes.
enum Switch {
  ALGORITHM(Shape.WORD, "/Algorithm", "/Alg"),
  LENGTH(Shape.WORD, "/Length"),
  FLAGS(Shape.WORD, "/Flags"),
  ZONE(Shape.WORD, "/Zone"),
  SS_CERT(Shape.ALONE, "/SSCert"),
  VALID_FROM(Shape.WORD, "/ValidFrom"),
  VALID_TO(Shape.WORD, "/ValidTo"),

  INPUT(Shape.PATH, "/Input"),
  OUTPUT(Shape.PATH, "/Output"),
  KEY_SET_DIR(Shape.PATH, "/KeySetDir"),
  GEN_KEY_SET(List.of("none", "ksk", "allkeys"), "/GenKeySet"),
  START(Shape.WORD, "/Start"),
  END(Shape.WORD, "/End"),
  // Appendix I prints "/startend" in the synopsis and explains "/start" and "/end" below it.
  START_END(Shape.TWO_WORDS, "/StartEnd"),
  SOA_SERIAL(List.of("keep", "increment", "unixtime", "date"), "/SoaSerial"),
  DS(List.of("add", "replace", "nochange"), "/Ds"),
  DNSKEY(List.of("add", "replace", "nochange"), "/Dnskey"),
  DENIAL_OF_EXISTENCE(Shape.WORDS, "/DenialOfExistence"),

  SIGN_KEY(Shape.ALONE, "/SignKey"),
  ADD_KEY(Shape.ALONE, "/AddKey"),
  ALL_RR(Shape.ALONE, "/AllRR"),
  DNSKEY_ONLY(Shape.ALONE, "/DnskeyOnly"),

  CERT(Shape.ALONE, "/Cert"),
  STORE(Shape.WORD, "/Store"),
  TYPE(List.of("machine", "user"), "/Type"),
  FRIENDLY_NAME(Shape.WORD, "/FriendlyName"),
  SUBJECT(Shape.WORD, "/Subject"),
  ISSUER(Shape.WORD, "/Issuer"),
  SERIAL(Shape.OCTETS, "/Serial");

  /** What follows a switch. */
  enum Shape {
    ALONE(0),
    /** One value that does not begin with a slash. */
    WORD(1),
    /** One value that may begin with a slash. */
    PATH(1),
    TWO_WORDS(2),
    /** All that follows up to the next switch. */
    WORDS(Integer.MAX_VALUE),
    /** Hexadecimal octets in one value or in one value each. */
    OCTETS(Integer.MAX_VALUE);

    private final int words;

    Shape(int words) {
      this.words = words;
    }

    /** Returns how many words follow at most. */
    int words() {
      return words;
    }
  }

  private final Shape shape;
  private final List<String> choices;
  private final List<String> spellings;

  Switch(Shape shape, String... spellings) {
    this.shape = shape;
    this.choices = List.of();
    this.spellings = List.of(spellings);
  }

  Switch(List<String> choices, String spelling) {
    this.shape = Shape.WORD;
    this.choices = choices;
    this.spellings = List.of(spelling);
  }

  Shape shape() {
    return shape;
  }

  /** Returns the values that are possible, in lower case; empty when they are not a closed set. */
  List<String> choices() {
    return choices;
  }

  /** Returns the switch that is written {@code /name}, whatever the case of its letters. */
  static Optional<Switch> named(String name) {
    String wanted = "/" + name.toLowerCase(Locale.ROOT);
    for (Switch each : values()) {
      for (String spelling : each.spellings) {
        if (spelling.toLowerCase(Locale.ROOT).equals(wanted)) {
          return Optional.of(each);
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the switch as documentation spells it. */
  @Override
  public String toString() {
    return spellings.get(0);
  }
}
