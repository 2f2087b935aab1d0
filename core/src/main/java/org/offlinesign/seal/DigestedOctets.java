package org.offlinesign.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import org.offlinesign.key.CryptoProviders;

/** Reads the octets of a file up to an index and digests them on the way. Not thread safe. */
final class DigestedOctets {
  private final FileChannel channel;
  private final long end;
  private final MessageDigest digest;
  private long at;

  /** Begins at the first octet; the channel's own position does not matter. */
  DigestedOctets(FileChannel channel, long end, CryptoProviders providers) {
    this.channel = channel;
    this.end = end;
    this.digest = FileSealer.newDigest(providers);
  }

  /** Reads some octets, at least one; returns how many, or -1 at the end. */
  int read(byte[] target, int offset, int count) throws IOException {
    int wanted = (int) Math.min(count, end - at);
    int read = wanted == 0 ? -1 : channel.read(ByteBuffer.wrap(target, offset, wanted), at);
    if (read > 0) {
      digest.update(target, offset, read);
      at += read;
    }
    return read;
  }

  /** Returns the digest of all octets that have been read, once. */
  byte[] digest() {
    return digest.digest();
  }
}
