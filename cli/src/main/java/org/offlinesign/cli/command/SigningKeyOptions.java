package org.offlinesign.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.offlinesign.cli.argument.KeyArgument;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.SigningScope;
import picocli.CommandLine.Option;

/** The options that name the keys of a zone, each with what it is to do. */
final class SigningKeyOptions {
  @Option(
      names = "--signkey",
      paramLabel = "KEY",
      description =
          "Publish and sign with a key: a ZSK signs everything, a KSK the DNSKEY records. KEY is a"
              + " friendly name, tag:NUMBER, serial:HEX, subject:DN, issuer:DN or zone:NAME, or"
              + " several joined with commas; further parts hold for this run: store:NAME,"
              + " type:machine|user, set-algorithm:ALG, set-flags:KSK|ZSK|NUMBER, start:TIME,"
              + " end:TIME.")
  private List<KeyArgument> signKeys = new ArrayList<>();

  @Option(
      names = "--signkey-allrr",
      paramLabel = "KEY",
      description = "Publish and sign everything with a key, whatever its flags.")
  private List<KeyArgument> allRrsetKeys = new ArrayList<>();

  @Option(
      names = "--signkey-dnskeyonly",
      paramLabel = "KEY",
      description = "Publish and sign the DNSKEY records alone with a key, whatever its flags.")
  private List<KeyArgument> dnskeyOnlyKeys = new ArrayList<>();

  @Option(
      names = "--signkey-unpublished",
      paramLabel = "KEY",
      description =
          "Sign as with --signkey, but leave the key's record out of the zone: the first and the"
              + " last step of a change of algorithm (RFC 6781 section 4.1.4).")
  private List<KeyArgument> unpublishedKeys = new ArrayList<>();

  @Option(names = "--addkey", paramLabel = "KEY", description = "Publish a key that signs nothing.")
  private List<KeyArgument> publishedKeys = new ArrayList<>();

  @Option(
      names = "--smart",
      description =
          "Take the keys of the zone from the key store, each with what its timing says that it does"
              + " now, or at --now; with none of the options above.")
  private boolean smart;

  private void check() throws CommandException {
    if (smart && isAnyNamed()) {
      throw CommandException.usage(
          "--smart chooses the keys by their timing, and others are named besides",
          "leave --smart out to name all keys, or set the time of a key with `offlinesign settime`");
    }
  }

  /** Returns the keys that sign or are published, looked up in their stores. */
  KeyChoice choice(SigningKeys keys) throws CommandException, IOException {
    check();
    return smart ? KeyChoice.timed(keys.timed()) : KeyChoice.named(uses(keys));
  }

  private boolean isAnyNamed() {
    return Stream.of(signKeys, allRrsetKeys, dnskeyOnlyKeys, unpublishedKeys, publishedKeys)
        .anyMatch(keys -> !keys.isEmpty());
  }

  private List<KeyUse> uses(SigningKeys keys) throws CommandException, IOException {
    if (signKeys.isEmpty() && allRrsetKeys.isEmpty() && dnskeyOnlyKeys.isEmpty()) {
      throw CommandException.usage(
          "no key to sign " + keys.zone() + " with is named",
          "name a KSK and a ZSK, each with --signkey, or let their timing decide with --smart;"
              + " `offlinesign listkeys` shows the keys there are, `offlinesign genkey` makes new"
              + " ones");
    }
    List<KeyUse> uses = new ArrayList<>();
    uses.addAll(keys.signing(signKeys, SigningScope.BY_ROLE));
    uses.addAll(keys.signing(allRrsetKeys, SigningScope.ALL_RRSETS));
    uses.addAll(keys.signing(dnskeyOnlyKeys, SigningScope.DNSKEY_ONLY));
    uses.addAll(keys.signing(unpublishedKeys, SigningScope.UNPUBLISHED));
    uses.addAll(keys.published(publishedKeys));
    return uses;
  }
}
