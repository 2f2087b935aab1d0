package org.offlinesign.keystore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says which key of a store is meant: all criteria must match, and exactly one key.
 *
 * <p>As text: a friendly name, or {@code tag:32478}, {@code serial:40c181ac}, {@code
 * subject:CN=...}, {@code issuer:CN=...}, {@code zone:example.com}, {@code friendlyname:...};
 * several joined with commas. A backslash before a comma makes it part of the value.
 */
public record KeySelector(List<KeyCriterion> criteria) {
  private static final int MAX_LISTED = 20;

  /** Checks that there is something to select by. */
  public KeySelector {
    criteria = List.copyOf(criteria);
    if (criteria.isEmpty()) {
      throw new IllegalArgumentException("a selector needs at least one criterion");
    }
  }

  /** Returns the selector that some text stands for. */
  public static KeySelector parse(String text) throws KeySelectionException {
    List<KeyCriterion> criteria = new ArrayList<>();
    for (String part : splitAtCommas(text)) {
      int colon = part.indexOf(':');
      Optional<KeyCriterion.Kind> kind =
          colon < 0
              ? Optional.empty()
              : KeyCriterion.Kind.ofPrefix(part.substring(0, colon).trim());
      criteria.add(
          kind.isPresent()
              ? KeyCriterion.of(kind.get(), part.substring(colon + 1))
              : KeyCriterion.of(KeyCriterion.Kind.FRIENDLY_NAME, part));
    }
    return new KeySelector(criteria);
  }

  private static List<String> splitAtCommas(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escapesComma = c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',';
      if (escapesComma) {
        part.append(',');
        i++;
      } else if (c == ',') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  /** Says whether a key has all that is asked for. */
  public boolean matches(StoredKey key) {
    for (KeyCriterion criterion : criteria) {
      if (!criterion.matches(key)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the friendly name that the key must have, if one is asked for. */
  Optional<String> friendlyName() {
    for (KeyCriterion criterion : criteria) {
      if (criterion.kind() == KeyCriterion.Kind.FRIENDLY_NAME) {
        return Optional.of(criterion.value());
      }
    }
    return Optional.empty();
  }

  /** Returns the one key that matches. */
  public StoredKey select(List<StoredKey> keys) throws KeySelectionException {
    List<StoredKey> matching = keys.stream().filter(this::matches).toList();
    if (matching.size() == 1) {
      return matching.get(0);
    }
    if (matching.isEmpty()) {
      String found = keys.isEmpty() ? "; there are no keys" : "; there are:" + lines(keys);
      throw new KeySelectionException("no key matches " + this + found);
    }
    throw new KeySelectionException(
        matching.size()
            + " keys match "
            + this
            + ", name a tag or serial number besides to tell them apart, such as "
            + distinguished(matching)
            + ":"
            + lines(matching));
  }

  /** Returns what to type for the first key; its tag tells it apart unless another has the same. */
  private String distinguished(List<StoredKey> matching) {
    String typed = criteria.stream().map(KeyCriterion::typed).collect(Collectors.joining(","));
    StoredKey first = matching.get(0);
    Optional<String> tag = first.facts().map(facts -> "tag:" + facts.keyTag());
    long sameTag =
        matching.stream()
            .filter(key -> key.facts().map(facts -> "tag:" + facts.keyTag()).equals(tag))
            .count();
    String more =
        tag.filter(unique -> sameTag == 1)
            .or(() -> first.certificate().map(facts -> "serial:" + facts.serialHex()))
            .orElse("tag:NUMBER");
    return typed + "," + more;
  }

  private static String lines(List<StoredKey> keys) {
    String listed =
        keys.stream()
            .limit(MAX_LISTED)
            .map(key -> "\n  " + key.describe())
            .collect(Collectors.joining());
    int unlisted = keys.size() - MAX_LISTED;
    return unlisted > 0 ? listed + "\n  and " + unlisted + " more" : listed;
  }

  /** Returns the criteria in words. */
  @Override
  public String toString() {
    return criteria.stream().map(KeyCriterion::toString).collect(Collectors.joining(" and "));
  }
}
