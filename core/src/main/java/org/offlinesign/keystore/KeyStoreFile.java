package org.offlinesign.keystore;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.file.FileExposure;
import org.offlinesign.file.TargetPath;
import org.offlinesign.key.CertificateValidity;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.MaskedPassword;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.keystore.KeyStoreFileException.Reason;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

/**
 * The keys of any number of zones in one PKCS #12 file.
 *
 * <p>The file is readable by its owner only. A change takes a lock, reads the file anew, and
 * replaces it whole; the copy before the change stays beside it as {@code .bak}. Deleted keys stay
 * in a file {@code .trash} for 30 days. A symbolic link to the store stays one. Not thread safe;
 * several threads or processes open the store each for themselves.
 */
public final class KeyStoreFile implements KeySource {
  /** How long a deleted key can be recovered. */
  public static final Duration TRASH_LIFETIME = KeyTrash.LIFETIME;

  private final MaskedPassword password;
  private final KeyStoreSettings settings;
  private final StoreFile store;
  private final KeyTrash trash;
  private Pkcs12.Content content = Pkcs12.Content.EMPTY;
  private boolean closed;

  private KeyStoreFile(Path path, char[] password, KeyStoreSettings settings) {
    this.password = new MaskedPassword(password);
    this.settings = settings;
    this.store = new StoreFile(path, this.password, settings);
    this.trash =
        new KeyTrash(
            new StoreFile(
                StoreCompanion.TRASH.of(path), this.password, settings.withBackup(Backup.REPLACED)),
            settings.clock());
  }

  /** Opens a store that exists. The password is copied; wiping the original is the caller's. */
  public static KeyStoreFile open(Path path, char[] password, KeyStoreSettings settings)
      throws IOException, KeyStoreFileException {
    if (!Files.exists(path) && !FileExposure.isForeignLink(path)) {
      throw new KeyStoreFileException(Reason.MISSING, "there is no key store " + path);
    }
    if (FileExposure.isForeignLink(path)) {
      throw new KeyStoreFileException(
          Reason.UNSAFE,
          path
              + " is a symbolic link of "
              + Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName()
              + ", who is neither you nor the owner of the folder, so it is not followed");
    }
    KeyStoreFile opened = new KeyStoreFile(TargetPath.resolve(path), password, settings);
    opened.refreshOrClose();
    return opened;
  }

  /**
   * Opens a store; if there is none, makes its folder, and the file once the first keys are written
   * into it. It is not begun beside the backup of one that was lost.
   */
  public static KeyStoreFile openOrCreate(Path path, char[] password, KeyStoreSettings settings)
      throws IOException, KeyStoreFileException {
    if (Files.exists(path) || FileExposure.isForeignLink(path)) {
      return open(path, password, settings);
    }
    if (password.length == 0) {
      throw new KeyStoreFileException(
          Reason.WRONG_PASSWORD, "expected a password for the new key store " + path);
    }
    StoreFolder.create(path);
    KeyStoreFile begun = new KeyStoreFile(TargetPath.resolve(path), password, settings);
    begun.store.letBegin();
    begun.refreshOrClose();
    return begun;
  }

  private void refreshOrClose() throws IOException, KeyStoreFileException {
    boolean read = false;
    try {
      content = store.read();
      read = true;
    } finally {
      if (!read) {
        close();
      }
    }
  }

  /** Returns the file, symbolic links followed. */
  public Path path() {
    return store.path();
  }

  /** Returns the keys in the order in which they were added, as of the last read or change. */
  @Override
  public List<StoredKey> keys() {
    return content.keys();
  }

  @Override
  public List<StoredKey> keys(DnsName zone) {
    return content.index().get().ofZone(zone);
  }

  @Override
  public boolean hasKeyNamed(String friendlyName) {
    return !content.index().get().named(friendlyName).isEmpty();
  }

  @Override
  public StoredKey find(KeySelector selector) throws KeySelectionException {
    return content.index().get().find(selector);
  }

  /** Returns, in words, who else can read or replace the store, and how weakly it is encrypted. */
  public List<String> warnings() throws IOException {
    Path path = store.path();
    List<String> warnings = new ArrayList<>(FileExposure.ofAny(path, "the key store"));
    if (!content.weaknesses().isEmpty()) {
      warnings.add(
          "the key store "
              + path
              + " is weakly protected ("
              + String.join(", ", content.weaknesses())
              + "); its next change writes it with AES-256 and 100,000 rounds of PBKDF2, and the copy"
              + " before it, .bak, is as weak until the change after that");
    }
    return List.copyOf(warnings);
  }

