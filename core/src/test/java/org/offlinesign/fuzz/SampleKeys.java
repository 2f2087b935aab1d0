package org.offlinesign.fuzz;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.BindKeyFile;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.name.DnsName;

/** New keys of each algorithm, in the forms that they are imported from. */
final class SampleKeys {
  static final DnsName ZONE = DnsName.of("example.");
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2031-01-01T00:00:00Z");
  private static final int SHORT_RSA = 512;

  private SampleKeys() {}

  /** A key, and a certificate such as the key store makes. */
  record Sample(SigningKey key, PrivateKeyInfo secret, X509CertificateHolder certificate) {
    Algorithm algorithm() {
      return key.facts().algorithm();
    }

    byte[] publicFile() throws IOException {
      return bindFile(0);
    }

    byte[] privateFile() throws IOException {
      return bindFile(1);
    }

    private byte[] bindFile(int which) throws IOException {
      Path folder = new Scratch().emptyFolder("sample");
      return Files.readAllBytes(BindKeyFile.write(key, folder).get(which));
    }

    byte[] pem() throws IOException {
      return SampleKeys.pem("PRIVATE KEY", secret.getEncoded());
    }

    byte[] encryptedPem() throws IOException {
      byte[] encrypted =
          new PKCS8EncryptedPrivateKeyInfoBuilder(secret).build(encryptor()).getEncoded();
      return SampleKeys.pem("ENCRYPTED PRIVATE KEY", encrypted);
    }

    byte[] certificatePem() throws IOException {
      return SampleKeys.pem("CERTIFICATE", certificate.getEncoded());
    }
  }

  static List<Sample> all() {
    return List.of(
        sample(new KeySpec(Algorithm.RSASHA256, SHORT_RSA, KeyRole.ZSK)),
        sample(KeySpec.of(Algorithm.ECDSAP256SHA256, KeyRole.KSK)),
        sample(KeySpec.of(Algorithm.ECDSAP384SHA384, KeyRole.KSK)),
        sample(KeySpec.of(Algorithm.ED25519, KeyRole.ZSK)),
        sample(KeySpec.of(Algorithm.ED448, KeyRole.ZSK)));
  }

  private static Sample sample(KeySpec spec) {
    SigningKey made = new KeyGenerator(PROVIDERS).generate(ZONE, spec, List.of());
    try {
      KeyTiming timing = KeyTiming.NONE.with(KeyEvent.CREATED, FROM).with(KeyEvent.ACTIVATE, FROM);
      SigningKey key = made.with(made.facts().withTiming(timing));
      return new Sample(key, key.export((facts, secret) -> secret), certificate(key));
    } catch (UnusableKeyException | SigningException e) {
      throw new AssertionError("a new key is usable", e);
    }
  }

  private static X509CertificateHolder certificate(SigningKey key) throws SigningException {
    String text =
        "CN=example "
            + key.facts().keyTag()
            + " "
            + key.facts().algorithm().mnemonic()
            + " "
            + key.facts().dnskey().flags();
    X500Name name = new X500Name(text);
    return new X509v3CertificateBuilder(
            name, BigInteger.TEN, Date.from(FROM), Date.from(TO), name, key.facts().publicKey())
        .build(key.certificateSigner(PROVIDERS));
  }

  /** Returns an encryption that costs next to nothing. */
  static OutputEncryptor encryptor() {
    try {
      return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
          .setIterationCount(1)
          .setProvider(new BouncyCastleProvider())
          .build("secret".toCharArray());
    } catch (OperatorCreationException e) {
      throw new AssertionError("AES is there", e);
    }
  }

  private static byte[] pem(String title, byte[] octets) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(title, octets));
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
