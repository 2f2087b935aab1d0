package org.offlinesign.keystore;

/** What a change of a key store does with the copy beside it, {@code .bak}. */
public enum Backup {
  /** It becomes what the store was before the change. */
  REPLACED,
  /** It stays as it is, because keys are being taken from it. */
  KEPT
}
