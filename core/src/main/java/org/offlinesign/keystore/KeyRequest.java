package org.offlinesign.keystore;

import org.jspecify.annotations.Nullable;
import org.offlinesign.key.CertificateValidity;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.name.DnsName;

/** A key that is to be made and kept. Immutable. */
public final class KeyRequest {
  private final DnsName zone;
  private final KeySpec spec;
  private final CertificateValidity validity;
  private final Options options;

  private record Options(
      @Nullable String friendlyName, KeyTiming timing, @Nullable String rollover) {
    Options {
      KeyAttributes.NONE.withRollover(rollover);
    }
  }

  private KeyRequest(DnsName zone, KeySpec spec, CertificateValidity validity, Options options) {
    this.zone = zone;
    this.spec = spec;
    this.validity = validity;
    this.options = options;
  }

  /** Asks for a key without a name or timing. */
  public static KeyRequest of(DnsName zone, KeySpec spec, CertificateValidity validity) {
    return new KeyRequest(zone, spec, validity, new Options(null, KeyTiming.NONE, null));
  }

  /** Asks for a friendly name, which other keys may have too. */
  public KeyRequest withFriendlyName(@Nullable String name) {
    return with(new Options(name, options.timing, options.rollover));
  }

  /** Asks for timing; the time of creation is added if it is not set. */
  public KeyRequest withTiming(KeyTiming timing) {
    return with(new Options(options.friendlyName, timing, options.rollover));
  }

  /** Asks for a note, one word, of the rollover that the key is made for. */
  public KeyRequest withRollover(String note) {
    return with(new Options(options.friendlyName, options.timing, note));
  }

  private KeyRequest with(Options changed) {
    return new KeyRequest(zone, spec, validity, changed);
  }

  DnsName zone() {
    return zone;
  }

  KeySpec spec() {
    return spec;
  }

  CertificateValidity validity() {
    return validity;
  }

  @Nullable String friendlyName() {
    return options.friendlyName;
  }

  /** Returns the timing that is asked for. */
  public KeyTiming timing() {
    return options.timing;
  }

  @Nullable String rollover() {
    return options.rollover;
  }
}
