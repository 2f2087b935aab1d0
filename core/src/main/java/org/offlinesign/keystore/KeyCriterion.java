package org.offlinesign.keystore;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.key.CertificateFacts;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;

/** One thing that a key must have to be the one that is meant. */
public record KeyCriterion(Kind kind, String value) {
  /** What is compared. */
  public enum Kind {
    /** The name a person gave; case does not matter, as on Windows. */
    FRIENDLY_NAME("friendlyname", "friendly name"),
    /** The key tag, a decimal number. */
    TAG("tag", "key tag"),
    /** The serial number of the certificate, hex digits; spaces and colons do not matter. */
    SERIAL("serial", "serial number"),
    /** The subject of the certificate; case matters. */
    SUBJECT("subject", "subject"),
    /** The issuer of the certificate; case matters. */
    ISSUER("issuer", "issuer"),
    /** The zone that the certificate names. */
    ZONE("zone", "zone");

    private final String prefix;
    private final String words;

    Kind(String prefix, String words) {
      this.prefix = prefix;
      this.words = words;
    }

    static Optional<Kind> ofPrefix(String text) {
      for (Kind kind : values()) {
        if (kind.prefix.equals(text.toLowerCase(Locale.ROOT))) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** Creates a criterion whose value has the form that its kind asks for. */
  public static KeyCriterion of(Kind kind, String value) throws KeySelectionException {
    String trimmed = value.trim();
    boolean wellFormed =
        switch (kind) {
          case TAG -> trimmed.matches("\\d{1,5}");
          case SERIAL -> hexDigits(trimmed).matches("[0-9a-fA-F]+");
          case ZONE -> isName(trimmed);
          case FRIENDLY_NAME, SUBJECT, ISSUER -> !trimmed.isEmpty();
        };
    if (!wellFormed) {
      throw new KeySelectionException(
          "expected a " + kind.words + " to select a key by but found '" + value + "'");
    }
    return new KeyCriterion(kind, trimmed);
  }

  private static boolean isName(String text) {
    try {
      return !text.isEmpty() && DnsName.parse(text).wireLength() > 0;
    } catch (NameSyntaxException e) {
      return false;
    }
  }

  private static String hexDigits(String serial) {
    String digits = serial.replaceAll("[\\s:]", "");
    return digits.startsWith("0x") ? digits.substring(2) : digits;
  }

  /** Says whether a key has what is asked for. */
  public boolean matches(StoredKey key) {
    return switch (kind) {
      case FRIENDLY_NAME -> key.friendlyName().filter(value::equalsIgnoreCase).isPresent();
      case TAG ->
          key.facts().filter(facts -> facts.keyTag() == Integer.parseInt(value)).isPresent();
      case SERIAL ->
          key.certificate()
              .map(CertificateFacts::serial)
              .filter(new BigInteger(hexDigits(value), 16)::equals)
              .isPresent();
      case SUBJECT ->
          key.certificate().filter(facts -> sameName(value, facts.subject())).isPresent();
      case ISSUER -> key.certificate().filter(facts -> sameName(value, facts.issuer())).isPresent();
      case ZONE -> key.facts().filter(facts -> facts.zone().equals(DnsName.of(value))).isPresent();
    };
  }

  // Windows writes a space after each comma of a distinguished name, others do not.
  private static boolean sameName(String one, String other) {
    return withoutSpaceAfterCommas(one).equals(withoutSpaceAfterCommas(other));
  }

  private static String withoutSpaceAfterCommas(String name) {
    return name.replaceAll(",\\s+", ",");
  }

  /** Returns the criterion as it may be typed. */
  String typed() {
    String escaped = value.replace(",", "\\,");
    boolean isPlain = kind == Kind.FRIENDLY_NAME && value.indexOf(':') < 0;
    return isPlain ? escaped : kind.prefix + ":" + escaped;
  }

  /** Returns the criterion in words: {@code friendly name 'KSK-example.com'}. */
  @Override
  public String toString() {
    return kind.words + " '" + value + "'";
  }
}
