package org.offlinesign.cli.argument;

import org.offlinesign.cli.console.CommandException;

/** What can be done with the keys of a key store, and not with those of a token. */
public enum BeyondToken {
  /** Into the trash, from which they can be recovered. */
  DELETE(
      "has no trash: a key that is deleted there is gone for good",
      "delete key and certificate with the token's own program, such as `pkcs11-tool"
          + " --delete-object --type privkey --id ID` and the same with --type cert; `pkcs11-tool"
          + " --list-objects` shows the ID"),
  /** Into files. */
  EXPORT("does not give private keys away", "`offlinesign dsset` tells what is public about them"),
  /** From files. */
  IMPORT(
      "makes its keys itself, and this program puts none into it",
      "make new ones with `offlinesign genkey --pkcs11 CONFIG`"),
  /** By which keys sign or not. */
  TIMES(
      "keeps no times of its keys: a key in it is active as long as it is there",
      "say with --signkey and --addkey of `offlinesign signzone` what each key does"),
  /** Which goes by times, and notes its steps with the keys. */
  ROLLOVER(
      "keeps neither times nor how far a rollover has come",
      "make the new key with `offlinesign genkey --pkcs11 CONFIG`, publish it with --addkey, and"
          + " name the keys that sign with --signkey of `offlinesign signzone`");

  private final String why;
  private final String instead;

  BeyondToken(String why, String instead) {
    this.why = why;
    this.instead = instead;
  }

  CommandException refused(Object configuration) {
    return CommandException.usage(
        "the token of " + configuration + " " + why,
        instead,
        "for keys in a key store, name it with --keystore FILE");
  }
}
