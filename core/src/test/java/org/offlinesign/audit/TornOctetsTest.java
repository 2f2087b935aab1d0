package org.offlinesign.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.audit.AuditLine.TornText;

/** What is known of text that is none of a log, of which there may be any amount. */
class TornOctetsTest {
  private static final int LINES = 20;
  private static final int LINE = 1 << 16;

  private static byte[] line(int number) {
    byte[] octets = new byte[LINE];
    Arrays.fill(octets, (byte) number);
    return octets;
  }

  @Test
  void theDigestIsOfAllLinesAndTheEndsBetweenThem() throws Exception {
    TornOctets torn = new TornOctets();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < LINES; i++) {
      if (i > 0) {
        all.write('\n');
      }
      all.write(line('a' + i));
      torn.add(7L + i, line('a' + i));
    }
    assertThat(torn.firstLine()).isEqualTo(7);
    byte[] text = all.toByteArray();
    assertThat(torn.end())
        .isEqualTo(new TornText(text.length, LineDigest.of(text, 0, text.length)));
    assertThat(torn.firstLine()).isZero();
  }

  @Test
  void noneOfTheTextIsHeld() throws Exception {
    AuditChain chain = new AuditChain(LineDigest.NONE, line -> {});
    List<WeakReference<byte[]>> given = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      byte[] octets = line('a' + i);
      chain.line(octets);
      given.add(new WeakReference<>(octets));
    }
    for (int i = 0; i < 100 && isAnyThere(given); i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(given).allSatisfy(octets -> assertThat(octets.get()).isNull());
    assertThatThrownBy(() -> chain.endFile(new byte[0]))
        .isInstanceOf(BrokenChainException.class)
        .hasMessageContaining("no line of an audit log");
  }

  private static boolean isAnyThere(List<WeakReference<byte[]>> octets) {
    return octets.stream().anyMatch(each -> each.get() != null);
  }
}
