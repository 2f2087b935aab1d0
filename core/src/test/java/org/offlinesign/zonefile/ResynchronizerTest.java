package org.offlinesign.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;

/** One fault gives one message, and the records after it are read. */
class ResynchronizerTest {
  private static final String TTL = "$TTL 300\n";
  private static final String NEXT = "next A 192.0.2.1\n";
  private static final String NEXT_RECORD = "next.example. 300 IN A 192.0.2.1";

  private static void oneErrorThenNext(String faulty, String error) throws IOException {
    ReadZone zone = ReadZone.of(TTL + faulty + NEXT);
    assertThat(zone.errors()).containsExactly(error);
    assertThat(zone.records()).contains(NEXT_RECORD);
  }

  @Test
  void aFaultInALineEndsWithTheLine() throws IOException {
    oneErrorThenNext("x A 1 ( not here\n", "2:5 rdata");
    oneErrorThenNext("x FOO ; ( not here\n", "2:3 type");
    oneErrorThenNext("x FOO \"( not here\"\n", "2:3 type");
    oneErrorThenNext("x FOO a\\( not here\n", "2:3 type");
  }

  @Test
  void aFaultWithinParenthesesEndsWithThem() throws IOException {
    oneErrorThenNext("x FOO ( a\n b ; )\n c )\n", "2:3 type");
    oneErrorThenNext("x DNSKEY 257 3 x ( AAAA\nBBBB\n CCCC )\n", "2:16 rdata");
    oneErrorThenNext("x DNSKEY 257 3 8 ( AA*A\nBBBB\n CCCC )\n", "2:20 rdata");
    oneErrorThenNext("x DNSKEY 257 3 8 ( AAAA\nBB*B\nCCCC\n)\n", "3:1 rdata");
  }

  @Test
  void anOpenParenthesisEndsBeforeTheNextLineThatLooksLikeARecord() throws IOException {
    oneErrorThenNext("@ SOA ns hm ( 1 2 3 4 5\n", "3:1 rdata");
    oneErrorThenNext("x TXT ( a\n b\n", "2:7 rdata");
    oneErrorThenNext("x TXT ( a\n b\n$ORIGIN example.\n", "2:7 rdata");
  }

  @Test
  void theMessageNamesTheLineOfTheOpenParenthesis() throws IOException {
    Diagnostic error = ReadZone.of(TTL + "@ SOA ns hm ( 1 2 3 4 5\n" + NEXT).diagnostics().get(0);
    assertThat(error.message()).endsWith("(the parenthesis of line 2 is still open)");
  }

  @Test
  void theNumbersOfAnSoaWithoutParenthesisBelongToTheFault() throws IOException {
    oneErrorThenNext("@ SOA ns hm\n  1 ; serial\n  2\n  3\n  4\n  5 )\n", "2:12 rdata");
  }

  @Test
  void aStrayParenthesisOrQuotationMarkEndsWithItsLine() throws IOException {
    oneErrorThenNext("x TXT a )\n", "2:9 rdata");
    oneErrorThenNext("x TXT \"a\n", "2:7 rdata");
    oneErrorThenNext("\"x A 192.0.2.2\n", "2:1 syntax");
  }

  @Test
  void recordsOfAFaultyOwnerAreCheckedButNotHandedOn() throws IOException {
    ReadZone zone = ReadZone.of(TTL + "a..b A 192.0.2.2\n A 192.0.2.3\n A x\n" + NEXT);
    assertThat(zone.errors()).containsExactly("2:3 name", "4:4 rdata");
    assertThat(zone.records()).containsExactly(NEXT_RECORD);
  }

  @Test
  void aLineWithoutEndIsOneError() throws IOException {
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'a');
    InputStream in = text(TTL);
    for (int i = 0; i < 5; i++) {
      in = new SequenceInputStream(in, new java.io.ByteArrayInputStream(block));
    }
    in = new SequenceInputStream(in, text("\n" + NEXT));
    ReadZone zone =
        ReadZone.of(ZoneFileSource.of("long", in), ZoneFileOptions.builder(DnsName.of("example")));
    assertThat(zone.errors()).containsExactly("2:1 syntax");
    assertThat(zone.diagnostics().get(0).message())
        .isEqualTo("expected a record of at most 4 MiB of text but this one does not end");
    assertThat(zone.records()).containsExactly(NEXT_RECORD);
  }

  private static InputStream text(String text) {
    return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
