package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.KeyArgument;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.key.Algorithm;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.rollover.RolloverMethod;
import org.offlinesign.rollover.RolloverRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which rollover is meant, and what is known of the world around the zone. */
final class RolloverOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "METHOD",
      description =
          "zsk-prepublish, zsk-double-signature, ksk-double-signature, ksk-prepublish, algorithm,"
              + " revoke-rfc5011, go-insecure or go-secure.")
  private @Nullable RolloverMethod method;

  @Option(names = "--method", paramLabel = "METHOD", description = "The same as METHOD alone.")
  private @Nullable RolloverMethod named;

  @Option(
      names = "--replace",
      paramLabel = "KEY",
      description = "The key to replace, where the zone has several that it could be.")
  private List<KeyArgument> replaced = new ArrayList<>();

  @Option(
      names = "--alg",
      paramLabel = "ALG",
      description =
          "The algorithm of the new keys; for the methods algorithm and go-secure. Otherwise that of"
              + " the old key.")
  private @Nullable Algorithm algorithm;

  @Option(
      names = "--length",
      paramLabel = "BITS",
      description = "The length of new RSA keys. Default: that of the old key, else 2048.")
  private @Nullable Integer length;

  @Option(
      names = "--parent-ds",
      paramLabel = "FILE",
      description =
          "Shows the DS records that the parent has now: a dsset- file, the parent's zone file, or"
              + " all that `dig +norec @SERVER DS` prints, asked of a server of the parent and without"
              + " +short; - is stdin.")
  private @Nullable Path parentDs;

  @Mixin private RolloverTimeOptions times = new RolloverTimeOptions();

  Optional<RolloverMethod> method() throws CommandException {
    if (method != null && named != null && method != named) {
      throw CommandException.usage(
          "'" + method + "' and --method " + named + " are two methods", "leave one of them out");
    }
    return Optional.ofNullable(method == null ? named : method);
  }

  /** Returns the DS records of the parent, if they are shown. */
  Optional<DsVersion> parent(DnsName zone, Environment env) throws CommandException, IOException {
    return parentDs == null
        ? Optional.empty()
        : Optional.of(ParentDs.read(parentDs, zone, times.usualDsTtl(), env));
  }

  /** Refuses what is to be handed to the parent as a proof of what the parent has. */
  void refuseOwn(List<Path> handedOver, Environment env) throws CommandException, IOException {
    for (Path own : handedOver) {
      if (parentDs != null
          && Files.exists(own)
          && Files.exists(env.resolve(parentDs))
          && Files.isSameFile(own, env.resolve(parentDs))) {
        throw CommandException.usage(
            "--parent-ds " + parentDs + " is the file for the parent, not what the parent has",
            "ask a server of the parent, such as: dig +norec DS ZONE @SERVER > parent.ds");
      }
    }
  }

  /** Says whether it is known to be on stdin. */
  boolean readsStdin() {
    return parentDs != null && parentDs.toString().equals("-");
  }

  RolloverTimeOptions times() {
    return times;
  }

  /** Puts what is asked for into a request. */
  void addTo(RolloverRequest.Builder request, KeyStores stores)
      throws CommandException, IOException {
    List<StoredKey> keys = new ArrayList<>();
    for (KeyArgument key : replaced) {
      keys.add(stores.find(key));
    }
    request.method(method().orElse(null)).replacing(keys).algorithm(algorithm).bits(length);
  }
}
