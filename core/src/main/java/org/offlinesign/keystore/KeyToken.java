package org.offlinesign.keystore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.offlinesign.file.TargetPath;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.PrivateHalf;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyStoreFileException.Reason;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

/**
 * The keys of any number of zones in a PKCS #11 token, which makes them, signs with them and gives
 * none of them away.
 *
 * <p>A key has a name, its label, and a certificate, whose subject tells zone, algorithm and flags;
 * times a token does not keep. A key without a certificate is not seen. Not thread safe; several
 * threads log in to the token each for themselves.
 */
public final class KeyToken implements KeySource {
  private final TokenSlot slot;
  private final KeyStore token;
  private final KeyStoreSettings settings;
  private KeyIndex index;
  private List<StoredKey> keys;

  private KeyToken(TokenSlot slot, KeyStore token, KeyStoreSettings settings)
      throws KeyStoreFileException {
    this.slot = slot;
    this.token = token;
    this.settings = settings;
    this.keys = read();
    this.index = new KeyIndex(keys);
  }

  /** Logs in to a token. The PIN is not kept; wiping it is the caller's. */
  public static KeyToken open(TokenSlot slot, char[] pin, KeyStoreSettings settings)
      throws IOException, KeyStoreFileException {
    return new KeyToken(slot, slot.login(pin), settings);
  }

  private List<StoredKey> read() throws KeyStoreFileException {
    try {
      List<StoredKey> found = new ArrayList<>();
      List<String> names = Collections.list(token.aliases());
      Collections.sort(names);
      for (String name : names) {
        Key key = token.isKeyEntry(name) ? token.getKey(name, null) : null;
        Certificate certificate = token.getCertificate(name);
        if (key instanceof PrivateKey handle && certificate != null) {
          found.add(stored(name, handle, new X509CertificateHolder(certificate.getEncoded())));
        }
      }
      return List.copyOf(found);
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      throw slot.failed("cannot be read", e);
    }
  }

  private StoredKey stored(String name, PrivateKey handle, X509CertificateHolder certificate) {
    PrivateHalf half =
        PrivateHalf.inToken(slot.provider(), handle, certificate.getSubjectPublicKeyInfo());
    return new StoredKey(half, certificate, name, KeyAttributes.NONE, settings.providers());
  }

  /** Returns the keys in the order of their names. */
  @Override
  public List<StoredKey> keys() {
    return keys;
  }

  @Override
  public List<StoredKey> keys(DnsName zone) {
    return index.ofZone(zone);
  }

  @Override
  public boolean hasKeyNamed(String friendlyName) {
    return !index.named(friendlyName).isEmpty();
  }

  @Override
  public StoredKey find(KeySelector selector) throws KeySelectionException {
    return index.find(selector);
  }

  /**
   * Has the token make a key that does not leave it, named by its certificate's subject if no name
   * is asked for.
   *
   * @throws IllegalArgumentException if times or a note of a rollover are asked for
   */
  @Override
  public StoredKey generate(KeyRequest request)
      throws IOException, KeyStoreFileException, SigningException {
    if (!request.timing().equals(KeyTiming.NONE) || request.rollover() != null) {
      throw new IllegalArgumentException("a token keeps no times and notes");
    }
    Optional<KeyStoreLock> lock = lock();
    try {
      // Where processes cannot be kept apart, threads can.
      synchronized (slot) {
        refresh();
        StoredKey made = made(request);
        keep(made);
        return proved(made);
      }
    } finally {
      if (lock.isPresent()) {
        lock.get().close();
      }
    }
  }

  /**
   * Keeps others who use the same configuration file from making keys: a token tells keys by names,
   * and shows none any more once two have the same. Where no lock can be written beside the file,
   * nobody is kept.
   */
  private Optional<KeyStoreLock> lock() throws IOException, KeyStoreFileException {
    Path file = TargetPath.ofAny(slot.configuration());
    Path lock = StoreCompanion.LOCK.of(file);
    boolean canLock = Files.isWritable(Files.exists(lock) ? lock : file.resolveSibling("."));
    return canLock ? Optional.of(KeyStoreLock.take(file, settings)) : Optional.empty();
  }

