package org.offlinesign.keystore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Map;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

/**
 * The slot of a PKCS #11 library that a configuration file of SunPKCS11 names.
 *
 * <p>The provider is the process's own, and not registered with the Java platform. Thread safe.
 */
public final class TokenSlot {
  private static final String KEY_STORE = "PKCS11";

  /** What the return values of PKCS #11 mean that most people see. */
  private static final Map<String, String> RETURN_VALUES =
      Map.of(
          "CKR_SLOT_ID_INVALID", "the library has no slot of that number",
          "CKR_TOKEN_NOT_PRESENT", "there is no token in the slot",
          "CKR_TOKEN_NOT_RECOGNIZED", "the token in the slot is not initialized",
          "CKR_USER_PIN_NOT_INITIALIZED", "nobody has set a PIN for users yet",
          "CKR_DEVICE_REMOVED", "it was taken away",
          "CKR_TOKEN_WRITE_PROTECTED", "it is write-protected",
          "CKR_DEVICE_MEMORY", "it has no room left");

  private final Path configuration;
  private final Provider provider;
  private boolean refusedPin;

  private TokenSlot(Path configuration, Provider provider) {
    this.configuration = configuration;
    this.provider = provider;
  }

  /** Loads the library, and finds the slot and a token in it; nobody logs in yet. */
  static TokenSlot find(Path configuration) throws KeyStoreFileException {
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
      Provider configured = platform.configure(configuration.toString());
      if (configured.getService("KeyStore", KEY_STORE) == null) {
        throw new KeyStoreFileException(
            Reason.MISSING, "no token is in the slot that " + configuration + " names");
      }
      return new TokenSlot(configuration, configured);
    } catch (ProviderException | IllegalArgumentException | UnsupportedOperationException e) {
      throw new KeyStoreFileException(
          Reason.DAMAGED,
          "the configuration " + configuration + " leads to no PKCS #11 token: " + rootOf(e),
          e);
    }
  }

  /** Returns what lies at the bottom of an exception of SunPKCS11, which says little above. */
  private static String rootOf(Exception e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said = root.getMessage() == null ? root.toString() : root.getMessage();
    return RETURN_VALUES.keySet().stream()
        .filter(said::contains)
        .findFirst()
        .map(value -> RETURN_VALUES.get(value) + " (" + value + ")")
        .orElse(said);
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
        Reason.TOKEN, "the token of " + configuration + " " + how + ": " + rootOf(cause), cause);
  }

  Provider provider() {
    return provider;
  }

  /** Returns the configuration file. */
  @Override
  public String toString() {
    return configuration.toString();
  }
}
