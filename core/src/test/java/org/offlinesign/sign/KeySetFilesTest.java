package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.sign.SigningFixture.KSK;
import static org.offlinesign.sign.SigningFixture.ZSK;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.delegation.KeySetContent;
import org.offlinesign.delegation.KeySetNaming;
import org.offlinesign.delegation.KeySetPolicy;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Ds;

/** The keyset- and dsset- files that a signing leaves for the parent. */
class KeySetFilesTest {
  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private static Ds ds(SigningKey key, DigestType digest) {
    return DsDigest.of(SigningFixture.ZONE, key.facts().dnskey(), digest);
  }

  @Test
  void byDefaultTheyHoldTheKskAndItsSha256Digest() throws Exception {
    SigningReport report = fixture.sign("").report();
    assertThat(fixture.files()).containsExactly("dsset-example", "keyset-example", "signed.zone");
    assertThat(fixture.read("dsset-example"))
        .isEqualTo("example.\tIN DS " + ds(KSK, DigestType.SHA256) + "\n");
    assertThat(fixture.read("keyset-example"))
        .isEqualTo(
            "$ORIGIN .\nexample.\t300 IN DNSKEY\t%s ; key tag = %d\n"
                .formatted(KSK.facts().dnskey(), KSK.facts().keyTag()));
    assertThat(report.ds()).containsExactly(ds(KSK, DigestType.SHA256));
    assertThat(report.files()).hasSize(3).allMatch(file -> file.startsWith(folder));
  }

  @Test
  void bindNamesEndInADot() throws Exception {
    fixture.sign("", request -> request.keySets(KeySetPolicy.in(folder).with(KeySetNaming.BIND)));
    assertThat(fixture.files()).containsExactly("dsset-example.", "keyset-example.", "signed.zone");
  }

  @Test
  void noneWritesNeither() throws Exception {
    fixture.sign("", request -> request.keySetContent(KeySetContent.NONE));
    assertThat(fixture.files()).containsExactly("signed.zone");
  }

  @Test
  void allkeysHoldsEveryKeyOfTheApex() throws Exception {
    SigningReport report =
        fixture.sign("", request -> request.keySetContent(KeySetContent.ALL_KEYS)).report();
    assertThat(report.ds())
        .containsExactlyInAnyOrder(ds(KSK, DigestType.SHA256), ds(ZSK, DigestType.SHA256));
    assertThat(fixture.read("keyset-example")).contains(ZSK.facts().dnskey().toString());
  }

  @Test
  void eachDigestAskedForIsMadeAndSha1IsWarnedOf() throws Exception {
    SigningReport report =
        fixture
            .sign("", request -> request.digests(Set.of(DigestType.SHA1, DigestType.SHA384)))
            .report();
    assertThat(report.ds()).containsExactly(ds(KSK, DigestType.SHA1), ds(KSK, DigestType.SHA384));
    assertThat(report.warnings())
        .extracting(SigningWarning::code)
        .contains(SigningWarning.Code.SHA1);
  }

  @Test
  void withoutAKskThereAreNoFilesButAWarning() throws Exception {
    List<KeyUse> keys = List.of(KeyUse.signing(ZSK, SigningScope.BY_ROLE));
    SigningReport report = fixture.sign("", request -> request.keys(keys)).report();
    assertThat(fixture.files()).containsExactly("signed.zone");
    assertThat(report.warnings())
        .extracting(SigningWarning::code)
        .contains(SigningWarning.Code.NO_KEYSET);
  }
}
