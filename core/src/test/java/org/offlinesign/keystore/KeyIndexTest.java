package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.FIVE_YEARS;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;
import static org.offlinesign.keystore.StoreFixture.ZONE;
import static org.offlinesign.keystore.StoreFixture.password;
import static org.offlinesign.keystore.StoreFixture.request;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.name.DnsName;

/** Keys are found by zone and name as if each had been looked at. */
class KeyIndexTest {
  private static final DnsName OTHER = DnsName.of("other.example.");

  @TempDir Path folder;
  private KeyStoreFile store;

  @BeforeEach
  void makeKeysOfTwoZones() throws Exception {
    store = KeyStoreFile.openOrCreate(folder.resolve("keys.p12"), password(), SETTINGS);
    for (String name : List.of("One", "oNE", "Über", "two")) {
      store.generate(request(name, KeyRole.ZSK));
    }
    KeySpec spec = new KeySpec(Algorithm.ECDSAP256SHA256, 256, KeyRole.KSK);
    store.generate(KeyRequest.of(OTHER, spec, FIVE_YEARS).withFriendlyName("two"));
    store.generate(KeyRequest.of(OTHER, spec, FIVE_YEARS));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theKeysOfAZoneAreThoseWhoseCertificatesSaySo() {
    assertThat(store.keys(ZONE)).hasSize(4).isEqualTo(store.keys().subList(0, 4));
    assertThat(store.keys(DnsName.of("OTHER.example."))).isEqualTo(store.keys().subList(4, 6));
    assertThat(store.keys(DnsName.of("example."))).isEmpty();
  }

  @Test
  void theCaseOfANameDoesNotMatter() throws Exception {
    assertThat(store.find(KeySelector.parse("üBER"))).isSameAs(store.keys().get(2));
  }

  @Test
  void namesThatDifferInCaseAloneAreNotToldApart() {
    assertThatThrownBy(() -> store.find(KeySelector.parse("ONE")))
        .isInstanceOf(KeySelectionException.class)
        .hasMessageStartingWith("2 keys match")
        .hasMessageContainingAll("'One'", "'oNE'");
  }

  @Test
  void anotherCriterionTellsKeysOfOneNameApart() throws Exception {
    assertThat(store.find(KeySelector.parse("two,zone:other.example")))
        .isSameAs(store.keys().get(4));
  }

  @Test
  void aRefusalListsAllKeysThereAre() {
    for (String selector : List.of("three", "two,tag:0")) {
      assertThatThrownBy(() -> store.find(KeySelector.parse(selector)))
          .isInstanceOf(KeySelectionException.class)
          .hasMessageContainingAll("there are:", "'One'", "'Über'", "(no friendly name)");
    }
  }

  @Test
  void aChangeOfTheStoreIsFoundAtOnce() throws Exception {
    store.delete(store.keys().get(3));
    assertThat(store.find(KeySelector.parse("two"))).isSameAs(store.keys().get(3));
    assertThat(store.keys(ZONE)).hasSize(3);
  }
}
