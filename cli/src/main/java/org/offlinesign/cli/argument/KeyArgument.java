package org.offlinesign.cli.argument;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.SelectorParts.Kind;
import org.offlinesign.cli.argument.SelectorParts.Part;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.keystore.KeyCriterion;
import org.offlinesign.keystore.KeySelectionException;
import org.offlinesign.keystore.KeySelector;

/**
 * A key as it is named on the command line.
 *
 * @param text as typed
 * @param selector what selects it in its store
 * @param storeName the store it is in, if that is not the command's
 * @param storeType whose store that is
 * @param overrides what is to hold for the key in this run alone
 */
public record KeyArgument(
    String text,
    KeySelector selector,
    Optional<String> storeName,
    Optional<StoreType> storeType,
    Overrides overrides) {

  private static final int LARGEST_FLAGS = 0xffff;

  /**
   * What is to hold for a key whatever its certificate and the other options say.
   *
   * @param start when its signatures begin to be valid
   * @param end when they end to be
   */
  public record Overrides(
      Optional<Algorithm> algorithm,
      Optional<Integer> flags,
      Optional<Instant> start,
      Optional<Instant> end) {}

  /** Returns the key that some text names. */
  static KeyArgument parse(String text, TimeArgument times) throws CommandException {
    Map<Kind, String> parts = new EnumMap<>(Kind.class);
    List<KeyCriterion> criteria = new ArrayList<>();
    for (Part part : SelectorParts.parse(text)) {
      Optional<KeyCriterion.Kind> kind = criterion(part.kind());
      if (kind.isPresent()) {
        criteria.add(criterion(kind.get(), part.value()));
      } else {
        parts.put(part.kind(), part.value());
      }
    }
    if (criteria.isEmpty()) {
      throw CommandException.usage(
          "'" + text + "' names no key", "expected " + SelectorParts.FORMS);
    }
    return new KeyArgument(
        text,
        new KeySelector(criteria),
        Optional.ofNullable(parts.get(Kind.STORE)),
        storeType(parts.get(Kind.STORE_TYPE)),
        overrides(parts, times));
  }

  private static Optional<KeyCriterion.Kind> criterion(Kind kind) {
    return switch (kind) {
      case FRIENDLY_NAME -> Optional.of(KeyCriterion.Kind.FRIENDLY_NAME);
      case TAG -> Optional.of(KeyCriterion.Kind.TAG);
      case SERIAL -> Optional.of(KeyCriterion.Kind.SERIAL);
      case SUBJECT -> Optional.of(KeyCriterion.Kind.SUBJECT);
      case ISSUER -> Optional.of(KeyCriterion.Kind.ISSUER);
      case ZONE -> Optional.of(KeyCriterion.Kind.ZONE);
      case STORE, STORE_TYPE, SET_ALGORITHM, SET_FLAGS, START, END -> Optional.empty();
    };
  }

  private static KeyCriterion criterion(KeyCriterion.Kind kind, String value)
      throws CommandException {
    try {
      return KeyCriterion.of(kind, value);
    } catch (KeySelectionException e) {
      throw CommandException.usage(messageOf(e), "`offlinesign listkeys` shows what keys have")
          .causedBy(e);
    }
  }

  private static String messageOf(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static Optional<StoreType> storeType(@Nullable String word) throws CommandException {
    if (word == null) {
      return Optional.empty();
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "machine" -> Optional.of(StoreType.MACHINE);
      case "user" -> Optional.of(StoreType.USER);
      default ->
          throw CommandException.usage(
              "'" + word + "' is not a type of key store", "expected machine or user");
    };
  }

  private static Overrides overrides(Map<Kind, String> parts, TimeArgument times)
      throws CommandException {
    String algorithm = parts.get(Kind.SET_ALGORITHM);
    String flags = parts.get(Kind.SET_FLAGS);
    String start = parts.get(Kind.START);
    String end = parts.get(Kind.END);
    return new Overrides(
        algorithm == null ? Optional.empty() : Optional.of(AlgorithmArgument.parse(algorithm)),
        flags == null ? Optional.empty() : Optional.of(flags(flags)),
        start == null ? Optional.empty() : Optional.of(times.parse(start)),
        end == null ? Optional.empty() : Optional.of(times.parse(end)));
  }

  private static int flags(String word) throws CommandException {
    String upper = word.toUpperCase(Locale.ROOT);
    if (upper.equals("KSK") || upper.equals("ZSK")) {
      return KeyRole.valueOf(upper).flags();
    }
    if (!word.matches("\\d{1,5}") || Integer.parseInt(word) > LARGEST_FLAGS) {
      throw CommandException.usage(
          "'" + word + "' are no flags of a DNSKEY record",
          "expected KSK, ZSK, or a number such as 257");
    }
    return Integer.parseInt(word);
  }

  /** Returns the text as typed. */
  @Override
  public String toString() {
    return text;
  }
}
