package org.offlinesign.denial;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.offlinesign.name.AsciiCase;
import org.offlinesign.name.DnsName;
import org.offlinesign.wire.Base32Hex;
import org.offlinesign.wire.WireWriter;

/**
 * Hashes names for an NSEC3 chain (RFC 5155 §5): {@code H(H(name | salt) | salt) ...}.
 *
 * <p>For one thread; makes no garbage.
 */
public final class Nsec3Hasher {
  /** The length of a hash in octets. */
  public static final int HASH_OCTETS = 20;

  /** The length of the label that a hash makes. */
  public static final int LABEL_OCTETS = 32;

  private final MessageDigest sha1;
  private final byte[] salt;
  private final int iterations;
  private final byte[] name = new byte[DnsName.MAX_WIRE_LENGTH];

  /** Creates a hasher. */
  public Nsec3Hasher(Nsec3Parameters parameters) {
    try {
      this.sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-1", e);
    }
    this.salt = parameters.salt().toByteArray();
    this.iterations = parameters.iterations();
  }

  /**
   * Writes the hash of an uncompressed name in any case.
   *
   * @param hash has room for {@link #HASH_OCTETS} from {@code hashAt} on
   */
  public void hash(byte[] wire, int wireAt, int wireLength, byte[] hash, int hashAt) {
    System.arraycopy(wire, wireAt, name, 0, wireLength);
    // RFC 5155 §5: the name in canonical form. The length of a label is below 'A'.
    AsciiCase.lower(name, 0, wireLength);
    try {
      sha1.update(name, 0, wireLength);
      sha1.update(salt);
      sha1.digest(hash, hashAt, HASH_OCTETS);
      for (int i = 0; i < iterations; i++) {
        sha1.update(hash, hashAt, HASH_OCTETS);
        sha1.update(salt);
        sha1.digest(hash, hashAt, HASH_OCTETS);
      }
    } catch (DigestException e) {
      throw new AssertionError("a SHA-1 digest has 20 octets", e);
    }
  }

  /** Returns the hash of a name. */
  public byte[] hash(DnsName hashed) {
    byte[] hash = new byte[HASH_OCTETS];
    hash(hashed.toWire(), 0, hashed.wireLength(), hash, 0);
    return hash;
  }

  /**
   * Appends the owner of an NSEC3 record in wire form: the label that stands for a hash, and the
   * zone.
   */
  public static void writeOwner(byte[] hash, int hashAt, DnsName zone, WireWriter out) {
    out.u8(LABEL_OCTETS);
    Base32Hex.encodeLower(hash, hashAt, HASH_OCTETS, out);
    zone.writeTo(out);
  }

  /** Says whether the owners of NSEC3 records below a zone's name fit into 255 octets. */
  public static boolean hasRoomBelow(DnsName zone) {
    return 1 + LABEL_OCTETS + zone.wireLength() <= DnsName.MAX_WIRE_LENGTH;
  }
}
