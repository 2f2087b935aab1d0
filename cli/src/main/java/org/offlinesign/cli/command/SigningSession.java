package org.offlinesign.cli.command;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.KeyDeed;
import org.offlinesign.cli.console.OutputClaim;
import org.offlinesign.delegation.KeySetContent;
import org.offlinesign.file.OutputPlace;
import org.offlinesign.key.CheckedSignatures;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.ReleaseCheck;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rollover.RolloverState;
import org.offlinesign.sign.KeyPlanException;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.OutputCheck;
import org.offlinesign.sign.OutputRefusedException;
import org.offlinesign.sign.SigningReport;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.ZoneIntake;
import org.offlinesign.sign.ZoneSigner;
import org.offlinesign.zonefile.ZoneFileException;

/** The way from keys in their stores to a signed zone in its place, which closing ends. */
final class SigningSession implements Closeable {
  /** How little of the heap may go into signatures that need not be checked twice. */
  private static final int SHARE_OF_HEAP = 16;

  private final SignedZoneOptions options;
  private final KeyStores stores;
  private final SignedZoneFile target;
  private final Environment env;
  private final Instant now;
  private @Nullable ZoneIntake intake;

  private SigningSession(
      SignedZoneOptions options, KeyStores stores, SignedZoneFile target, Environment env) {
    this.options = options;
    this.stores = stores;
    this.target = target;
    this.env = env;
    this.now = env.clock().instant();
  }

  /** Finds the places for the output; neither a key store is opened nor anything written yet. */
  static SigningSession open(SignedZoneOptions options, Environment env)
      throws CommandException, IOException {
    Path temporaryFolder = options.sorting().budget(env).temporaryDirectory();
    SignedZoneFile target = SignedZoneFile.of(options.files(), temporaryFolder, env);
    KeyStores stores = new KeyStores(env, options.store(), env.resources().providers());
    return new SigningSession(options, stores, target, env);
  }

  /** Returns where keys are looked up. */
  SigningKeys keys() {
    return new SigningKeys(options.zone(), stores, options.validity(), now);
  }

  /**
   * Loads the cryptography, once all keys have been looked up. Native code takes a while to load,
   * so mistakes in the command line are found before.
   */
  CryptoProviders providers() throws CommandException, IOException {
    CryptoProviders usual =
        env.resources()
            .providers()
            .checking(releaseCheck())
            .remembering(new CheckedSignatures(env.resources().heapOctets() / SHARE_OF_HEAP));
    return options.isDeterministic() ? usual.deterministic() : usual;
  }

  private ReleaseCheck releaseCheck() {
    // Each signature is checked once: here, or when the finished file is verified.
    return options.verifies() ? ReleaseCheck.LATER : ReleaseCheck.WHERE_A_FAULT_REVEALS_THE_KEY;
  }

  /** Starts the request, with all that the common options say. */
  SigningRequest.Builder request(CryptoProviders providers) throws CommandException {
    return request().outputCheck(check(providers));
  }

  /** Starts the request, with all that the common options say but how the output is checked. */
  SigningRequest.Builder request() throws CommandException {
    return SigningRequest.builder(
            options.zone(),
            ReadingOptions.source(options.input(), env),
            target.place(),
            options.sorting().budget(env))
        .reading(options.readingOfInput(env))
        .validity(options.validity().validity(now))
        .serialPolicy(options.serialPolicy());
  }

  /**
   * Begins to read the zone while the keys are looked up, if there is a thread for it: while a user
   * is asked for a password there is nothing to be seen of it, and what can be read but once is
   * read when all else is known to be right.
   *
   * @param request lacks nothing but the keys, and what goes by them
   */
  void readAhead(SigningRequest request) {
    if (request.budget().threads() > 1
        && stores.openUnasked()
        && Files.isRegularFile(env.resolve(options.input()))) {
      intake = ZoneIntake.ahead(request);
    }
  }

  /** Signs the zone. */
  SigningReport sign(ZoneSigner signer, SigningRequest request)
      throws IOException, ZoneFileException, KeyPlanException, OutputRefusedException {
    return intake == null ? signer.sign(request) : signer.sign(request, intake);
  }

  /** Returns what a signed zone is checked by before it is used. */
  OutputCheck check(CryptoProviders providers) {
    return options.verifies() ? new SignatureProof(providers) : OutputCheck.NONE;
  }

  /** Returns the keys of the zone in the stores that were opened. */
  List<StoredKey> openedKeys() {
    return stores.openedKeys(options.zone());
  }

  /**
   * Leaves the keyset- and dsset- files as they are where the steps of a rollover under way say
   * what the parent is to have; keys alone do not tell that.
   */
  void leaveKeySetsToRollover(SigningRequest.Builder request) {
    if (RolloverState.changesParent(openedKeys())) {
      request.keySetContent(KeySetContent.NONE);
      if (!options.isQuiet()) {
        env.tell(
            "notice: the keyset- and dsset- files stay as the rollover under way has written them");
      }
    }
  }

  /** Refuses keyset- and dsset- files that would take the place of the zone, read or written. */
  void refuseToReplaceByKeySets(SigningRequest request) throws CommandException, IOException {
    for (Path file : request.keySetFiles()) {
      env.kept().claim(file, OutputClaim.ofHandOver(file, "--keysetdir"));
    }
  }

  /** Does the work and hands on the zone. */
  <R> R run(SigningRequest request, SigningOutcome.Work<R> work)
      throws CommandException, IOException {
    for (KeyUse use : request.keys()) {
      env.notes().meant(use.key(), deed(use));
    }
    R report = new SigningOutcome(env, request.input().name()).of(work);
    // Before the zone is handed on: what stdout has got of it cannot be taken back.
    for (KeyUse use : request.keys()) {
      env.notes().key(use.key(), deed(use));
    }
    target.deliver();
    return report;
  }

  private static KeyDeed deed(KeyUse use) {
    return use.signingKey() == null ? KeyDeed.PUBLISHED : KeyDeed.SIGNS;
  }

  /** Returns the key stores of the command. */
  KeyStores stores() {
    return stores;
  }

  /** Returns the file that is written. */
  Path output() {
    return target.path();
  }

  /** Returns where the zone goes, a file or stdout. */
  OutputPlace place() {
    return target.place();
  }

  /** Says whether the zone goes to stdout. */
  boolean isStdout() {
    return target.isStdout();
  }

  /** Does the work on a zone that is written without signatures, and hands it on. */
  <R> R run(SigningOutcome.Work<R> work) throws CommandException, IOException {
    R report = new SigningOutcome(env, options.input().toString()).of(work);
    target.deliver();
    return report;
  }

  /** Returns where the report goes: the zone alone may go to stdout. */
  PrintStream out() {
    return target.isStdout() ? env.err() : env.out();
  }

  /** Returns those of the written files that stay. */
  List<Path> files(List<Path> written) {
    return target.withoutStdout(written);
  }

  @Override
  public void close() throws IOException {
    try (stores) {
      if (intake != null) {
        intake.close();
      }
    }
  }
}
