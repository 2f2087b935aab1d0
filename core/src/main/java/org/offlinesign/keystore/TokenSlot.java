package org.offlinesign.keystore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import org.offlinesign.file.SmallFile;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

/**
 * The slot of a PKCS #11 library that a configuration file of SunPKCS11 names.
 *
 * <p>The provider is the process's own, and not registered with the Java platform. Thread safe.
 */
public final class TokenSlot {
  private static final String KEY_STORE = "PKCS11";
  private static final int MAX_CONFIGURATION = 1 << 20;

  /** What holds of the private keys made here, whatever a configuration file says before. */
  private static final String NEVER_LEAVE =
      """

      attributes(generate, CKO_PRIVATE_KEY, *) = {
        CKA_SENSITIVE = true
        CKA_EXTRACTABLE = false
      }
      """;

  private final Path configuration;
  private final Provider provider;
  private boolean refusedPin;

  private TokenSlot(Path configuration, Provider provider) {
    this.configuration = configuration;
    this.provider = provider;
  }

  /** Loads the library, and finds the slot and a token in it; nobody logs in yet. */
  static TokenSlot find(Path configuration) throws IOException, KeyStoreFileException {
    if (!Files.exists(configuration)) {
      throw new KeyStoreFileException(
          Reason.MISSING, "there is no PKCS #11 configuration " + configuration);
    }
    Provider platform = Security.getProvider("SunPKCS11");
    if (platform == null) {
      throw new KeyStoreFileException(
          Reason.UNSUPPORTED,
          "this Java cannot use PKCS #11 tokens: its module jdk.crypto.cryptoki is missing, or"
              + " SunPKCS11 is not among its providers");
    }
    try {
      Provider configured = configure(platform, configuration);
      if (configured.getService("KeyStore", KEY_STORE) == null) {
        throw new KeyStoreFileException(
            Reason.NO_TOKEN, "no token is in the slot that " + configuration + " names");
      }
      return new TokenSlot(configuration, configured);
    } catch (ProviderException | IllegalArgumentException | UnsupportedOperationException e) {
      throw new KeyStoreFileException(
          reasonOf(e, Reason.DAMAGED),
          "the configuration " + configuration + " leads to no PKCS #11 token: " + told(e),
          e);
    }
  }

  private static Provider configure(Provider platform, Path configuration) throws IOException {
    byte[] octets = SmallFile.read(configuration, MAX_CONFIGURATION);
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    // In text behind --, the provider takes \n for a line end, even in C:\name; it knows C:/name.
    return platform.configure("--" + text.replace("\\n", "/n") + NEVER_LEAVE);
  }

  /** Returns what lies at the bottom of an exception of SunPKCS11, which says little above. */
  private static String rootOf(Exception e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  private static String told(Exception e) {
    String root = rootOf(e);
    return TokenTrouble.in(root).map(known -> known.told(root)).orElse(root);
  }

  private static Reason reasonOf(Exception e, Reason other) {
    return TokenTrouble.in(rootOf(e)).map(TokenTrouble::reason).orElse(other);
  }

  /**
   * Logs in, if nobody has in this process, and returns what the token holds. A PIN that was
   * refused once is not followed by another: tokens lock themselves after a few.
   */
  synchronized KeyStore login(char[] pin) throws IOException, KeyStoreFileException {
    if (refusedPin) {
      throw new KeyStoreFileException(
          Reason.WRONG_PASSWORD,
          "the token of "
              + configuration
              + " has refused a PIN before, and is not asked again: it would lock itself");
    }
    try {
      KeyStore content = KeyStore.getInstance(KEY_STORE, provider);
      content.load(null, pin);
      return content;
    } catch (IOException | GeneralSecurityException | ProviderException e) {
      throw refused(e);
    }
  }

  private KeyStoreFileException refused(Exception e) {
    String root = rootOf(e);
    if (!root.contains("CKR_PIN_")) {
      return failed("cannot be opened", e);
    }
    refusedPin = true;
    return new KeyStoreFileException(
        Reason.WRONG_PASSWORD,
        root.contains("CKR_PIN_LOCKED")
            ? "the token of "
                + configuration
                + " is locked: it was given too many wrong PINs; only its security officer unlocks"
                + " it"
            : "wrong PIN for the token of "
                + configuration
                + " ("
                + root
                + "); after a few wrong ones a token locks itself",
        e);
  }

  /** Returns that a token has failed. */
  KeyStoreFileException failed(String how, Exception cause) {
    return new KeyStoreFileException(
        reasonOf(cause, Reason.TOKEN),
        "the token of " + configuration + " " + how + ": " + told(cause),
        cause);
  }

  Provider provider() {
    return provider;
  }

  Path configuration() {
    return configuration;
  }

  /** Returns the configuration file. */
  @Override
  public String toString() {
    return configuration.toString();
  }
}
