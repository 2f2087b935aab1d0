package org.offlinesign.keystore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.offlinesign.file.FileStamp;
import org.offlinesign.file.SmallFile;

/**
 * What key stores held when they were last read or written, so that those who open the same file
 * again need not derive its keys again, which takes as long as guessing a password.
 *
 * <p>Nothing is told of a file that has changed since, or to who has another password. Holds the
 * last {@value #MAX_FILES} files, and of their passwords a salted digest; of those before, whose
 * turn it is to change them. Thread safe.
 */
public final class StoreMemory {
  private static final int MAX_FILES = 16;
  private static final int SALT_OCTETS = 32;

  private final Clock clock;
  private byte[] salt = new byte[0];
  private final Map<Path, RememberedFile> files = new LinkedHashMap<>(MAX_FILES, 0.75f, true);
  private final Map<Path, Changes> changes = new ConcurrentHashMap<>();

  /** Creates a memory of nothing. */
  public StoreMemory() {
    // Whatever time a command is to believe in, files are dated by the clock of the machine.
    this(Clock.systemUTC());
  }

  StoreMemory(Clock clock) {
    this.clock = clock;
  }

  /** Turns the octets of a file into what it holds. */
  @FunctionalInterface
  interface Decoder {
    Pkcs12.Content decode(byte[] octets) throws KeyStoreFileException;
  }

  /**
   * Returns what a file holds.
   *
   * @param password its {@link #digest}
   */
  Pkcs12.Content read(Path file, byte[] password, Decoder decoder)
      throws IOException, KeyStoreFileException {
    return of(file).read(file, password, decoder);
  }

  /**
   * Takes note of what was just written into a file.
   *
   * @param password its {@link #digest}
   */
  void wrote(Path file, byte[] password, byte[] octets, Pkcs12.Content content) {
    of(file).wrote(password, octets, content);
  }

  /** Returns the lock by which those who share this memory take turns to change a file. */
  ReentrantLock turn(Path file) {
    return changes(file).turn;
  }

  /** Returns where those who share this memory add keys to a file together. */
  JointAdditions additions(Path file) {
    return changes(file).additions;
  }

  private Changes changes(Path file) {
    return changes.computeIfAbsent(file, unknown -> new Changes());
  }

  private RememberedFile of(Path file) {
    synchronized (files) {
      RememberedFile known = files.computeIfAbsent(file, unknown -> new RememberedFile());
      if (files.size() > MAX_FILES) {
        files.remove(files.keySet().iterator().next());
      }
      return known;
    }
  }

  /**
   * Returns a salted digest, by which those who share this memory tell that passwords are equal.
   */
  byte[] digest(char[] password) {
    ByteBuffer octets = StandardCharsets.UTF_16BE.encode(CharBuffer.wrap(password));
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt());
      sha256.update(octets);
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    } finally {
      Arrays.fill(
          octets.array(), octets.arrayOffset(), octets.arrayOffset() + octets.capacity(), (byte) 0);
    }
  }

  /**
   * Made when a first password is to be remembered, because the start of randomness takes a while.
   */
  private synchronized byte[] salt() {
    if (salt.length == 0) {
      salt = new byte[SALT_OCTETS];
      new SecureRandom().nextBytes(salt);
    }
    return salt;
  }

  /** Where threads meet that change a file. Never forgotten: some may be waiting there. */
  private static final class Changes {
    /** A fair one: nobody is to wait until a whole batch of others is done. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final JointAdditions additions = new JointAdditions();
  }

  private final class RememberedFile {
    private byte[] password = new byte[0];
    private byte[] octets = new byte[0];
    private FileStamp stamp = FileStamp.NONE;
    private Pkcs12.Content content = Pkcs12.Content.EMPTY;

    synchronized Pkcs12.Content read(Path file, byte[] typed, Decoder decoder)
        throws IOException, KeyStoreFileException {
      boolean known = Arrays.equals(password, typed);
      FileStamp present = FileStamp.of(file, clock);
      if (known && stamp.provesUnchanged(present)) {
        return content;
      }
      byte[] read = SmallFile.read(file, StoreFile.MAX_OCTETS);
      if (!known || read.length == 0 || !Arrays.equals(octets, read)) {
        wrote(typed, read, decoder.decode(read));
      }
      stamp = present;
      return content;
    }

    synchronized void wrote(byte[] typed, byte[] written, Pkcs12.Content decoded) {
      password = typed;
      octets = written;
      content = decoded;
      // The file may have been changed again by now, so that nothing is known of its date.
      stamp = FileStamp.NONE;
    }
  }
}
