package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.sign.SigningFixture.KSK;
import static org.offlinesign.sign.SigningFixture.ZONE;
import static org.offlinesign.sign.SigningFixture.ZSK;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.delegation.KeySetPolicy;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSource;

/** A zone that is read before its keys are known is signed like one that is read after. */
class ZoneIntakeTest {
  private static final String HEAD =
      "$ORIGIN example.\n$TTL 300\n@ SOA ns admin 7 3600 900 604800 60\n@ NS ns\nns A 192.0.2.1\n";

  private static final String SIGNED_HOST =
      "a A 192.0.2.1\na RRSIG A 8 2 300 20260302000000 20260101000000 1 @ AAAA\n";

  @TempDir Path folder;
  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private SigningRequest.Builder request(ZoneFileSource source) {
    return request(source, Budgets.in(folder, 2));
  }

  private SigningRequest.Builder request(ZoneFileSource source, SortBudget budget) {
    return SigningRequest.builder(ZONE, source, folder.resolve("signed.zone"), budget)
        .keySets(KeySetPolicy.in(folder))
        .serialPolicy(SerialPolicy.KEEP)
        .signaturePolicy(new SignaturePolicy(null, Duration.ZERO, Duration.ofDays(1)));
  }

  private static SigningRequest.Builder withKeys(SigningRequest.Builder request) {
    return request.keys(SigningFixture.byRole(KSK, ZSK));
  }

  private static String hosts(int count) {
    StringBuilder text = new StringBuilder(HEAD);
    IntStream.range(0, count).forEach(i -> text.append("host" + i + " A 192.0.2.1\n"));
    return text.toString();
  }

  private SigningReport signedAhead(String text) throws Exception {
    SigningRequest.Builder request = request(SigningFixture.source(text));
    try (ZoneIntake intake = ZoneIntake.ahead(request.build())) {
      return SigningFixture.signer().sign(withKeys(request).build(), intake);
    }
  }

  @Test
  void itIsSignedOctetForOctetTheSame() throws Exception {
    String text = hosts(1000);
    SigningFixture.signer().sign(withKeys(request(SigningFixture.source(text))).build());
    String expected = fixture.read("signed.zone");
    signedAhead(text);
    assertThat(fixture.read("signed.zone")).isEqualTo(expected);
  }

  @Test
  void signaturesOfTheInputStayWhereTheyWouldStay() throws Exception {
    signedAhead(hosts(50));
    String signed = fixture.read("signed.zone");
    SigningReport again = signedAhead(signed);
    assertThat(fixture.read("signed.zone")).isEqualTo(signed);
    assertThat(again.renewal().made()).isZero();
    assertThat(again.renewal().kept()).isGreaterThan(50);
  }

  @Test
  void whatIsWrongWithItIsToldWhenItIsSigned() throws Exception {
    SigningRequest.Builder request = request(SigningFixture.source(HEAD + "a A 192.0.2.256\n"));
    try (ZoneIntake intake = ZoneIntake.ahead(request.build())) {
      SigningRequest complete = withKeys(request).build();
      assertThatThrownBy(() -> SigningFixture.signer().sign(complete, intake))
          .isInstanceOf(ZoneFileException.class)
          .hasMessageContaining("192.0.2.256");
    }
    assertThat(fixture.files()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsToldWhenItIsSigned() throws Exception {
    SigningRequest.Builder request = request(ZoneFileSource.of(folder.resolve("missing")));
    try (ZoneIntake intake = ZoneIntake.ahead(request.build())) {
      SigningRequest complete = withKeys(request).build();
      assertThatThrownBy(() -> SigningFixture.signer().sign(complete, intake))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("missing");
    }
  }

  @Test
  @Timeout(60)
  void closedBeforeAnybodySignsItEndsAndLeavesNothingBehind() throws Exception {
    assertEnds(HEAD, 4 * (int) SortBudget.MIN_OCTETS);
  }

  @Test
  @Timeout(60)
  void closedWhileASignatureWaitsForTheKeysItEnds() throws Exception {
    assertEnds(HEAD + SIGNED_HOST, 1);
  }

  private void assertEnds(String head, int begunAfter) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    InputStream endless = new EndlessZone(head, begun::countDown, begunAfter);
    SortBudget small = new SortBudget(SortBudget.MIN_OCTETS, folder, 2);
    SigningRequest request = request(ZoneFileSource.of("zone", endless), small).build();
    try (ZoneIntake intake = ZoneIntake.ahead(request)) {
      begun.await();
      assertThat(intake.isOf(request)).isTrue();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("offlinesign-reader"));
    assertThat(fixture.files()).isEmpty();
  }

  /** Hosts without end; tells when some octets of them have been read. */
  private static final class EndlessZone extends InputStream {
    private final Runnable begun;
    private final int begunAfter;
    private byte[] line;
    private int at;
    private long read;
    private int host;

    EndlessZone(String head, Runnable begun, int begunAfter) {
      this.line = head.getBytes(StandardCharsets.US_ASCII);
      this.begun = begun;
      this.begunAfter = begunAfter;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (at == line.length) {
        line = ("host" + host++ + " A 192.0.2.1\n").getBytes(StandardCharsets.US_ASCII);
        at = 0;
      }
      int count = Math.min(length, line.length - at);
      System.arraycopy(line, at, into, offset, count);
      at += count;
      if (read < begunAfter && read + count >= begunAfter) {
        begun.run();
      }
      read += count;
      return count;
    }
  }

  @Test
  void oneThatWasReadOtherwiseIsRefused() throws Exception {
    SigningRequest.Builder request = request(SigningFixture.source(HEAD));
    try (ZoneIntake intake = ZoneIntake.ahead(request.build())) {
      SigningRequest other =
          withKeys(request).denial(new Nsec3(Nsec3Parameters.RFC_9276, false)).build();
      assertThatThrownBy(() -> SigningFixture.signer().sign(other, intake))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(List.of(fixture.files())).containsExactly(List.of());
    }
  }
}
