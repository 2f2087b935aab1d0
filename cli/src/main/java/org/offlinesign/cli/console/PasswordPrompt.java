package org.offlinesign.cli.console;

/** A person who can be asked for a password without it being shown. */
@FunctionalInterface
public interface PasswordPrompt {
  /** Returns what was typed, for the caller to wipe; empty when the person gave none. */
  char[] ask(String question);
}
