package org.offlinesign.fuzz;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * Whether octets ask for a derivation from the password that is within the program's limit and
 * takes seconds all the same: a fuzzer would spend its time on nothing else.
 */
final class Costs {
  private static final BigInteger LOW = BigInteger.valueOf(70_000);
  private static final BigInteger LIMIT = BigInteger.valueOf(10_000_000);
  private static final int MAX_DEPTH = 12;

  private Costs() {}

  static boolean areHigh(byte[] content) {
    return areHigh(content, 0) || areHighInPem(content);
  }

  private static boolean areHighInPem(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    try (PemReader reader = new PemReader(new StringReader(text))) {
      for (PemObject object = reader.readPemObject();
          object != null;
          object = reader.readPemObject()) {
        if (areHigh(object.getContent(), 0)) {
          return true;
        }
      }
      return false;
    } catch (IOException | RuntimeException notPem) {
      return false;
    }
  }

  private static boolean areHigh(byte[] der, int depth) {
    try (ASN1InputStream in = new ASN1InputStream(der)) {
      ASN1Primitive value = in.readObject();
      return value != null && areHigh(value, depth);
    } catch (IOException | RuntimeException notDer) {
      return false;
    }
  }

  private static boolean areHigh(ASN1Primitive value, int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    if (value instanceof ASN1Integer number) {
      return number.getValue().compareTo(LOW) > 0 && number.getValue().compareTo(LIMIT) <= 0;
    }
    if (value instanceof ASN1OctetString octets) {
      return areHigh(octets.getOctets(), depth + 1);
    }
    if (value instanceof ASN1TaggedObject tagged) {
      return areHigh(tagged.getBaseObject().toASN1Primitive(), depth + 1);
    }
    if (value instanceof ASN1Sequence sequence) {
      for (int i = 0; i < sequence.size(); i++) {
        if (areHigh(sequence.getObjectAt(i).toASN1Primitive(), depth + 1)) {
          return true;
        }
      }
    }
    if (value instanceof ASN1Set set) {
      for (int i = 0; i < set.size(); i++) {
        if (areHigh(set.getObjectAt(i).toASN1Primitive(), depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }
}
