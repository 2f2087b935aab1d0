package org.offlinesign.cli.argument;

/** Whose key stores are meant, as {@code dnscmd} has it. */
public enum StoreType {
  /** Those of the whole machine. */
  MACHINE,
  /** Those of the person who runs the command. */
  USER
}
