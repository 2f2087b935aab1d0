package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.record.RecordType;

class ZoneSignerTest {
  @TempDir Path folder;

  @Test
  void glueBelowADelegationIsNeitherSignedNorChained() throws Exception {
    SignedText signed =
        new SigningFixture(folder)
            .sign(
                """
                a    NS ns.a
                ns.a A  192.0.2.1
                """)
            .zone();
    assertThat(signed.rrsigs("ns.a.example.")).isEmpty();
    assertThat(signed.owners(RecordType.NSEC))
        .containsExactly("example.", "a.example.", "ns.example.");
    assertThat(signed.data("a.example.", RecordType.NSEC))
        .containsExactly("ns.example. NS RRSIG NSEC");
    assertThat(signed.signedTypes("a.example.")).containsExactly("NSEC");
  }
}
