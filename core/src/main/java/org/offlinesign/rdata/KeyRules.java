package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;

/** What ties the parts of a key's RDATA together: flags, protocol, algorithm, key. */
final class KeyRules {
  private static final int NO_KEY = 0xc000;
  private static final int PRIVATE_NAME = 253;
  private static final int PRIVATE_OID = 254;
  private static final int DER_OID = 6;

  private KeyRules() {}

  /** RFC 2535 §3.1.2: the key of a KEY record is missing exactly where its flags say so. */
  static void keyUnlessNone(WireReader in) throws WireFormatException {
    int flags = in.u16();
    in.skip(2);
    if (in.remaining() == 0 && (flags & NO_KEY) != NO_KEY) {
      throw new WireFormatException("expected a public key but found no octets");
    }
  }

  /** The flags of an RKEY record are zero (draft-reid-dnsext-rkey). */
  static void zeroFlags(WireReader in) throws WireFormatException {
    int flags = in.u16();
    if (flags != 0) {
      throw new WireFormatException("expected flags of 0 but found " + flags);
    }
  }

  /** RFC 4034 App. A.1.1: a private algorithm's key begins with the name or OID of its owner. */
  static void privateAlgorithm(WireReader in) throws WireFormatException {
    in.skip(3);
    int algorithm = in.u8();
    if (in.remaining() == 0) {
      return;
    }
    if (algorithm == PRIVATE_NAME) {
      NameField.skip(in);
    } else if (algorithm == PRIVATE_OID) {
      int length = in.u8();
      int at = in.skip(length);
      byte[] octets = in.array();
      boolean wellFormed =
          length > 2
              && octets[at] == DER_OID
              && octets[at + 1] == length - 2
              && octets[at + length - 1] >= 0;
      if (!wellFormed) {
        throw new WireFormatException("expected an OID before the public key but found none");
      }
    }
  }
}
