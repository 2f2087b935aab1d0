package org.offlinesign.keystore;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyTiming;

/**
 * What the store knows of a key beyond its certificate: an attribute of its own in the PKCS #12
 * file, written as words such as {@code Publish=20260101000000}.
 *
 * @param publicKey the key field of the DNSKEY record where it is not written as usual
 * @param deleted when the key was thrown away; only in the trash
 * @param rollover what a rollover notes of its progress, in one word; empty without one
 */
record KeyAttributes(
    KeyTiming timing,
    @Nullable String publicKey,
    @Nullable Instant deleted,
    @Nullable String rollover) {
  /** From the UUID f942d6d0-4752-4ab8-8faf-1c85b6725f1e (ITU-T X.667). */
  static final ASN1ObjectIdentifier OID =
      new ASN1ObjectIdentifier("2.25.331324819480293255875181981753505111838");

  static final KeyAttributes NONE = new KeyAttributes(KeyTiming.NONE, null, null, null);

  private static final String PUBLIC_KEY = "PublicKey";
  private static final String DELETED = "ThrownAway";
  private static final String ROLLOVER = "Rollover";
  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  /** Refuses a note that would not be one word. */
  KeyAttributes {
    if (rollover != null && !rollover.matches("\\S+")) {
      throw new IllegalArgumentException("expected one word but found '" + rollover + "'");
    }
  }

  /** Returns what some text says; words of later versions are passed over. */
  static KeyAttributes parse(String text) {
    KeyAttributes attributes = NONE;
    for (String word : text.trim().split("\\s+", -1)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        attributes = attributes.withWord(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return attributes;
  }

  private KeyAttributes withWord(String name, String value) {
    Optional<KeyEvent> event = KeyEvent.ofLabel(name);
    if (event.isPresent()) {
      return withTiming(timing.with(event.get(), time(value)));
    }
    return switch (name) {
      case PUBLIC_KEY -> withPublicKey(base64(value));
      case DELETED -> withDeleted(time(value));
      case ROLLOVER -> withRollover(value);
      default -> this;
    };
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("expected base 64 but found " + text, e);
    }
  }

  private static Instant time(String digits) {
    try {
      return LocalDateTime.parse(digits, DIGITS).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("expected YYYYMMDDHHMMSS but found " + digits, e);
    }
  }

  KeyAttributes withTiming(KeyTiming changed) {
    return new KeyAttributes(changed, publicKey, deleted, rollover);
  }

  KeyAttributes withPublicKey(byte[] octets) {
    String text = Base64.getEncoder().encodeToString(octets);
    return new KeyAttributes(timing, text, deleted, rollover);
  }

  KeyAttributes withDeleted(@Nullable Instant time) {
    return new KeyAttributes(timing, publicKey, time, rollover);
  }

  KeyAttributes withRollover(@Nullable String note) {
    return new KeyAttributes(timing, publicKey, deleted, note);
  }

  /** Returns the octets of the key field if they are not the usual ones. */
  Optional<byte[]> publicKeyOctets() {
    return Optional.ofNullable(publicKey).map(text -> Base64.getDecoder().decode(text));
  }

  /** Returns the words. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    timing.events().forEach((event, time) -> word(event.label(), digits(time), out));
    if (publicKey != null) {
      word(PUBLIC_KEY, publicKey, out);
    }
    if (deleted != null) {
      word(DELETED, digits(deleted), out);
    }
    if (rollover != null) {
      word(ROLLOVER, rollover, out);
    }
    return out.toString();
  }

  private static String digits(Instant time) {
    return DIGITS.format(time.atOffset(ZoneOffset.UTC));
  }

  private static void word(String name, String value, StringBuilder out) {
    out.append(out.isEmpty() ? "" : " ").append(name).append('=').append(value);
  }
}