  @Override
  public StoredKey generate(KeyRequest request)
      throws IOException, KeyStoreFileException, SigningException {
    KeyGenerator generator = new KeyGenerator(settings.providers());
    DnsName zone = request.zone();
    // Long keys take seconds, so the first attempt is made before the store is locked.
    List<Dnskey> early = new Draft(store.path(), content).published(zone);
    SigningKey key = generator.generate(zone, request.spec(), early);
    StoredKey made = stored(key, request);
    return adding(
        draft -> {
          List<Dnskey> present = draft.published(zone);
          return KeyGenerator.collides(key.facts().dnskey(), present)
              ? stored(generator.generate(zone, request.spec(), present), request)
              : made;
        });
  }

  private StoredKey stored(SigningKey key, KeyRequest request) throws SigningException {
    StoredKey made = StoredKey.of(named(key, request), request.validity(), settings.providers());
    return made.with(made.attributes().withRollover(request.rollover()));
  }

  private SigningKey named(SigningKey key, KeyRequest request) {
    KeyTiming timing = request.timing();
    if (timing.at(KeyEvent.CREATED).isEmpty()) {
      timing = timing.with(KeyEvent.CREATED, settings.clock().instant());
    }
    try {
      return key.with(key.facts().withFriendlyName(request.friendlyName()).withTiming(timing));
    } catch (UnusableKeyException e) {
      throw new AssertionError("a name does not change a key", e);
    }
  }

  /** Keeps a key from elsewhere, with a new certificate; the key has to prove that it signs. */
  public StoredKey add(SigningKey key, CertificateValidity validity)
      throws IOException, KeyStoreFileException, SigningException {
    StoredKey stored = StoredKey.of(key, validity, settings.providers());
    return adding(draft -> stored);
  }

  /** Keeps a key from another store, certificate and all. */
  public StoredKey add(StoredKey key) throws IOException, KeyStoreFileException {
    StoredKey stored = key.with(key.attributes().withDeleted(null));
    try {
      return adding(draft -> stored);
    } catch (SigningException e) {
      throw new AssertionError("nothing was signed", e);
    }
  }

  /**
   * Returns how a key from elsewhere is kept, with a new certificate; the key has to prove that it
   * signs. It is not kept yet.
   */
  public StoredKey certified(SigningKey key, CertificateValidity validity) throws SigningException {
    return StoredKey.of(key, validity, settings.providers());
  }

  /** Keeps keys from elsewhere, certificates and all: after a crash either all or none. */
  public List<StoredKey> addAll(List<StoredKey> keys) throws IOException, KeyStoreFileException {
    if (keys.size() == 1 && settings.backup() == Backup.REPLACED) {
      // Other threads of a batch that add keys with it write the backup anew.
      return List.of(add(keys.get(0)));
    }
    List<StoredKey> added =
        keys.stream().map(key -> key.with(key.attributes().withDeleted(null))).toList();
    return changing(
        () -> {
          Draft draft = new Draft(store.path(), content);
          for (StoredKey key : added) {
            draft.add(key);
          }
          if (draft.isChanged()) {
            replace(draft.content());
          }
          return added;
        });
  }

  /** Adds a key, together with those that other threads add at the same time. */
  private StoredKey adding(Addition.Choice choice)
      throws IOException, KeyStoreFileException, SigningException {
    refuseClosed();
    Addition addition = new Addition(choice, password.use(settings.memory()::digest));
    settings.memory().additions(store.path()).make(addition, this::write);
    StoredKey key = addition.key();
    content = addition.content();
    return key;
  }

  private void write(List<Addition> additions) throws IOException, KeyStoreFileException {
    KeyStoreLock lock = KeyStoreLock.take(store.path(), settings);
    try {
      Draft draft = new Draft(store.path(), store.read());
      additions.forEach(addition -> addition.addTo(draft));
      Pkcs12.Content changed = draft.content();
      if (draft.isChanged()) {
        store.write(changed);
      }
      additions.forEach(addition -> addition.written(changed));
    } finally {
      lock.close();
    }
  }

