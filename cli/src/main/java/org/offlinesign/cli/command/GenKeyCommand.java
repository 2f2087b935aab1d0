package org.offlinesign.cli.command;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.BeyondToken;
import org.offlinesign.cli.argument.KeyStores;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.KeyDeed;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyLengths;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.SigningException;
import org.offlinesign.keystore.KeyRequest;
import org.offlinesign.keystore.KeySource;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a key pair and keeps it in the key store. */
@Command(
    header = {
      "  offlinesign genkey --zone example.com --flags KSK --friendlyname KSK-example.com",
      "  offlinesign genkey --zone example.com --friendlyname ZSK-example.com --activate +7d"
    },
    customSynopsis = "offlinesign genkey --zone NAME [OPTIONS]",
    description =
        "Makes a key pair for a zone, with a self-signed certificate, and keeps both in the key"
            + " store, which is made if there is none.")
public final class GenKeyCommand implements Subcommand {
  @Option(names = "--zone", required = true, paramLabel = "NAME", description = "The zone.")
  private DnsName zone;

  @Option(
      names = "--alg",
      paramLabel = "ALG",
      description =
          "rsasha256 (default), rsasha512, ecdsap256sha256, ecdsap384sha384, ed25519, ed448, rsasha1"
              + " or nsec3rsasha1.")
  private Algorithm algorithm = Algorithm.RSASHA256;

  @Option(
      names = "--length",
      paramLabel = "BITS",
      description = "Length of an RSA key. Default: 2048. The others have one length.")
  private @Nullable Integer length;

  @Option(
      names = "--flags",
      paramLabel = "KSK|ZSK",
      description = "KSK signs the DNSKEY records; ZSK (default) signs everything.")
  private KeyRole role = KeyRole.ZSK;

  @Option(
      names = "--friendlyname",
      paramLabel = "NAME",
      description = "A name to select the key by.")
  private @Nullable String friendlyName;

  @Option(names = "--json", description = "Print the key as JSON.")
  private boolean json;

  @Mixin private CertificateOptions certificate = new CertificateOptions();
  @Mixin private TimingOptions timing = new TimingOptions();
  @Mixin private StoreOptions store = new StoreOptions();

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    KeyRequest request = request(env);
    try (KeyStores stores = new KeyStores(env, store, env.resources().providers())) {
      if (!request.timing().equals(KeyTiming.NONE)) {
        stores.refuseToken(BeyondToken.TIMES);
      }
      KeySource source = stores.sourceOrNew();
      if (source instanceof KeyStoreFile) {
        // A token refuses a second key of a name.
        KeyWarnings.ofName(friendlyName, source, env);
      }
      env.progress().enter(Stage.GENERATE);
      StoredKey key = source.generate(request);
      env.progress().leave();
      env.notes().key(key, KeyDeed.MADE);
      KeyWarnings.of(key, env);
      if (json) {
        JsonOutput.print(env.out(), generator -> KeyJson.write(key, env.clock(), generator));
      } else {
        KeyText.print("Made", key, source, env);
      }
    } catch (KeyStoreFileException e) {
      throw KeyStores.refused(e);
    } catch (SigningException e) {
      throw KeyStores.unusable(e);
    }
    return ExitCode.DONE;
  }

  private KeyRequest request(Environment env) throws CommandException {
    return KeyRequest.of(zone, spec(), certificate.validity(env.clock()))
        .withFriendlyName(FriendlyName.checked(friendlyName))
        .withTiming(timing.appliedTo(KeyTiming.NONE));
  }

  private KeySpec spec() throws CommandException {
    KeyLengths lengths = algorithm.keyLengths();
    int bits = length == null ? lengths.usual() : length;
    if (!lengths.canGenerate(bits)) {
      throw CommandException.usage(
          "a key of " + bits + " bits is not possible with " + algorithm.mnemonic(),
          lengths.isFixed()
              ? "all its keys have " + lengths + ": leave --length out"
              : "--length takes " + lengths);
    }
    return new KeySpec(algorithm, bits, role);
  }
}
