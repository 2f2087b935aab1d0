package org.offlinesign.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.delegation.KeySetFileName.Kind;
import org.offlinesign.name.DnsName;

class KeySetFileNameTest {
  private static String written(String zone, KeySetNaming naming) {
    return new KeySetFileName(Kind.DSSET, DnsName.of(zone)).fileName(naming);
  }

  private static String zoneRead(String fileName) {
    return KeySetFileName.parse(fileName).map(name -> name.kind() + " " + name.zone()).orElse("-");
  }

  @Test
  void windowsNamesHaveNoFinalDotAndBindNamesHaveOne() {
    assertThat(written("Example.COM.", KeySetNaming.WINDOWS)).isEqualTo("dsset-example.com");
    assertThat(written("Example.COM.", KeySetNaming.BIND)).isEqualTo("dsset-example.com.");
  }

  @Test
  void theRootKeepsItsDotInBoth() {
    assertThat(written(".", KeySetNaming.WINDOWS)).isEqualTo("dsset-.");
    assertThat(written(".", KeySetNaming.BIND)).isEqualTo("dsset-.");
    assertThat(zoneRead("dsset-.")).isEqualTo("DSSET .");
  }

  @Test
  void octetsThatFileSystemsDoNotTakeAreWrittenAsBindWritesThem() {
    assertThat(written("0/25.2.0.192.in-addr.arpa.", KeySetNaming.BIND))
        .isEqualTo("dsset-0%2F25.2.0.192.in-addr.arpa.");
    assertThat(zoneRead("dsset-0%2F25.2.0.192.in-addr.arpa."))
        .isEqualTo("DSSET 0/25.2.0.192.in-addr.arpa.");
    assertThat(written("a\\.b.example.", KeySetNaming.BIND)).isEqualTo("dsset-a%2Eb.example.");
    assertThat(zoneRead("dsset-a%2Eb.example.")).isEqualTo("DSSET a\\.b.example.");
  }

  @Test
  void anyCaseAndEitherEndIsRead() {
    assertThat(zoneRead("Keyset-Contoso.com")).isEqualTo("KEYSET contoso.com.");
    assertThat(zoneRead("DSSET-contoso.COM.")).isEqualTo("DSSET contoso.com.");
  }

  @Test
  void otherFilesAreNotMistaken() {
    assertThat(zoneRead("example.com.zone")).isEqualTo("-");
    assertThat(zoneRead("keyset-")).isEqualTo("-");
    assertThat(zoneRead("keyset-a..b")).isEqualTo("-");
  }

  @Test
  void aFileOfANameBelowAZoneIsSeenToBeOneHoweverItIsSpelled() {
    DnsName zone = DnsName.of("a/b.example.");
    for (String file :
        List.of(
            "dsset-sub.a%2Fb.example",
            "Keyset-SUB.a%2fB.Example.",
            "dsset-sub.%61%2Fb.example",
            "dsset-sub.\\097/b.example")) {
      assertThat(KeySetFileName.parse(file).orElseThrow().zone().isAtOrBelow(zone)).isTrue();
      assertThat(KeySetFileName.mayBeBelow(zone).test(file)).isTrue();
    }
    assertThat(KeySetFileName.mayBeBelow(DnsName.of("example.")).test("dsset-Sub.Example."))
        .isTrue();
    assertThat(KeySetFileName.mayBeBelow(DnsName.ROOT).test("dsset-com")).isTrue();
  }

  @Test
  void mostFilesOfOtherZonesAreToldByTheirEnd() {
    DnsName zone = DnsName.of("example.");
    assertThat(KeySetFileName.mayBeBelow(zone).test("dsset-example.com")).isFalse();
    assertThat(KeySetFileName.mayBeBelow(zone).test("dsset-exampl")).isFalse();
    assertThat(KeySetFileName.mayBeBelow(zone).test("le")).isFalse();
  }
}
