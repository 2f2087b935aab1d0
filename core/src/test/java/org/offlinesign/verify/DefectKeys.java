package org.offlinesign.verify;

import java.io.IOException;
import java.nio.file.Path;
import org.offlinesign.key.BindKeyFile;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.rdata.Dnskey;

/**
 * The keys that sign the zones with defects. They are for nothing else: their private halves lie in
 * the open, so that the zones can be made again.
 */
final class DefectKeys {
  static final Path FOLDER = Path.of("src", "test", "resources", "defects");
  static final SigningKey ZSK = read("zsk");
  static final SigningKey KSK = read("ksk");
  static final SigningKey SPARE = read("spare");
  static final SigningKey ED25519 = read("ed25519");
  static final SigningKey RSASHA512 = read("rsasha512");
  static final SigningKey RSASHA1 = read("rsasha1");

  private DefectKeys() {}

  private static SigningKey read(String name) {
    try {
      return BindKeyFile.read(FOLDER.resolve("keys").resolve(name + ".key"));
    } catch (IOException | UnusableKeyException e) {
      throw new AssertionError(e);
    }
  }

  static Dnskey dnskey(SigningKey key) {
    return ExampleSigner.dnskey(key);
  }

  /** Returns the key tag as it stands in a line. */
  static String tag(SigningKey key) {
    return " " + dnskey(key).keyTag() + " ";
  }
}
