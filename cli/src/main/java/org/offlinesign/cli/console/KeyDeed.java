package org.offlinesign.cli.console;

import java.util.Locale;

/** What a command has done with a key. */
public enum KeyDeed {
  /** It was made. */
  MADE,
  /** It came from a file. */
  IMPORTED,
  /** It came back from those deleted. */
  RECOVERED,
  /** It was written into a file. */
  EXPORTED,
  /** It left the key store. */
  DELETED,
  /** Its times, or the notes about it, are others than before. */
  CHANGED,
  /** Signatures were made with it. */
  SIGNS,
  /** It was put into a zone and has signed nothing. */
  PUBLISHED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