  private void refresh() throws IOException, KeyStoreFileException {
    try {
      token.load(null, null);
    } catch (GeneralSecurityException | ProviderException e) {
      throw slot.failed("cannot be read", e);
    }
    keys = read();
    index = new KeyIndex(keys);
  }

  private StoredKey made(KeyRequest request) throws KeyStoreFileException, SigningException {
    SigningKey key = newKey(request);
    if (key.privateHalf().handle().getFormat() != null) {
      throw new KeyStoreFileException(
          Reason.REVEALING,
          "the token of " + slot + " would give away the private keys it makes, so none was kept");
    }
    StoredKey stored = StoredKey.of(key, request.validity(), settings.providers());
    String asked = request.friendlyName();
    String name = asked == null ? CertificateSubject.of(key.facts()).toString() : asked;
    return stored.withFriendlyName(name);
  }

  private SigningKey newKey(KeyRequest request) throws KeyStoreFileException {
    DnsName zone = request.zone();
    List<Dnskey> present =
        keys(zone).stream().flatMap(key -> key.facts().map(ZoneKey::dnskey).stream()).toList();
    try {
      return KeyGenerator.generate(
          zone,
          request.spec(),
          present,
          () -> PrivateHalf.generate(slot.provider(), request.spec()));
    } catch (GeneralSecurityException | ProviderException e) {
      throw slot.failed("makes no " + request.spec().algorithm().mnemonic() + " keys", e);
    }
  }

  private void keep(StoredKey made) throws IOException, KeyStoreFileException {
    String name = made.friendlyName().orElseThrow();
    // To make a key takes seconds, in which others may have made theirs.
    refresh();
    try {
      // What is there under the name would be deleted.
      if (hasKeyNamed(name) || token.containsAlias(name)) {
        throw new KeyStoreFileException(
            Reason.NAME_TAKEN,
            "the token of "
                + slot
                + " has something called '"
                + name
                + "' already, and tells keys by their names");
      }
      Certificate[] chain = {certificateOf(made)};
      token.setKeyEntry(name, made.privateHalf().handle(), null, chain);
    } catch (GeneralSecurityException | ProviderException e) {
      throw slot.failed("does not keep the new key", e);
    }
  }

  private static Certificate certificateOf(StoredKey key) throws CertificateException {
    try {
      byte[] encoded = key.holder().orElseThrow().getEncoded();
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (IOException e) {
      throw new AssertionError("a certificate has a DER form", e);
    }
  }

  /** Returns a new key as the token has it now, after a signature with it. */
  private StoredKey proved(StoredKey made)
      throws IOException, KeyStoreFileException, SigningException {
    refresh();
    for (StoredKey kept : keys) {
      if (kept.isSameKey(made)) {
        trySigning(kept);
        return kept;
      }
    }
    throw new KeyStoreFileException(
        Reason.TOKEN,
        "the token of " + slot + " does not show the key that it has just made: " + made);
  }

  private void trySigning(StoredKey kept) throws KeyStoreFileException, SigningException {
    try {
      kept.signingKey().orElseThrow().newSigner(settings.providers());
    } catch (SigningException e) {
      forget(kept, e);
      throw e;
    }
  }

  private void forget(StoredKey key, SigningException reason) throws KeyStoreFileException {
    try {
      token.deleteEntry(key.friendlyName().orElseThrow());
    } catch (GeneralSecurityException | ProviderException e) {
      KeyStoreFileException kept =
          slot.failed("keeps a key that does not sign, " + key.describe(), e);
      kept.addSuppressed(reason);
      throw kept;
    }
  }

  /** Does nothing, because others of this process may be logged in: the login ends with it. */
  @Override
  public void close() {}

  /** Returns the configuration file. */
  @Override
  public String toString() {
    return slot.toString();
  }
}
