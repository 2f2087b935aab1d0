package org.offlinesign.sign;

import java.util.List;
import java.util.stream.Collectors;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.SharedTag;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.sign.SigningWarning.Code;

/** What is to be said of the keys of a zone that is signed with them all the same. */
final class KeyWarnings {
  /** What datagrams carry without being cut to pieces on most paths (DNS flag day 2020). */
  private static final int DATAGRAM = 1232;

  // RFC 1035 §4.1: header; type and class of the question; pointer, type, class, TTL and length of
  // each record. RFC 6891 §6.1.2: the OPT record. RFC 4034 §3.1: RRSIG without its names.
  private static final int HEADER = 12;
  private static final int QUESTION_TAIL = 4;
  private static final int RECORD_HEAD = 12;
  private static final int OPT = 11;
  private static final int RRSIG_HEAD = 18;

  private final SigningContext context;
  private final Warnings warnings;

  KeyWarnings(SigningContext context) {
    this.context = context;
    this.warnings = context.warnings();
  }

  /** Looks at what was asked for. */
  void ofRequest() {
    for (PlannedKey planned : context.plan().keys()) {
      ofAlgorithm(planned);
      ofHost(planned.key());
      ofKey(planned.key());
    }
    if (context.request().digests().contains(DigestType.SHA1)) {
      warnings.add(
          Code.SHA1,
          "DS records with SHA-1 are made as asked, though they must not be used for delegation"
              + " (RFC 9905); --digest sha256 makes those that may");
    }
  }

  private void ofAlgorithm(PlannedKey planned) {
    if (planned.key().algorithm().usesSha1()) {
      String does =
          planned.signingKey() == null ? " is for signing with SHA-1" : " signs with SHA-1";
      warnings.add(
          Code.SHA1,
          "the key "
              + planned.key()
              + does
              + ", which must not be used for signing (RFC 9905); roll over to"
              + " RSASHA256 or ECDSAP256SHA256");
    }
  }

  private void ofHost(ZoneKey key) {
    if (context.layout() == ZoneLayout.WINDOWS && !key.algorithm().isKnownToWindows()) {
      warnings.add(
          Code.UNKNOWN_TO_WINDOWS,
          "the key "
              + key
              + " has an algorithm that no Windows DNS server knows, so that none can serve the"
              + " zone as signed; the nearest that they know is ECDSAP256SHA256");
    }
  }

  private void ofKey(ZoneKey key) {
    if (key.algorithm().keyLengths().isWeak(key.bits())) {
      warnings.add(
          Code.SHORT_KEY,
          "the key "
              + key
              + " has "
              + key.bits()
              + " bits; under 1024 bits RSA can be broken: roll over to"
              + " a longer key");
    }
    key.certificate()
        .filter(certificate -> !certificate.isValidAt(context.now()))
        .ifPresent(
            certificate ->
                warnings.add(
                    Code.CERTIFICATE,
                    "the certificate of the key "
                        + key
                        + " is valid from "
                        + certificate.validity().from()
                        + " to "
                        + certificate.validity().to()
                        + " only; it is used all the same, since resolvers do not see certificates"));
  }

  /**
   * Looks at the DNSKEY RRset of the signed zone.
   *
   * @param unknown the keys of which nothing but the DNSKEY record is known
   * @param signers the keys with a signature over it
   */
  void ofRrset(List<Dnskey> published, List<Dnskey> unknown, List<ZoneKey> signers) {
    for (Dnskey key : unknown) {
      warnings.add(
          Code.UNKNOWN_ALGORITHM,
          "the zone's DNSKEY "
              + key.keyTag()
              + " has algorithm "
              + key.algorithm()
              + ", which is not known here: it stays, and nothing is signed with it; --dnskey"
              + " replace takes it out");
    }
    SharedTag.among(published).forEach(pair -> warnings.add(Code.SHARED_KEY_TAG, pair.advice()));
    ofEntryPoints(published, signers);
    int size = answerOctets(published, signers);
    if (size > DATAGRAM) {
      warnings.add(
          Code.LARGE_DNSKEY_ANSWER,
          "the answer with the DNSKEY RRset has "
              + size
              + " octets; over "
              + DATAGRAM
              + " it is cut to pieces or asked for again over TCP. Fewer or shorter keys make it"
              + " smaller");
    }
  }

  /** RFC 4035 §5.2: a DS record leads to a key only if that key signs the DNSKEY RRset. */
  private void ofEntryPoints(List<Dnskey> published, List<ZoneKey> signers) {
    List<Dnskey> entryPoints =
        published.stream().filter(key -> key.isSep() && !key.isRevoked()).toList();
    boolean anySigns = signers.stream().anyMatch(signer -> entryPoints.contains(signer.dnskey()));
    if (!entryPoints.isEmpty() && !anySigns) {
      boolean keeps = context.request().signaturePolicy().keepUntil() != null;
      warnings.add(
          Code.ENTRY_POINT_UNUSED,
          "no KSK signs the DNSKEY RRset, only published is "
              + entryPoints.stream()
                  .map(key -> Integer.toString(key.keyTag()))
                  .collect(Collectors.joining(", "))
              + ": if the parent's DS record points to it, the zone will be bogus; name it with"
              + " --signkey (/SignKey)"
              + (keeps ? "" : ", or keep a signature that it made before with --keep-until"));
    }
  }

  private int answerOctets(List<Dnskey> published, List<ZoneKey> signers) {
    int nameOctets = context.zone().wireLength();
    int octets = HEADER + nameOctets + QUESTION_TAIL + OPT;
    for (Dnskey key : published) {
      octets += RECORD_HEAD + key.toRdata().length();
    }
    for (ZoneKey signer : signers) {
      octets += RECORD_HEAD + RRSIG_HEAD + nameOctets + signer.signatureLength();
    }
    return octets;
  }
}
