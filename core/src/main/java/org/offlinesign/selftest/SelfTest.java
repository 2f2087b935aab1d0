package org.offlinesign.selftest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.key.CryptoProviders;

/**
 * Proves on the examples of the RFCs that this machine computes what DNSSEC asks for, with each
 * implementation of cryptography that would be used. Holds no more than an example.
 */
public final class SelfTest {
  private final CryptoProviders providers;

  /** Prepares the proof of some implementations. */
  public SelfTest(CryptoProviders providers) {
    this.providers = providers;
  }

  /** Checks what needs no files: signatures, key tags, digests, the order and hashes of names. */
  public List<CheckResult> withoutFiles() {
    List<CheckResult> results = new ArrayList<>();
    SignatureCheck signatures = new SignatureCheck(providers);
    SignatureExample.all().forEach(example -> results.add(signatures.of(example)));
    results.addAll(new NumberChecks().all());
    return results;
  }

  /**
   * Checks what needs files: the digest of a zone, and a key store.
   *
   * @throws IOException if the folder cannot be used
   */
  public List<CheckResult> withFiles(Surroundings surroundings) throws IOException {
    return List.of(
        new ZoneDigestCheck(surroundings).result(),
        new KeyStoreCheck(providers, surroundings).result());
  }
}
