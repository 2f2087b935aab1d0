package org.offlinesign.seal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import org.offlinesign.file.AdvisedFileException;
import org.offlinesign.file.FileWitness;
import org.offlinesign.file.WitnessedOctets;
import org.offlinesign.file.WrittenFile;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SignatureVerifier;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;

/**
 * A zone file that this program wrote with the keys of the zone, known by the seal at its end.
 *
 * <p>It is read twice: to know it, then once more for what it says. Holds no more than a block and
 * the text of one name. Not thread safe.
 */
public final class FormerZone implements Closeable {
  private static final int BLOCK = 1 << 18;

  private final Path file;
  private final FileChannel channel;
  private final Closeable ending;
  private final Seal seal;
  private final byte[] digest;
  private final Owner owner;
  private final long length;

  private FormerZone(Opened file, Owner owner, Progress progress)
      throws IOException, UnknownFileException {
    this.file = file.path;
    this.channel = file.channel;
    this.ending = file.ending;
    String line = lastLine(channel);
    this.seal =
        Seal.parse(line).orElseThrow(() -> new UnknownFileException("it does not end in a seal"));
    ZoneKey key = key(seal, owner);
    this.owner = owner;
    this.length = channel.size() - line.length();
    this.digest = digest(line, progress, new WitnessedOctets(file.witness));
    if (!isRight(seal, digest, key, owner)) {
      throw new UnknownFileException(
          "its seal does not fit: it was changed after " + key + " had sealed it");
    }
  }

  /**
   * A file to be read.
   *
   * @param ending is closed when nothing more is read of it
   */
  private record Opened(Path path, FileChannel channel, Closeable ending, FileWitness witness) {}

  /** Whose files are believed. */
  public record Owner(DnsName zone, Collection<ZoneKey> keys, CryptoProviders providers) {}

  /**
   * Opens a file, unless nothing shows that it was written with a key of its owner and has not been
   * changed since.
   *
   * @param progress takes note of a stage of its own
   */
  public static FormerZone open(Path file, Owner owner, Progress progress)
      throws IOException, UnknownFileException {
    if (!Files.isRegularFile(file)) {
      throw new UnknownFileException("it is no file that can be read more than once");
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new FormerZone(new Opened(file, channel, channel, progress.files()), owner, progress);
    } catch (IOException | UnknownFileException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Opens a file that has been written but has no name yet, as {@link #open(Path, Owner, Progress)}
   * does another; the file stays open when this is closed.
   */
  public static FormerZone open(WrittenFile file, Owner owner, Progress progress)
      throws IOException, UnknownFileException {
    // What was written just before by the same work is no input of it.
    Opened opened = new Opened(file.path(), file.channel(), () -> {}, FileWitness.NONE);
    return new FormerZone(opened, owner, progress);
  }

  private byte[] digest(String line, Progress progress, WitnessedOctets witnessed)
      throws IOException {
    progress.enter(Stage.SEAL, Optional.of(file.toString()));
    progress.expect(Quantity.OCTETS, length);
    DigestedOctets octets = octets();
    byte[] block = new byte[BLOCK];
    int read = octets.read(block, 0, BLOCK);
    while (read > 0) {
      witnessed.update(block, 0, read);
      progress.count(Quantity.OCTETS, read);
      read = octets.read(block, 0, BLOCK);
    }
    progress.leave();
    byte[] sealed = line.getBytes(StandardCharsets.ISO_8859_1);
    witnessed.update(sealed, 0, sealed.length);
    witnessed.wereRead(file.toString());
    return octets.digest();
  }

  private static String lastLine(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer end = ByteBuffer.allocate((int) Math.min(size, Seal.MAX_LENGTH));
    long start = size - end.capacity();
    int read;
    do {
      read = channel.read(end, start + end.position());
    } while (read > 0);
    String text = new String(end.array(), 0, end.position(), StandardCharsets.ISO_8859_1);
    return text.substring(text.lastIndexOf('\n', text.length() - 2) + 1);
  }

  private static ZoneKey key(Seal seal, Owner owner) throws UnknownFileException {
    for (ZoneKey key : owner.keys()) {
      if (key.keyTag() == seal.keyTag() && key.dnskey().algorithm() == seal.algorithm()) {
        return key;
      }
    }
    throw new UnknownFileException(
        "it is sealed by a key "
            + seal.keyTag()
            + " of algorithm "
            + seal.algorithm()
            + ", which does not sign the whole zone now");
  }

  private static boolean isRight(Seal seal, byte[] digest, ZoneKey key, Owner owner) {
    byte[] signed = Seal.signedOctets(owner.zone(), seal.layout(), seal.proof(), digest);
    try {
      byte[] signature = Base64.getDecoder().decode(seal.signature());
      return SignatureVerifier.of(key.dnskey(), owner.providers())
          .verify(signed, 0, signed.length, signature);
    } catch (IllegalArgumentException noBase64) {
      return false;
    } catch (UnusableKeyException e) {
      throw new AssertionError("a key that signs can be verified with", e);
    }
  }

  /** Returns the name for messages. */
  public Path file() {
    return file;
  }

  /** Says whether all signatures of the file are known to be right. */
  public Proof proof() {
    return seal.proof();
  }

  /** Returns how the file is laid out. */
  public FileLayout layout() {
    return seal.layout();
  }

  DnsName zone() {
    return owner.zone();
  }

  /** Returns a cursor before the first name; several may be in use at the same time. */
  public FormerCursor cursor() throws IOException {
    return new FormerCursor(this, octets());
  }

  private DigestedOctets octets() {
    return new DigestedOctets(channel, length, owner.providers());
  }

  /** Hands on what the file says of each name, in the order of the file. */
  public void forEach(FormerCursor.Sink sink) throws IOException {
    cursor().forEach(sink);
  }

  /** Refuses octets that are not those that the file was known by. */
  void check(byte[] found) throws IOException {
    if (!Arrays.equals(found, digest)) {
      throw new AdvisedFileException(
          file.toString(),
          "it was changed while it was read",
          "start the command again once nothing else writes it");
    }
  }

  @Override
  public void close() throws IOException {
    ending.close();
  }
}
