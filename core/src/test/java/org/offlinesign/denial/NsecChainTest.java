package org.offlinesign.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;

class NsecChainTest {
  private static final DnsName APEX = DnsName.of("example.");

  private final List<String> written = new ArrayList<>();
  private final NsecChain<String> chain =
      new NsecChain<>(
          APEX,
          new NsecChain.Sink<String>() {
            @Override
            public void pass(String unit) {
              written.add(unit);
            }

            @Override
            public void link(NsecLink link) {
              written.add(link.owner() + " -> " + link.next());
            }
          });

  private void add(String name) throws IOException {
    chain.add(name, DnsName.of(name), new int[] {1});
  }

  @Test
  void aLinkFollowsItsNameAndPrecedesWhatIsBelowADelegation() throws IOException {
    add("example.");
    add("sub.example.");
    chain.addOutside("ns.sub.example.", 100);
    add("www.example.");
    chain.finish();
    assertThat(written)
        .containsExactly(
            "example.",
            "example. -> sub.example.",
            "sub.example.",
            "sub.example. -> www.example.",
            "ns.sub.example.",
            "www.example.",
            "www.example. -> example.");
  }

  @Test
  void aZoneOfOneNameLeadsToItself() throws IOException {
    add("example.");
    chain.finish();
    assertThat(written).containsExactly("example.", "example. -> example.");
  }

  @Test
  void glueWithoutEndIsNotHeldBack() throws IOException {
    add("example.");
    add("sub.example.");
    for (int i = 0; i <= NsecChain.HELD_UNITS; i++) {
      chain.addOutside("ns" + i + ".sub.example.", 100);
    }
    assertThat(written).hasSize(3 + NsecChain.HELD_UNITS + 1);
    chain.finish();
    assertThat(written.get(written.size() - 1)).isEqualTo("sub.example. -> example.");
  }

  @Test
  void muchGlueIsNotHeldBack() throws IOException {
    add("example.");
    add("sub.example.");
    for (int i = 0; i < 2; i++) {
      chain.addOutside("a" + i + ".sub.example.", NsecChain.HELD_OCTETS);
      assertThat(written).hasSize(3 + 2 * i);
      chain.addOutside("b" + i + ".sub.example.", 1);
      assertThat(written).hasSize(5 + 2 * i);
    }
    chain.finish();
    assertThat(written.get(written.size() - 1)).isEqualTo("sub.example. -> example.");
  }

  @Test
  void rfc4034_4_3_theExampleHasItsOctets() {
    NsecLink link =
        new NsecLink(
            DnsName.of("alfa.example.com."),
            new int[] {1, 15, 1234},
            DnsName.of("host.example.com."));
    WireWriter rdata = new WireWriter(64);
    link.writeRdataTo(rdata, new TypeBitmap());
    assertThat(Hex.encode(rdata.toByteArray()).toLowerCase(java.util.Locale.ROOT))
        .isEqualTo(
            "04686f7374076578616d706c6503636f6d00"
                + "0006400100000003"
                + "041b000000000000000000000000000000000000000000000000000020");
  }
}
