package org.offlinesign.keystore;

import java.util.List;

/** A selector that is malformed, or names no key, or more than one. */
public final class KeySelectionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<StoredKey> candidates;

  /** Creates an exception for a selector that cannot be understood. */
  public KeySelectionException(String message) {
    this(message, List.of());
  }

  /** Creates an exception whose message lists keys with what tells them apart. */
  public KeySelectionException(String message, List<StoredKey> candidates) {
    super(message);
    this.candidates = List.copyOf(candidates);
  }

  /** Returns the keys that match, or, where none does, those that there are. */
  public List<StoredKey> candidates() {
    return candidates;
  }
}
