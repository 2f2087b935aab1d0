package org.offlinesign.cli.page;

import java.util.Locale;
import org.offlinesign.cli.console.Words;
import org.offlinesign.key.DigestType;
import org.offlinesign.rdata.Ds;
import org.offlinesign.verify.TrustChain.KeyLink;

/** What keys and what they do are called. */
final class KeyNames {
  private KeyNames() {}

  /** Returns the role of a key and its tag. */
  static String of(KeyLink key) {
    String role = key.dnskey().isSep() ? key.signsData() ? "CSK" : "KSK" : "ZSK";
    return role + " " + key.keyTag();
  }

  static String digest(Ds ds) {
    return DigestType.of(ds.digestType())
        .map(type -> type.toString().toUpperCase(Locale.ROOT))
        .orElse("digest " + ds.digestType());
  }

  /** Says whether signatures name the key, and none of them is by it. */
  static boolean hasFailed(KeyLink key) {
    return key.valid() == 0 && key.ofKeySet() + key.ofData() > 0;
  }

  /** Returns what a key does in the zone. */
  static String deed(KeyLink key) {
    if (key.dnskey().isRevoked()) {
      return "revoked";
    }
    if (hasFailed(key)) {
      return "no valid signature";
    }
    return key.valid() == 0 ? "signs nothing" : Words.count(key.valid(), "signature");
  }
}
