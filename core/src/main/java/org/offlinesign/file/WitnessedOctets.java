package org.offlinesign.file;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The octets of one file, seen on their way by who wants to know; nothing is done if nobody does.
 * To be used by one thread at a time.
 */
public final class WitnessedOctets {
  private final FileWitness witness;
  private final @Nullable MessageDigest digest;
  private long count;

  /** Begins a file. */
  public WitnessedOctets(FileWitness witness) {
    this.witness = witness;
    this.digest = witness.newDigest().orElse(null);
  }

  /** Takes the next octets. */
  public void update(byte[] octets, int offset, int length) {
    if (digest != null) {
      digest.update(octets, offset, length);
      count += length;
    }
  }

  /** Tells that the file was read to its end. */
  public void wereRead(String name) {
    if (digest != null) {
      witness.hasRead(new WitnessedFile(name, count, Optional.of(text(digest))));
    }
  }

  /** Tells that no more than this was read of the file. */
  public void werePartlyRead(String name) {
    if (digest != null) {
      witness.hasRead(new WitnessedFile(name, count, Optional.empty()));
    }
  }

  /** Tells that the file was written and has its name. */
  public void wereWritten(Path file) {
    if (digest != null) {
      witness.hasWritten(new WitnessedFile(file.toString(), count, Optional.of(text(digest))));
    }
  }

  private static String text(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
