package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.denial.Nsec3Hasher;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Nsec3Salt;
import org.offlinesign.testing.Corpus;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** The signed zone of RFC 5155 appendix A, and what appendix B proves with it. */
class Rfc5155ExampleTest {
  private static final String ZONE = "rfc/zones/rfc5155-appendix-A.signed";
  private static final Nsec3Hasher HASHER =
      new Nsec3Hasher(new Nsec3Parameters(12, Nsec3Salt.of("aabbccdd")));
  private static final Pattern RECORD =
      Pattern.compile(
          "(?is)\\b([0-9a-v]{32})\\.example\\.[^;]*?\\bNSEC3\\s+1 1 12 aabbccdd[\\s(]+([0-9a-v]{32})");

  private static Path file() {
    return Corpus.require().file(ZONE);
  }

  private static VerificationReport verify(String time) throws Exception {
    ZoneFileOptions reading = ZoneFileOptions.builder(ZoneText.ZONE).build();
    return new ZoneVerifier(ZoneText.CRYPTO)
        .verify(
            VerificationRequest.builder(ZoneFileSource.of(file()), reading, ZoneText.BUDGET)
                .at(Instant.parse(time))
                .build());
  }

  @Test
  void rfc5155_appendixA_theZoneIsValidInItsTime() throws Exception {
    VerificationReport report = verify("2010-01-01T00:00:00Z");

    assertThat(report.isValid()).isTrue();
    assertThat(report.counts())
        .containsKeys(FindingCode.NSEC3_ITERATIONS, FindingCode.NSEC3_SALT)
        .allSatisfy((code, count) -> assertThat(code.kind()).isNotEqualTo(FindingKind.PROTOCOL));
  }

  @Test
  void rfc5155_appendixA_theZoneHasExpiredSince() throws Exception {
    assertThat(verify("2020-01-01T00:00:00Z").counts()).containsKey(FindingCode.RRSIG_EXPIRED);
  }

  private static String hash(String name) {
    return new Nsec3Hash(HASHER.hash(DnsName.of(name))).toString();
  }

  /** Returns the next hash of each record by the hash of its owner. */
  private static NavigableMap<String, String> chain() throws IOException {
    NavigableMap<String, String> chain = new TreeMap<>();
    Matcher matcher = RECORD.matcher(Files.readString(file()));
    while (matcher.find()) {
      chain.put(
          matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2).toLowerCase(Locale.ROOT));
    }
    assertThat(chain).hasSize(12);
    return chain;
  }

  @ParameterizedTest
  @CsvSource({
    "rfc5155_B_1,   x.w.example, b4um86eghhds6nea196smvmlo4ors995",
    "rfc5155_B_2,   ns1.example, 2t7b4g4vsa5smi47k61mv5bv1a22bojr",
    "rfc5155_B_2_1, y.w.example, ji6neoaepv8b5o6k4ev33abha8ht9fgc",
    "rfc5155_B_3,   example,     0p9mhaveqvm6t7vbl5lop2u3t2rp3tom",
    "rfc5155_B_5,   w.example,   k8udemvp1j2f7eg6jebps17vp3n8i58h",
    "rfc5155_B_5,   *.w.example, r53bq7cc2uvmubfu5ocmm6pers9tk9en",
    "rfc5155_B_6,   example,     0p9mhaveqvm6t7vbl5lop2u3t2rp3tom"
  })
  void recordsMatchTheNamesThatTheResponsesNeed(String section, String name, String hash)
      throws IOException {
    assertThat(hash(name)).as(section).isEqualTo(hash);
    assertThat(chain()).as(section).containsKey(hash);
  }

  @ParameterizedTest
  @CsvSource({
    "rfc5155_B_1, c.x.w.example, 0va5bpr2ou0vk0lbqeeljri88laipsfh",
    "rfc5155_B_1, *.x.w.example, 92pqneegtaue7pjatc3l3qnk738c6v5m",
    "rfc5155_B_3, c.example,     4g6p9u5gvfshp30pqecj98b3maqbn1ck",
    "rfc5155_B_4, z.w.example,   qlu7gtfaeh0ek0c05ksfhdpbcgglbe03"
  })
  void recordsCoverTheNamesThatTheResponsesDeny(String section, String name, String hash)
      throws IOException {
    NavigableMap<String, String> chain = chain();
    assertThat(hash(name)).as(section).isEqualTo(hash);
    assertThat(chain).as(section).doesNotContainKey(hash);
    assertThat(chain.floorEntry(hash).getValue()).as(section).isGreaterThan(hash);
  }
}
