package org.offlinesign.keystore;

/**
 * A key store that cannot be read or changed; the message names the file, the reason tells what to
 * do.
 */
public final class KeyStoreFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What is the matter. */
  public enum Reason {
    /** There is no such file. */
    MISSING,
    /** There is a file already where a new one was to be made. */
    EXISTS,
    /** The file is lost, and the copy of it is not to be. */
    BACKUP_ONLY,
    /** A file that is no key store has the name of one that belongs to the store. */
    IN_THE_WAY,
    /** The file is whole, but not opened by this password. */
    WRONG_PASSWORD,
    /** The file is not whole, or not a key store. */
    DAMAGED,
    /** It is the own store, and nothing proves that its owner has written it. */
    UNPROVEN,
    /** The file is encrypted in a way that is not known here, or that would take too long. */
    UNSUPPORTED,
    /** It lies where somebody else decides which file that is. */
    UNSAFE,
    /** A token would give away the private keys that it makes. */
    REVEALING,
    /** There is no token, or one that nobody has made ready for use. */
    NO_TOKEN,
    /** A token has failed, or cannot do this. */
    TOKEN,
    /** A token does not make keys of the kind. */
    NO_SUCH_KEYS,
    /** A token holds two things of one name, so that none of its keys can be used. */
    ALIKE,
    /** Another process is changing it and takes too long. */
    LOCKED,
    /** The key is in it already. */
    DUPLICATE,
    /** A token has something else by the name of the key. */
    NAME_TAKEN,
    /** Another process has changed the key since it was read. */
    CHANGED
  }

  /** Creates an exception. */
  public KeyStoreFileException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Creates an exception for a fault that another class found. */
  public KeyStoreFileException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Returns what is the matter. */
  public Reason reason() {
    return reason;
  }
}
