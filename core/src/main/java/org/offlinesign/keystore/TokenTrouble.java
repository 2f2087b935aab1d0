package org.offlinesign.keystore;

import java.util.Arrays;
import java.util.Optional;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

/** What of the words of PKCS #11 and its provider most people see, in words for people. */
enum TokenTrouble {
  NO_SLOT("CKR_SLOT_ID_INVALID", "the library has no slot of that number", Reason.DAMAGED),
  ABSENT("CKR_TOKEN_NOT_PRESENT", "there is no token in the slot", Reason.NO_TOKEN),
  NOT_READY(
      "CKR_TOKEN_NOT_RECOGNIZED", "the token in the slot is not initialized", Reason.NO_TOKEN),
  NO_PIN("CKR_USER_PIN_NOT_INITIALIZED", "nobody has set a PIN for users yet", Reason.NO_TOKEN),
  REMOVED("CKR_DEVICE_REMOVED", "it was taken away", Reason.TOKEN),
  READ_ONLY("CKR_TOKEN_WRITE_PROTECTED", "it is write-protected", Reason.TOKEN),
  FULL("CKR_DEVICE_MEMORY", "it has no room left", Reason.TOKEN),
  ALIKE("sharing CKA_ID", "two keys in it have one ID", Reason.ALIKE),
  NO_ALGORITHM("no such algorithm", "it does not know them", Reason.NO_SUCH_KEYS);

  private final String sign;
  private final String meaning;
  private final Reason reason;

  TokenTrouble(String sign, String meaning, Reason reason) {
    this.sign = sign;
    this.meaning = meaning;
    this.reason = reason;
  }

  /** Returns the trouble that a message of the provider is about, if it is known. */
  static Optional<TokenTrouble> in(String message) {
    return Arrays.stream(values()).filter(one -> message.contains(one.sign)).findFirst();
  }

  /** Says it, with the message itself, which a search finds. */
  String told(String message) {
    return meaning + " (" + message + ")";
  }

  Reason reason() {
    return reason;
  }
}
