package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.Severity;

/** What is odd about a key by itself, and what today's policy makes of its algorithm. */
class KeyFormTest {
  private static final Dnskey GOOD = ExampleSigner.dnskey(ExampleZone.KEY);
  private static final BigInteger F4 = BigInteger.valueOf(65537);

  /** Returns the findings of a zone that publishes one key more. */
  private static List<FindingCode> codesWith(Dnskey extra) {
    return ExampleZone.SIGNER.publishing(GOOD, extra).sign(ExampleZone.TEXT).codes();
  }

  private static Dnskey rsa(byte[] exponentLength, byte[] exponent, byte[] modulus) {
    WireWriter key = new WireWriter(300).bytes(exponentLength).bytes(exponent).bytes(modulus);
    return new Dnskey(Dnskey.ZONE_KEY, 3, 8, key.toByteArray());
  }

  private static byte[] octets(int... values) {
    byte[] octets = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      octets[i] = (byte) values[i];
    }
    return octets;
  }

  /** Returns an odd number of some bits without a zero octet in front. */
  private static byte[] modulus(int bits) {
    byte[] signed = BigInteger.TWO.pow(bits).subtract(BigInteger.ONE).toByteArray();
    return Arrays.copyOfRange(signed, signed.length - bits / 8, signed.length);
  }

  @Test
  void aPlainKeyIsNotOdd() {
    assertThat(codesWith(rsa(octets(3), F4.toByteArray(), modulus(2048)))).isEmpty();
  }

  @Test
  void rfc3110_2_leadingZerosAreProhibited() {
    assertThat(codesWith(rsa(octets(4), octets(0, 1, 0, 1), modulus(2048))))
        .containsExactly(FindingCode.DNSKEY_RSA_FORM);
    byte[] padded = new WireWriter(300).u8(0).bytes(modulus(2048)).toByteArray();
    assertThat(codesWith(rsa(octets(3), F4.toByteArray(), padded)))
        .containsExactly(FindingCode.DNSKEY_RSA_FORM);
  }

  @Test
  void rfc3110_2_aShortExponentHasAShortLength() {
    assertThat(codesWith(rsa(octets(0, 0, 3), F4.toByteArray(), modulus(2048))))
        .containsExactly(FindingCode.DNSKEY_RSA_FORM);
  }

  @Test
  void rfc6781_3_4_2_unusualExponentsAreTold() {
    assertThat(codesWith(rsa(octets(1), octets(3), modulus(2048))))
        .containsExactly(FindingCode.DNSKEY_RSA_EXPONENT);
    assertThat(codesWith(rsa(octets(5), octets(1, 0, 0, 0, 1), modulus(2048))))
        .containsExactly(FindingCode.DNSKEY_RSA_EXPONENT);
  }

  @Test
  void rfc3110_2_anEvenExponentIsNoKey() {
    assertThat(codesWith(rsa(octets(1), octets(4), modulus(2048))))
        .contains(FindingCode.DNSKEY_UNUSABLE);
  }

  @Test
  void rfc6781_3_4_2_shortKeysAreTold() {
    assertThat(codesWith(rsa(octets(3), F4.toByteArray(), modulus(1024))))
        .containsExactly(FindingCode.DNSKEY_RSA_SHORT);
    assertThat(codesWith(rsa(octets(3), F4.toByteArray(), modulus(768))))
        .containsExactly(FindingCode.DNSKEY_RSA_WEAK);
    assertThat(FindingCode.DNSKEY_RSA_SHORT.severity()).isEqualTo(Severity.NOTICE);
  }

  @Test
  void rfc5702_2_2_aKeyTooShortForItsAlgorithmIsNoKey() {
    Dnskey key = rsa(octets(3), F4.toByteArray(), modulus(512));
    Dnskey sha512 = new Dnskey(Dnskey.ZONE_KEY, 3, 10, key.publicKey());
    assertThat(codesWith(sha512)).contains(FindingCode.DNSKEY_UNUSABLE);
  }

  @Test
  void rfc4034_2_1_1_flagsWithoutMeaningAreTold() {
    Dnskey key = rsa(octets(3), F4.toByteArray(), modulus(2048));
    assertThat(codesWith(new Dnskey(Dnskey.ZONE_KEY | 2, 3, 8, key.publicKey())))
        .containsExactly(FindingCode.DNSKEY_FLAGS);
    assertThat(codesWith(new Dnskey(0, 3, 8, key.publicKey())))
        .containsExactly(FindingCode.DNSKEY_NOT_ZONE_KEY);
  }

  @Test
  void oneKeyWithTwoSetsOfFlagsIsTold() {
    assertThat(codesWith(new Dnskey(GOOD.flags() | Dnskey.SEP, 3, 8, GOOD.publicKey())))
        .contains(FindingCode.DNSKEY_DUPLICATE);
  }

  @Test
  void rfc5011_2_1_aTagThatAnotherKeyWouldGetByRevocationIsTold() {
    byte[] octets = modulus(2048);
    Dnskey sep = withFlags(rsa(octets(3), F4.toByteArray(), octets));
    octets[1] ^= (byte) 0x80;
    octets[3] = (byte) 0x7f;
    Dnskey lower = withFlags(rsa(octets(3), F4.toByteArray(), octets));
    assertThat(lower.keyTag() + 256).isEqualTo(sep.keyTag());
    octets[1] ^= (byte) 0x80;
    Dnskey other = withFlags(rsa(octets(3), F4.toByteArray(), octets));
    assertThat(lower.revokedKeyTag()).isEqualTo(other.keyTag());

    ZoneText zone = ExampleZone.SIGNER.publishing(GOOD, lower, other).sign(ExampleZone.TEXT);
    assertThat(zone.codes()).contains(FindingCode.DNSKEY_TAG_AFTER_REVOCATION);
    assertThat(codesWith(lower)).doesNotContain(FindingCode.DNSKEY_TAG_AFTER_REVOCATION);
  }

  private static Dnskey withFlags(Dnskey key) {
    return new Dnskey(Dnskey.ZONE_KEY | Dnskey.SEP, 3, 8, key.publicKey());
  }

  @Test
  void rfc9905_2_aZoneSignedBySha1AloneIsNotAccepted() {
    SigningKey sha1 = ExampleSigner.newKey(Algorithm.RSASHA1);
    VerificationReport alone =
        ZoneText.verify(ExampleSigner.of(sha1).sign(ExampleZone.TEXT).request());
    assertThat(alone.counts()).containsOnlyKeys(FindingCode.ALGORITHM_NOT_RELIED_ON);
    assertThat(alone.isValid()).isTrue();
    assertThat(alone.acceptedByPolicy()).isFalse();

    VerificationReport beside =
        ZoneText.verify(ExampleSigner.of(ExampleZone.KEY, sha1).sign(ExampleZone.TEXT).request());
    assertThat(beside.counts()).containsOnlyKeys(FindingCode.ALGORITHM_DEPRECATED);
    assertThat(beside.acceptedByPolicy()).isTrue();
  }

  @Test
  void rfc9904_3_whatIsNotRecommendedIsAWarning() {
    SigningKey sha512 = ExampleSigner.newKey(Algorithm.RSASHA512);
    VerificationReport report =
        ZoneText.verify(ExampleSigner.of(sha512).sign(ExampleZone.TEXT).request());
    assertThat(report.counts()).containsOnlyKeys(FindingCode.ALGORITHM_NOT_RECOMMENDED);
    assertThat(report.acceptedByPolicy()).isTrue();
  }
}
