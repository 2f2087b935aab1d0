package org.offlinesign.cli.argument;

import org.offlinesign.keystore.KeyStoreFileException.Reason;

/** Says what to do about a key store or a token that has something against a command. */
final class StoreAdvice {
  private StoreAdvice() {}

  /** Returns at least one line. */
  static String[] on(Reason reason) {
    return switch (reason) {
      case MISSING -> lines("`offlinesign listkeys` shows the keys there are now");
      case EXISTS ->
          lines("name another file, or move this one away: it may be the only copy of a key");
      case BACKUP_ONLY ->
          lines(
              "to go on with its keys, copy it to the name of the key store, without .bak",
              "to begin a new key store, first move it to another name or folder");
      case IN_THE_WAY -> lines("move that file to another name or folder");
      case WRONG_PASSWORD -> lines("give the password that the file was written with");
      case DAMAGED ->
          lines(
              "if offlinesign has written it, an earlier copy may lie beside it as .bak;"
                  + " otherwise export it anew where it comes from");
      case UNPROVEN ->
          lines(
              "an earlier copy may lie beside it as .bak",
              "if it comes from another program, take its keys over with `offlinesign importkey`");
      case UNSUPPORTED ->
          lines(
              "have its program write it anew with AES-256 and PBKDF2, as `openssl pkcs12 -export`"
                  + " does");
      case UNSAFE -> lines("name the key store itself with --keystore FILE");
      case REVEALING ->
          lines(
              "write into that file:",
              "attributes(generate, CKO_PRIVATE_KEY, *) = { CKA_SENSITIVE = true CKA_EXTRACTABLE ="
                  + " false }");
      case NO_TOKEN ->
          lines(
              "make one ready with its maker's program, or `pkcs11-tool --module LIBRARY --init-token"
                  + " --label NAME` and `--init-pin`; SoftHSM: `softhsm2-util --init-token --free"
                  + " --label NAME`",
              "`pkcs11-tool --module LIBRARY --list-slots` shows the slots; slot = NUMBER in the"
                  + " configuration names one");
      case NO_SUCH_KEYS ->
          lines(
              "most tokens have rsasha256, ecdsap256sha256 and ecdsap384sha384; `pkcs11-tool --module"
                  + " LIBRARY --list-mechanisms` shows what this one has");
      case ALIKE ->
          lines(
              "delete one of the two with `pkcs11-tool --module LIBRARY --login --delete-object --type"
                  + " privkey --id ID`; `--list-objects` shows them");
      case TOKEN ->
          lines(
              "`pkcs11-tool --module LIBRARY --list-mechanisms --list-objects` shows what the token"
                  + " can do and holds; its own log may say more");
      case LOCKED ->
          lines(
              "wait until the other command has ended and start this one again; `fuser` with the"
                  + " name of the lock tells which process has it");
      case DUPLICATE -> lines("`offlinesign listkeys` shows the keys it holds; leave this one out");
      case NAME_TAKEN -> lines("give the key another name with --friendlyname NAME");
      case CHANGED ->
          lines(
              "look at it with `offlinesign listkeys`, and start the command again if it is right");
    };
  }

  private static String[] lines(String... lines) {
    return lines;
  }
}
