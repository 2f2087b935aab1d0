package org.offlinesign.seal;

import java.security.MessageDigest;
import java.util.Base64;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.Signer;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;

/** Digests a zone file while it is being written, and makes its seal. Not thread safe. */
public final class FileSealer {
  private final MessageDigest digest;

  /** Begins a file. */
  public FileSealer(CryptoProviders providers) {
    this.digest = newDigest(providers);
  }

  /**
   * Returns what digests files: not the platform's, which takes a second for the first twenty
   * megabytes of a process.
   */
  static MessageDigest newDigest(CryptoProviders providers) {
    return providers.digest("SHA-256");
  }

  /** Takes the next octets of the file. */
  public void update(byte[] octets) {
    digest.update(octets);
  }

  /** Returns the closing line, without its end, of a file whose octets have all been taken. */
  public byte[] seal(DnsName zone, FileLayout layout, Proof proof, Signer signer)
      throws SigningException {
    byte[] signed = Seal.signedOctets(zone, layout, proof, digest.digest());
    ZoneKey key = signer.key();
    String signature = Base64.getEncoder().encodeToString(signer.sign(signed, 0, signed.length));
    return Seal.octets(
        new Seal(layout, proof, key.dnskey().algorithm(), key.keyTag(), signature).line());
  }
}
