package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTimeTest {
  private static final long YEAR_1400 = -17_987_443_200L;
  private static final long END_OF_9999 = 253_402_300_799L;

  @Property
  void aTimeIsReadAsItWasWritten(@ForAll @LongRange(min = YEAR_1400, max = END_OF_9999) long second)
      throws Exception {
    Time written = new Time(Date.from(Instant.ofEpochSecond(second)));
    Time read = Time.getInstance(ASN1Primitive.fromByteArray(written.getEncoded()));
    assertThat(CertificateTime.instant(read)).isEqualTo(Instant.ofEpochSecond(second));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20510230000000Z",
        "20510220000060Z",
        "20510220000000.5Z",
        "20510220000000+0130",
        "19000101000000Z",
        "15821010000000Z"
      })
  void anOddTimeIsThatOfTheJavaPlatform(String text) {
    Time time = Time.getInstance(new ASN1GeneralizedTime(text));
    assertThat(CertificateTime.instant(time)).isEqualTo(time.getDate().toInstant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4912312359Z", "500101000000Z", "491231235959Z", "2603011200+0230"})
  void rfc5280_4_1_2_5_1_twoDigitsOfAYearAreThoseOfThisCenturyBelow50(String text) {
    Time time = Time.getInstance(new ASN1UTCTime(text));
    assertThat(CertificateTime.instant(time)).isEqualTo(time.getDate().toInstant());
  }
}
