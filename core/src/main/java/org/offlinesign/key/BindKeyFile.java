package org.offlinesign.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.file.FileWitness;
import org.offlinesign.file.SmallFile;
import org.offlinesign.name.FileNameText;

/**
 * The pair of files in which BIND keeps a key: {@code Kexample.com.+008+32478.key} and {@code
 * .private}, of format v1.2 or v1.3.
 */
public final class BindKeyFile {
  private static final int MAX_OCTETS = 1 << 20;
  private static final String PUBLIC = ".key";
  private static final String PRIVATE = ".private";

  private BindKeyFile() {}

  /**
   * Returns the key in a pair of files.
   *
   * @param path either file, or their common name without an extension
   */
  public static SigningKey read(Path path) throws IOException, UnusableKeyException {
    Path publicFile = withExtension(path, PUBLIC);
    Path privateFile = privateFile(path);
    requireFile(publicFile, privateFile);
    requireFile(privateFile, publicFile);
    ZoneKey key = readPublic(publicFile);
    try {
      BindPrivateKey privateKey = BindPrivateKey.parse(text(privateFile));
      if (privateKey.algorithm() != key.algorithm().number()) {
        throw new UnusableKeyException(
            "expected algorithm "
                + key.algorithm().number()
                + " as in the public key but found "
                + privateKey.algorithm());
      }
      KeyTiming timing = withDsRemoved(privateKey.timing(), text(publicFile));
      return SigningKey.of(key.withTiming(timing), privateKey.privateKey());
    } catch (UnusableKeyException e) {
      throw new UnusableKeyException(privateFile + ": " + e.getMessage(), e);
    }
  }

  /** BIND keeps this time in another file of its own; here it is a comment of the public key. */
  private static KeyTiming withDsRemoved(KeyTiming timing, String publicText) {
    Optional<Instant> removed = BindPublicKey.timing(publicText).at(KeyEvent.DS_REMOVED);
    return removed.isPresent() && timing.at(KeyEvent.DS_REMOVED).isEmpty()
        ? timing.with(KeyEvent.DS_REMOVED, removed.get())
        : timing;
  }

  /** Returns the file of the private half, by either file or the common name of both. */
  public static Path privateFile(Path path) {
    return withExtension(path, PRIVATE);
  }

  /** Returns the key in a {@code .key} file, whose private part may be elsewhere. */
  public static ZoneKey readPublic(Path file) throws IOException, UnusableKeyException {
    try {
      return BindPublicKey.parse(text(file));
    } catch (UnusableKeyException e) {
      throw new UnusableKeyException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Returns the key in two texts, without the times that they may state.
   *
   * @param publicText what stands in a {@code .key} file
   * @param privateText what stands in a {@code .private} file
   */
  public static SigningKey parse(String publicText, String privateText)
      throws UnusableKeyException {
    return SigningKey.of(
        BindPublicKey.parse(publicText), BindPrivateKey.parse(privateText).privateKey());
  }

  /** Returns the key in the text of a {@code .key} file. */
  public static ZoneKey parsePublic(String text) throws UnusableKeyException {
    return BindPublicKey.parse(text);
  }

  private static void requireFile(Path file, Path other) throws UnusableKeyException {
    if (!Files.exists(file)) {
      throw new UnusableKeyException(
          "expected " + file + (Files.exists(other) ? " beside " + other : "") + ", it is missing");
    }
  }

  private static String text(Path file) throws IOException {
    return new String(SmallFile.read(file, MAX_OCTETS), StandardCharsets.ISO_8859_1);
  }

  /** Returns the two files that a key is in, whichever of their names, or common name, is known. */
  public static List<Path> pair(Path path) {
    return List.of(withExtension(path, PUBLIC), withExtension(path, PRIVATE));
  }

  private static Path withExtension(Path path, String extension) {
    String name = Objects.requireNonNull(path.getFileName(), "a file").toString();
    for (String known : List.of(PUBLIC, PRIVATE)) {
      if (name.endsWith(known)) {
        name = name.substring(0, name.length() - known.length());
        break;
      }
    }
    return path.resolveSibling(name + extension);
  }

  /**
   * Writes a key as two files into a folder, the private one for its owner only, and returns them.
   * A file that is there with the same octets is left as it is.
   *
   * @throws FileAlreadyExistsException if either is there with others; nothing is written then
   */
  public static List<Path> write(SigningKey key, Path folder) throws IOException {
    Path publicFile = folder.resolve(baseName(key.facts()) + PUBLIC);
    Path privateFile = folder.resolve(baseName(key.facts()) + PRIVATE);
    if (Files.isSymbolicLink(privateFile)) {
      throw new FileAlreadyExistsException(
          privateFile.toString(), null, "it is a symbolic link, behind which no key is written");
    }
    byte[] privateText = octets(key.export(BindPrivateKey::print));
    byte[] publicText = octets(BindPublicKey.print(key.facts()));
    try {
      boolean hasPrivate = isThere(privateFile, privateText);
      boolean hasPublic = isThere(publicFile, publicText);
      // The private file comes first: a public key alone would look like a key to sign with.
      if (!hasPrivate) {
        AtomicOutput.writeSecret(privateFile, privateText);
      }
      if (!hasPublic) {
        AtomicOutput.write(publicFile, publicText, FileWitness.NONE);
      }
    } finally {
      Arrays.fill(privateText, (byte) 0);
    }
    return List.of(publicFile, privateFile);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Says whether a file is there; one that holds anything else may be the only copy of a key. */
  private static boolean isThere(Path file, byte[] octets) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    boolean isSame = Files.isRegularFile(file) && Files.size(file) == octets.length;
    if (!isSame || !MessageDigest.isEqual(Files.readAllBytes(file), octets)) {
      throw new FileAlreadyExistsException(
          file.toString(), null, "it holds something else than the key that is to be written");
    }
    return true;
  }

  /** Returns the name without extension that BIND gives the files of a key. */
  public static String baseName(ZoneKey key) {
    return String.format(
        Locale.ROOT,
        "K%s.+%03d+%05d",
        FileNameText.of(key.zone()),
        key.algorithm().number(),
        key.keyTag());
  }
}
