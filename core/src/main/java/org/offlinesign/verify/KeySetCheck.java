package org.offlinesign.verify;

import java.util.Arrays;
import java.util.List;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Checks each DNSKEY record at the apex by itself and beside the others. */
final class KeySetCheck {
  private static final int KNOWN_FLAGS = Dnskey.ZONE_KEY | Dnskey.REVOKE | Dnskey.SEP;

  private final OwnerNode apex;
  private final NodeRrset rrset;
  private final List<ApexKey> keys;
  private final Findings findings;

  KeySetCheck(OwnerNode apex, NodeRrset rrset, List<ApexKey> keys, Findings findings) {
    this.apex = apex;
    this.rrset = rrset;
    this.keys = keys;
    this.findings = findings;
  }

  /** Reports what can be said before any signature is looked at. */
  void report() {
    for (ApexKey key : keys) {
      checkProtocol(key);
      checkFlags(key);
      checkUsability(key);
      for (ApexKey other : keys.subList(0, key.index())) {
        compare(key, other);
      }
      reportTagAfterRevocation(key);
      RsaKeyForm.of(key.dnskey()).ifPresent(form -> form.report(subject(key), findings));
    }
  }

  /** RFC 5011 §2.1: a key is revoked only if it signs the RRset that says so. */
  void reportUnsignedRevocations(SignatureTally tally) {
    for (ApexKey key : keys) {
      boolean usable = key.usability() == ApexKey.Usability.USABLE && key.maySign();
      if (usable && key.dnskey().isRevoked() && !tally.signsKeySetNow(key)) {
        add(
            FindingCode.DNSKEY_REVOCATION_UNSIGNED,
            key,
            "expected a valid signature of the DNSKEY RRset by the revoked " + key);
      }
    }
  }

  private void checkProtocol(ApexKey key) {
    if (key.dnskey().protocol() != Dnskey.PROTOCOL) {
      add(
          FindingCode.DNSKEY_PROTOCOL,
          key,
          "expected protocol 3 but found " + key.dnskey().protocol());
    }
  }

  private void checkFlags(ApexKey key) {
    int unknown = key.dnskey().flags() & ~KNOWN_FLAGS;
    if (!key.dnskey().isZoneKey()) {
      add(FindingCode.DNSKEY_NOT_ZONE_KEY, key, key + " must not sign: its flags say no zone key");
    }
    if (unknown != 0) {
      add(
          FindingCode.DNSKEY_FLAGS,
          key,
          "the flags " + key.dnskey().flags() + " hold " + unknown + ", which has no meaning");
    }
  }

  private void checkUsability(ApexKey key) {
    switch (key.usability()) {
      case UNSUPPORTED ->
          add(
              FindingCode.ALGORITHM_UNSUPPORTED,
              key,
              "signatures by " + key + " cannot be checked by this program");
      case MALFORMED ->
          add(
              FindingCode.DNSKEY_UNUSABLE,
              key,
              "no signature can be checked with " + key + ": " + key.fault());
      case USABLE -> {}
    }
  }

  private void compare(ApexKey key, ApexKey other) {
    if (other.isNamedBy(key.keyTag(), key.dnskey().algorithm())) {
      add(FindingCode.DNSKEY_TAG_COLLISION, key, "another key has the tag of " + key);
    } else if (isSameKey(key, other)) {
      add(
          FindingCode.DNSKEY_DUPLICATE,
          key,
          key + " and " + other + " are one key with different flags");
    }
  }

  private static boolean isSameKey(ApexKey key, ApexKey other) {
    return key.dnskey().algorithm() == other.dnskey().algorithm()
        && Arrays.equals(key.dnskey().publicKey(), other.dnskey().publicKey());
  }

  // RFC 5011 §2.1: revoking a key changes its tag, which is to stay unlike all others.
  private void reportTagAfterRevocation(ApexKey key) {
    int tag = key.dnskey().revokedKeyTag();
    for (ApexKey other : keys) {
      boolean collides = other.isNamedBy(tag, key.dnskey().algorithm()) && !isSameKey(key, other);
      if (collides && key.dnskey().isSep() && !key.dnskey().isRevoked()) {
        add(
            FindingCode.DNSKEY_TAG_AFTER_REVOCATION,
            key,
            "once revoked, " + key + " would have the tag of " + other);
      }
    }
  }

  private void add(FindingCode code, ApexKey key, String message) {
    findings.add(code, subject(key), message);
  }

  private Subject subject(ApexKey key) {
    return Subject.of(apex, rrset, key.index());
  }
}