  /** Sets when what happens to a key of this store, and returns the key as it is then. */
  public StoredKey setTiming(StoredKey key, KeyTiming timing)
      throws IOException, KeyStoreFileException {
    return revising(revision -> revision.change(key, present -> present.withTiming(timing)));
  }

  /**
   * Changes several keys of this store at once: after a crash either all are changed or none.
   * Returns the keys as they are then, in the order of the changes.
   *
   * @throws KeyStoreFileException if somebody else has changed one of the keys since it was read
   */
  public List<StoredKey> change(List<KeyChange> changes) throws IOException, KeyStoreFileException {
    return revising(revision -> revision.change(changes));
  }

  /** Moves a key of this store into the trash, and empties the trash of what is too old. */
  public void delete(StoredKey key) throws IOException, KeyStoreFileException {
    revising(
        revision -> {
          StoredKey removed = revision.remove(key);
          // The store is written after the trash, so that a crash between the two leaves the key
          // in both, never in neither.
          trash.throwAway(removed);
          return removed;
        });
  }

  /** Returns the deleted keys that can still be recovered. */
  public List<StoredKey> trash() throws IOException, KeyStoreFileException {
    return trash.keys();
  }

  /** Takes a deleted key back into the store. */
  public StoredKey recover(KeySelector selector)
      throws IOException, KeyStoreFileException, KeySelectionException {
    return changing(
        () -> {
          List<StoredKey> rest = new ArrayList<>(trash.keys());
          StoredKey chosen = selector.select(rest);
          StoredKey recovered = chosen.with(chosen.attributes().withDeleted(null));
          // It is in both where a deletion or a recovery before was cut short between the two.
          if (keys().stream().noneMatch(recovered::isSameKey)) {
            Draft draft = new Draft(store.path(), content);
            draft.add(recovered);
            replace(draft.content());
          }
          rest.remove(chosen);
          trash.keepOnly(rest);
          return recovered;
        });
  }

  /**
   * Writes some keys into a new store for another machine.
   *
   * @param newPassword the password of the new store
   */
  public static void export(List<StoredKey> keys, Path target, char[] newPassword)
      throws IOException, KeyStoreFileException {
    KeyStoreSettings settings =
        KeyStoreSettings.of(CryptoProviders.withoutNative(), Clock.systemUTC());
    try (MaskedPassword masked = new MaskedPassword(newPassword);
        StoreFile file = new StoreFile(target, masked, settings)) {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new KeyStoreFileException(
            Reason.EXISTS, target + " exists, and is not overwritten with keys");
      }
      file.write(new Pkcs12.Content(List.copyOf(keys), List.of()));
    }
  }

  private interface Step<T> {
    T apply(Revision revision) throws IOException, KeyStoreFileException;
  }

  /** Changes keys that the file holds now, and writes them then. */
  @CanIgnoreReturnValue
  private <T> T revising(Step<T> step) throws IOException, KeyStoreFileException {
    return changing(
        () -> {
          Revision revision = new Revision(store.path(), content);
          T result = step.apply(revision);
          replace(revision.content());
          return result;
        });
  }

  private interface Change<T, X extends Exception> {
    T make() throws IOException, KeyStoreFileException, X;
  }

  /** Makes a change to what the file holds now, while nobody else can change it. */
  @CanIgnoreReturnValue
  private <T, X extends Exception> T changing(Change<T, X> change)
      throws IOException, KeyStoreFileException, X {
    refuseClosed();
    KeyStoreLock lock = KeyStoreLock.take(store.path(), settings);
    try {
      content = store.read();
      return change.make();
    } finally {
      lock.close();
    }
  }

  private void refuseClosed() {
    if (closed) {
      // The password is gone, and with it the file would be written unreadable.
      throw new IllegalStateException("the key store " + store.path() + " is closed");
    }
  }

  private void replace(Pkcs12.Content changed) throws IOException, KeyStoreFileException {
    store.write(changed);
    content = changed;
  }

  /**
   * Wipes the password and what was derived from it; no more changes can be made. Keys taken out
   * can still be used.
   */
  @Override
  public void close() {
    closed = true;
    password.close();
    store.close();
    trash.close();
  }

  /** Returns the file's path only. */
  @Override
  public String toString() {
    return store.path().toString();
  }
}
