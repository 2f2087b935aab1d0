package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.PROVIDERS;
import static org.offlinesign.keystore.StoreFixture.ZONE;
import static org.offlinesign.keystore.StoreFixture.password;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.SigningKey;

/** Certificates that others put beside a key, and whose times make no sense. */
class DamagedCertificateTest {
  @TempDir Path folder;

  @Test
  void aSoundCertificateIsRead() throws Exception {
    Path file = file("260101000000Z", "310101000000Z");
    assertThat(ForeignKeyStore.read(file, password(), PROVIDERS).keys())
        .singleElement()
        .matches(key -> key.certificate().isPresent());
  }

  @ParameterizedTest
  @CsvSource({"310101000000Z, 260101000000Z", "260101000000Z, 260101000000Z"})
  void aCertificateWhoseTimesMakeNoSenseIsFoundWhenTheFileIsRead(String from, String to)
      throws Exception {
    Path file = file(from, to);
    assertThatThrownBy(() -> ForeignKeyStore.read(file, password(), PROVIDERS))
        .isInstanceOf(KeyStoreFileException.class)
        .hasMessageContaining("keys.p12 is damaged");
  }

  @Test
  void aNameThatIsNoTextIsShownAsThat() throws Exception {
    // 0xff begins no character of UTF-8.
    ASN1Encodable notText = ASN1Primitive.fromByteArray(new byte[] {0x0c, 2, (byte) 0xff, 'x'});
    X500Name name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, notText).build();
    Path file = file(name, "260101000000Z", "310101000000Z");
    StoredKey key = ForeignKeyStore.read(file, password(), PROVIDERS).keys().get(0);
    assertThat(key.facts()).isEmpty();
    assertThat(key.describe()).contains("(not readable)");
  }

  @Test
  void aNameWhosePartsAreOfTheWrongKindIsShownAsThat() throws Exception {
    ASN1Encodable attribute =
        new DERSequence(new ASN1Encodable[] {new DERIA5String("CN"), new DERIA5String("x")});
    X500Name name = X500Name.getInstance(new DERSequence(new DERSet(attribute)));
    Path file = file(name, "260101000000Z", "310101000000Z");
    StoredKey key = ForeignKeyStore.read(file, password(), PROVIDERS).keys().get(0);
    assertThat(key.facts()).isEmpty();
    assertThat(key.describe()).contains("(not readable)");
  }

  private Path file(String from, String to) throws Exception {
    return file(new X500Name("CN=someone"), from, to);
  }

  private Path file(X500Name name, String from, String to) throws Exception {
    SigningKey key =
        new KeyGenerator(PROVIDERS)
            .generate(ZONE, KeySpec.of(Algorithm.ED25519, KeyRole.ZSK), List.of());
    X509CertificateHolder certificate =
        new X509v3CertificateBuilder(
                name, BigInteger.ONE, time(from), time(to), name, key.facts().publicKey())
            .build(key.certificateSigner(PROVIDERS));
    PKCS12SafeBag keyBag = bag(key.export((facts, secret) -> new PKCS12SafeBagBuilder(secret)));
    PKCS12SafeBag certificateBag = bag(new PKCS12SafeBagBuilder(certificate));
    AlgorithmIdentifier sha256 =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    byte[] octets =
        new PKCS12PfxPduBuilder()
            .addData(keyBag)
            .addData(certificateBag)
            .build(new BcPKCS12MacCalculatorBuilder(new SHA256Digest(), sha256), password())
            .getEncoded();
    return Files.write(folder.resolve("keys.p12"), octets);
  }

  private static Time time(String digits) {
    return Time.getInstance(new ASN1UTCTime(digits));
  }

  private static PKCS12SafeBag bag(PKCS12SafeBagBuilder builder) {
    return builder
        .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(new byte[4]))
        .build();
  }
}
