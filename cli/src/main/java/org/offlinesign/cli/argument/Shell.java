package org.offlinesign.cli.argument;

/** A shell that completes what is typed. */
public enum Shell {
  BASH,
  ZSH
}
