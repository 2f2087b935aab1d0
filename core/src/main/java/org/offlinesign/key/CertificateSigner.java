package org.offlinesign.key;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.RuntimeOperatorException;

/** Lets BouncyCastle sign certificates with a {@link Signer}. Holds what is signed. */
final class CertificateSigner implements ContentSigner {
  private final Signer signer;
  private final KeyFamily family;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  CertificateSigner(Signer signer) {
    this.signer = signer;
    this.family = signer.key().algorithm().family();
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return family.certificateIdentifier();
  }

  @Override
  public OutputStream getOutputStream() {
    return content;
  }

  @Override
  public byte[] getSignature() {
    byte[] signed = content.toByteArray();
    try {
      return family.certificateForm(signer.sign(signed, 0, signed.length));
    } catch (SigningException e) {
      throw new RuntimeOperatorException(e.getMessage(), e);
    }
  }
}
