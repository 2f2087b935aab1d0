package org.offlinesign.selftest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CertificateValidity;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.SignatureVerifier;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.keystore.KeyRequest;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.KeyStoreSettings;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.name.DnsName;

/** Makes a key store with a key, opens it again, and signs with the key. */
final class KeyStoreCheck {
  private static final byte[] DATA = new byte[64];

  private final CryptoProviders providers;
  private final Surroundings surroundings;

  KeyStoreCheck(CryptoProviders providers, Surroundings surroundings) {
    this.providers = providers;
    this.surroundings = surroundings;
  }

  CheckResult result() throws IOException {
    return new CheckResult("PKCS #12", "a key that is kept and read again", List.of(), problems());
  }

  private List<String> problems() throws IOException {
    // Of no key that anybody keeps.
    char[] password = "of a key store that is gone in a second".toCharArray();
    Path path = surroundings.folder().resolve("self-test.p12");
    try {
      StoredKey made = make(path, password);
      // A memory of its own makes it read the file.
      try (KeyStoreFile again = KeyStoreFile.open(path, password, settings())) {
        return again.keys().stream().anyMatch(key -> isSame(key, made))
            ? signs(again.keys().get(0).signingKey().orElseThrow())
            : List.of("the key is not in the key store any more");
      }
    } catch (KeyStoreFileException | SigningException | UnusableKeyException e) {
      return List.of(String.valueOf(e.getMessage()));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private StoredKey make(Path path, char[] password)
      throws IOException, KeyStoreFileException, SigningException {
    Instant now = surroundings.clock().instant();
    KeySpec spec = KeySpec.of(Algorithm.ECDSAP256SHA256, KeyRole.ZSK);
    KeyRequest request =
        KeyRequest.of(DnsName.of("example."), spec, CertificateValidity.startingBefore(now));
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(path, password, settings())) {
      return store.generate(request);
    }
  }

  private static boolean isSame(StoredKey one, StoredKey other) {
    return one.facts().orElseThrow().isSameKey(other.facts().orElseThrow());
  }

  private KeyStoreSettings settings() {
    return KeyStoreSettings.of(providers, surroundings.clock());
  }

  private List<String> signs(SigningKey key) throws SigningException, UnusableKeyException {
    byte[] signature = key.newSigner(providers).sign(DATA, 0, DATA.length);
    return SignatureVerifier.of(key.facts().dnskey(), providers)
            .verify(DATA, 0, DATA.length, signature)
        ? List.of()
        : List.of("the key signs wrongly once it has been kept");
  }
}
