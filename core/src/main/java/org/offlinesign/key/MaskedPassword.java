package org.offlinesign.key;

import java.io.Closeable;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A password that is kept for later, under a mask: who looks for it in a dump of the memory does
 * not find it. Who knows this program and takes the dump apart does; nothing that can be undone
 * here could keep it from him. Thread safe.
 */
public final class MaskedPassword implements Closeable {
  private final char[] mask;
  private final char[] masked;

  /** What is done with a password; it must not keep it. */
  @FunctionalInterface
  public interface Use<R, X extends Exception> {
    R of(char[] clear) throws X;
  }

  /** Masks a copy of a password; wiping the original is the caller's. */
  public MaskedPassword(char[] password) {
    byte[] random = new byte[password.length * Character.BYTES];
    new SecureRandom().nextBytes(random);
    this.mask = new char[password.length];
    this.masked = new char[password.length];
    for (int i = 0; i < password.length; i++) {
      mask[i] = (char) (random[2 * i] << Byte.SIZE | (random[2 * i + 1] & 0xff));
      masked[i] = (char) (password[i] ^ mask[i]);
    }
  }

  /** Hands out the password, and wipes it afterwards. */
  public <R, X extends Exception> R use(Use<R, X> use) throws X {
    char[] clear = new char[masked.length];
    try {
      for (int i = 0; i < clear.length; i++) {
        clear[i] = (char) (masked[i] ^ mask[i]);
      }
      return use.of(clear);
    } finally {
      Arrays.fill(clear, '\0');
    }
  }

  /** Wipes it for good. */
  @Override
  public void close() {
    Arrays.fill(mask, '\0');
    Arrays.fill(masked, '\0');
  }
}
