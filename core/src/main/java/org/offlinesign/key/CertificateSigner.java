package org.offlinesign.key;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.RuntimeOperatorException;

/** Lets BouncyCastle sign certificates with a {@link Signer}. Holds what is signed. */
final class CertificateSigner implements ContentSigner {
  private final Signer signer;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  CertificateSigner(Signer signer) {
    this.signer = signer;
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return new DefaultSignatureAlgorithmIdentifierFinder().find(signer.key().algorithm().jcaName());
  }

  @Override
  public OutputStream getOutputStream() {
    return content;
  }

  @Override
  public byte[] getSignature() {
    byte[] signed = content.toByteArray();
    try {
      return signer.sign(signed, 0, signed.length);
    } catch (SigningException e) {
      throw new RuntimeOperatorException(e.getMessage(), e);
    }
  }
}
