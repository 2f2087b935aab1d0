package org.offlinesign.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;

/** Puts any octets where a PKCS #12 file has its bags, with a MAC over them that is right. */
final class Pfx {
  /** The attribute in which the key store keeps a key's times. */
  static final ASN1ObjectIdentifier OWN_ATTRIBUTE =
      new ASN1ObjectIdentifier("2.25.331324819480293255875181981753505111838");

  private static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

  private Pfx() {}

  static byte[] withoutMac(byte[] bags) throws IOException {
    return new org.bouncycastle.asn1.pkcs.Pfx(content(safe(bags)), null).getEncoded();
  }

  static byte[] withMac(byte[] bags, char[] password) throws IOException {
    byte[] safe = safe(bags);
    MacCalculator calculator =
        new BcPKCS12MacCalculatorBuilder(new SHA256Digest(), SHA256)
            .setIterationCount(1)
            .build(password);
    try (OutputStream out = calculator.getOutputStream()) {
      out.write(safe);
    }
    PKCS12PBEParams parameters =
        PKCS12PBEParams.getInstance(calculator.getAlgorithmIdentifier().getParameters());
    MacData mac =
        new MacData(
            new DigestInfo(SHA256, calculator.getMac()),
            parameters.getIV(),
            parameters.getIterations().intValueExact());
    return new org.bouncycastle.asn1.pkcs.Pfx(content(safe), mac).getEncoded();
  }

  private static byte[] safe(byte[] bags) throws IOException {
    return new DERSequence(content(bags)).getEncoded();
  }

  private static ContentInfo content(byte[] octets) {
    return new ContentInfo(
        PKCSObjectIdentifiers.data,
        octets.length % 2 == 0 ? new DEROctetString(octets) : new BEROctetString(octets));
  }
}
