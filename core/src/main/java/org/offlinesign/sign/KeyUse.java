package org.offlinesign.sign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.seal.FormerZone;

/** A key, and what it is to do in a zone. */
public final class KeyUse {
  private final ZoneKey key;
  private final @Nullable SigningKey signingKey;
  private final SigningScope scope;
  private final @Nullable Validity validity;

  private KeyUse(
      ZoneKey key,
      @Nullable SigningKey signingKey,
      SigningScope scope,
      @Nullable Validity validity) {
    this.key = key;
    this.signingKey = signingKey;
    this.scope = scope;
    this.validity = validity;
  }

  /** Returns the use of a key that signs. */
  public static KeyUse signing(SigningKey key, SigningScope scope) {
    return new KeyUse(key.facts(), scope == SigningScope.PUBLISH_ONLY ? null : key, scope, null);
  }

  /** Returns the use of a key that is only published; its private part is not needed. */
  public static KeyUse published(ZoneKey key) {
    return new KeyUse(key, null, SigningScope.PUBLISH_ONLY, null);
  }

  /** Returns the same use, but the signatures of this key are valid at times of their own. */
  public KeyUse withValidity(Validity itsOwn) {
    return new KeyUse(key, signingKey, scope, itsOwn);
  }

  /** Returns whose files are known again: those sealed by a key that signs now. */
  public static FormerZone.Owner owner(DnsName zone, List<KeyUse> uses, CryptoProviders providers) {
    List<ZoneKey> keys =
        uses.stream().filter(use -> use.signingKey() != null).map(KeyUse::key).toList();
    return new FormerZone.Owner(zone, keys, providers);
  }

  /** Returns what is public about the key. */
  public ZoneKey key() {
    return key;
  }

  /** Returns the key with its private part; null if it is only published. */
  public @Nullable SigningKey signingKey() {
    return signingKey;
  }

  /** Returns what the key signs. */
  public SigningScope scope() {
    return scope;
  }

  /** Returns when signatures of this key are valid; null where that is as for the others. */
  public @Nullable Validity validity() {
    return validity;
  }

  @Override
  public String toString() {
    return key + " " + scope;
  }
}
