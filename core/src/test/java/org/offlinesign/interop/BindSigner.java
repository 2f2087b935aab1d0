package org.offlinesign.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.BindKeyFile;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.sign.Validity;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/**
 * Signs zones with {@code dnssec-signzone} and keys of {@code dnssec-keygen}, which serve for every
 * zone: a key's tag does not depend on its owner.
 */
final class BindSigner {
  /** Fixed, so that a failure can be repeated. */
  static final Validity VALIDITY =
      new Validity(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2035-01-01T00:00:00Z"));

  private static final String START = "20260101000000";
  private static final String END = "20350101000000";
  private static final String MADE_FOR = "made.for.any.zone.";

  private final Program signzone = Peers.require("dnssec-signzone");
  private final Path folder;
  private final Denial denial;
  private final List<Path> keyFiles = new ArrayList<>();

  /** Makes a KSK and a ZSK in a folder of their own, for zones with NSEC. */
  BindSigner(Path folder, Algorithm algorithm) throws IOException, InterruptedException {
    this(folder, algorithm, new Nsec());
  }

  /** Makes a KSK and a ZSK in a folder of their own. */
  BindSigner(Path folder, Algorithm algorithm, Denial denial)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.denial = denial;
    Program keygen = Peers.require("dnssec-keygen");
    for (List<String> flags : List.of(List.of("-f", "KSK"), List.<String>of())) {
      List<String> arguments = new ArrayList<>(List.of("-q", "-a", algorithm.mnemonic()));
      if (!algorithm.keyLengths().isFixed()) {
        arguments.addAll(List.of("-b", "1024"));
      }
      arguments.addAll(flags);
      arguments.add(MADE_FOR);
      String name = keygen.run(folder, new byte[0], arguments).orFail().stdout().trim();
      keyFiles.add(folder.resolve(name));
    }
  }

  /** The keys of one zone, as files for BIND and as objects for us. */
  record ZoneKeys(Path folder, List<SigningKey> keys) {}

  /** Writes the keys out for a zone. */
  ZoneKeys keysOf(DnsName zone, Path target) throws IOException, UnusableKeyException {
    Files.createDirectories(target);
    List<SigningKey> keys = new ArrayList<>();
    for (Path file : keyFiles) {
      SigningKey key = BindKeyFile.read(file.resolveSibling(file.getFileName() + ".key"));
      SigningKey renamed = key.with(ZoneKey.of(zone, key.facts().dnskey()));
      String base = BindKeyFile.baseName(renamed.facts());
      String publicText =
          zone.lowerCase() + " IN DNSKEY " + renamed.facts().dnskey() + System.lineSeparator();
      Files.writeString(target.resolve(base + ".key"), publicText, StandardCharsets.ISO_8859_1);
      Files.copy(
          file.resolveSibling(file.getFileName() + ".private"), target.resolve(base + ".private"));
      keys.add(renamed);
    }
    return new ZoneKeys(target, keys);
  }

  /**
   * Signs a zone file; the serial and the DS records stay as they are.
   *
   * @return false if BIND does not sign it
   */
  boolean signs(DnsName zone, Path workingFolder, String file, ZoneKeys keys, Path output)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-S", "-P", "-u", "-N", "keep"));
    arguments.addAll(List.of("-K", keys.folder().toString(), "-d", folder.toString()));
    arguments.addAll(List.of("-s", START, "-e", END, "-O", "full", "-o", zone.toString()));
    arguments.addAll(denialOptions());
    arguments.addAll(List.of("-f", output.toString(), file));
    return signzone.run(workingFolder, new byte[0], arguments).exitCode() == 0;
  }

  private List<String> denialOptions() {
    List<String> options = new ArrayList<>();
    if (denial instanceof Nsec3 nsec3) {
      Nsec3Parameters parameters = nsec3.parameters();
      options.addAll(List.of("-3", parameters.salt().toString()));
      options.addAll(List.of("-H", Integer.toString(parameters.iterations())));
      if (nsec3.optOut()) {
        options.add("-A");
      }
    }
    return options;
  }
}
