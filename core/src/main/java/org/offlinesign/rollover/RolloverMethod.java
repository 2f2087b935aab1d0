package org.offlinesign.rollover;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways in which the keys of a zone are changed without a break in the chain of trust. */
public enum RolloverMethod {
  /** The new ZSK is known to all caches before it signs (RFC 7583 §3.2.1). */
  ZSK_PREPUBLISH("zsk-prepublish", RolloverKind.ZSK, "Pre-publication rollover of the ZSK"),
  /** Both ZSKs sign until no cache knows the old one alone (RFC 7583 §3.2.2). */
  ZSK_DOUBLE_SIGNATURE(
      "zsk-double-signature", RolloverKind.ZSK, "Double-signature rollover of the ZSK"),
  /** Both KSKs sign the DNSKEY RRset while the parent changes its DS record (RFC 7583 §3.3.1). */
  KSK_DOUBLE_SIGNATURE(
      "ksk-double-signature", RolloverKind.KSK, "Double-signature rollover of the KSK"),
  /** The parent has DS records of both KSKs while the zone changes its KSK (RFC 7583 §3.3.2). */
  KSK_PREPUBLISH("ksk-prepublish", RolloverKind.KSK, "Double-DS rollover of the KSK"),
  /** All keys give way to keys of another algorithm (RFC 6781 §4.1.4, the conservative way). */
  ALGORITHM("algorithm", RolloverKind.ALGORITHM, "Rollover to another algorithm"),
  /** The old KSK is a trust anchor somewhere, and is revoked (RFC 5011). */
  REVOKE_RFC5011("revoke-rfc5011", RolloverKind.KSK, "Rollover of a KSK that is a trust anchor"),
  /** The zone becomes unsigned. */
  GO_INSECURE("go-insecure", RolloverKind.SECURITY, "The way back to an unsigned zone"),
  /** The zone is signed for the first time (RFC 7583 §3.3.5). */
  GO_SECURE("go-secure", RolloverKind.SECURITY, "The first DS record of a zone");

  private final String label;
  private final RolloverKind kind;
  private final String title;

  RolloverMethod(String label, RolloverKind kind, String title) {
    this.label = label;
    this.kind = kind;
    this.title = title;
  }

  /** Returns the method that a word such as {@code zsk-prepublish} stands for. */
  public static Optional<RolloverMethod> ofLabel(String label) {
    return Arrays.stream(values())
        .filter(method -> method.label.equalsIgnoreCase(label))
        .findFirst();
  }

  /** Returns the words of all methods, for people: {@code zsk-prepublish, ...}. */
  public static String labels() {
    return Arrays.stream(values()).map(RolloverMethod::label).collect(Collectors.joining(", "));
  }

  /** Returns the word for it: {@code zsk-prepublish}. */
  public String label() {
    return label;
  }

  /** Returns which keys it changes; a zone has one rollover of a kind at a time. */
  public RolloverKind kind() {
    return kind;
  }

  /** Returns the heading of its plan. */
  public String title() {
    return title;
  }

  @Override
  public String toString() {
    return label;
  }
}
