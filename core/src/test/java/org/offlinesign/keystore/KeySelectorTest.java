package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.FIVE_YEARS;
import static org.offlinesign.keystore.StoreFixture.PROVIDERS;
import static org.offlinesign.keystore.StoreFixture.ZONE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

class KeySelectorTest {
  private static StoredKey ksk;
  private static StoredKey zsk;
  private static StoredKey other;
  private static List<StoredKey> all;

  @BeforeAll
  static void makeKeys() throws Exception {
    List<Dnskey> present = new ArrayList<>();
    ksk = key(ZONE, KeyRole.KSK, "KSK-example.com", present);
    zsk = key(ZONE, KeyRole.ZSK, "shared, name", present);
    other = key(DnsName.of("Example.NET."), KeyRole.ZSK, "Shared, Name", present);
    all = List.of(ksk, zsk, other);
  }

  private static StoredKey key(
      DnsName zone, KeyRole role, String friendlyName, List<Dnskey> present) throws Exception {
    KeySpec spec = new KeySpec(Algorithm.RSASHA1, 512, role);
    SigningKey key = new KeyGenerator(PROVIDERS).generate(zone, spec, present);
    present.add(key.facts().dnskey());
    return StoredKey.of(
        key.with(key.facts().withFriendlyName(friendlyName)), FIVE_YEARS, PROVIDERS);
  }

  @Test
  void aPlainWordIsAFriendlyNameInAnyCase() throws Exception {
    assertThat(select("KSK-example.com")).isSameAs(ksk);
    assertThat(select("ksk-EXAMPLE.com")).isSameAs(ksk);
    assertThat(select("friendlyname:ksk-example.com")).isSameAs(ksk);
  }

  @Test
  void aTagSelects() throws Exception {
    assertThat(select("tag:" + tag(zsk))).isSameAs(zsk);
  }

  @Test
  void aSerialNumberMayHaveSpacesColonsAndCapitals() throws Exception {
    String serial = zsk.certificate().orElseThrow().serialHex();
    assertThat(select("serial:" + serial)).isSameAs(zsk);
    assertThat(select("serial:" + serial.toUpperCase(java.util.Locale.ROOT))).isSameAs(zsk);
    assertThat(select("serial:" + serial.replaceAll("(..)", "$1 ").trim())).isSameAs(zsk);
    assertThat(select("serial:" + serial.replaceAll("(..)(?!$)", "$1:"))).isSameAs(zsk);
  }

  @Test
  void subjectAndIssuerAreCaseSensitive() throws Exception {
    String subject = "CN=Example.NET " + tag(other) + " RSASHA1 256";
    assertThat(select("subject:" + subject)).isSameAs(other);
    assertThat(select("issuer:" + subject)).isSameAs(other);
    assertThatThrownBy(() -> select("subject:" + subject.replace("NET", "net")))
        .isInstanceOf(KeySelectionException.class);
  }

  @Test
  void allCriteriaMustMatch() throws Exception {
    assertThat(select("shared\\, name,tag:" + tag(zsk))).isSameAs(zsk);
    assertThat(select("shared\\, name,zone:example.net")).isSameAs(other);
    assertThatThrownBy(() -> select("KSK-example.com,tag:" + tag(zsk)))
        .isInstanceOf(KeySelectionException.class)
        .hasMessageStartingWith("no key matches friendly name 'KSK-example.com' and key tag '");
  }

  @Test
  void severalMatchesAreListedWithWhatTellsThemApart() {
    assertThatThrownBy(() -> select("SHARED\\, NAME"))
        .isInstanceOf(KeySelectionException.class)
        .hasMessageStartingWith("2 keys match friendly name 'SHARED, NAME'")
        .hasMessageContaining("such as SHARED\\, NAME,tag:")
        .hasMessageContaining("tag " + tag(zsk))
        .hasMessageContaining("tag " + tag(other))
        .hasMessageContaining(zsk.certificate().orElseThrow().serialHex());
  }

  @Test
  void noMatchListsWhatThereIs() {
    assertThatThrownBy(() -> select("nothing"))
        .isInstanceOf(KeySelectionException.class)
        .hasMessageContaining("'KSK-example.com' tag " + tag(ksk))
        .hasMessageContaining("'shared, name'");
    assertThatThrownBy(() -> KeySelector.parse("nothing").select(List.of()))
        .hasMessageEndingWith("there are no keys");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a,",
        ",a",
        "tag:",
        "tag:x",
        "tag:123456",
        "serial:",
        "serial:xyz",
        "zone:a..b"
      })
  void aMalformedSelectorIsRefused(String text) {
    assertThatThrownBy(() -> KeySelector.parse(text))
        .isInstanceOf(KeySelectionException.class)
        .hasMessageStartingWith("expected a ");
  }

  @Test
  void anUnknownPrefixIsPartOfAFriendlyName() throws Exception {
    assertThat(KeySelector.parse("my:key").toString()).isEqualTo("friendly name 'my:key'");
  }

  private static StoredKey select(String text) throws KeySelectionException {
    return KeySelector.parse(text).select(all);
  }

  private static int tag(StoredKey key) {
    return key.facts().orElseThrow().keyTag();
  }
}
