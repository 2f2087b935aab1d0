package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.sign.SigningFixture.PROVIDERS;
import static org.offlinesign.sign.SigningFixture.ZONE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.SigningKey;
import org.offlinesign.seal.FileLayout;
import org.offlinesign.seal.FileSealer;
import org.offlinesign.seal.Proof;
import org.offlinesign.testing.Budgets;
import org.offlinesign.verify.Finding;
import org.offlinesign.verify.FindingCode;
import org.offlinesign.verify.VerificationRequest;
import org.offlinesign.verify.ZoneVerifier;
import org.offlinesign.zonefile.ZoneFileOptions;

/**
 * Two keys with the same algorithm and key tag, in a zone of which signatures are taken over: whose
 * signature is whose is then not told by what it says (RFC 4035 §5.3.1).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyTagCollisionTest {
  private static final String RECORDS = "a TXT t\nb A 192.0.2.1\n";
  private static final int SIGNED_BY_ZSK = 10;
  private static final int SIGNED_BELOW_THE_APEX = 6;

  @TempDir Path folder;

  private final KeyUse ksk = signing(ecdsa(KeyRole.KSK));

  /** Seals all files that it signs, because it comes first: one run knows those of the other. */
  private final KeyUse sealer = signing(SigningFixture.ZSK);

  private SigningKey zsk;
  private SigningKey other;
  private SigningFixture fixture;
  private Path previous;

  private static SigningKey ecdsa(KeyRole role) {
    return SigningFixture.key(Algorithm.ECDSAP256SHA256, role, 256);
  }

  private static KeyUse signing(SigningKey key) {
    return KeyUse.signing(key, SigningScope.BY_ROLE);
  }

  @BeforeAll
  void findTwoKeysWithOneTag() {
    Map<Integer, SigningKey> byTag = new HashMap<>();
    SigningKey key = ecdsa(KeyRole.ZSK);
    while (byTag.putIfAbsent(key.facts().keyTag(), key) == null) {
      key = ecdsa(KeyRole.ZSK);
    }
    zsk = Objects.requireNonNull(byTag.get(key.facts().keyTag()));
    other = key;
  }

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
    previous = folder.resolve("previous.zone");
  }

  private void publish(KeyUse... keys) throws Exception {
    fixture.sign(RECORDS, request -> request.keys(List.of(keys)).serialPolicy(SerialPolicy.KEEP));
    Files.copy(folder.resolve("signed.zone"), previous);
  }

  /** Signs again and returns which signatures are new. */
  private List<String> again(KeyUse... keys) throws Exception {
    fixture.sign(
        RECORDS,
        request ->
            request
                .keys(List.of(keys))
                .serialPolicy(SerialPolicy.KEEP)
                .previous(List.of(previous)));
    List<String> signatures = signatures(folder.resolve("signed.zone"));
    assertThat(signatures).doesNotHaveDuplicates();
    assertThat(fixture.verificationErrors()).isEmpty();
    List<String> made = new ArrayList<>(signatures);
    made.removeAll(signatures(previous));
    return made;
  }

  private static List<String> signatures(Path file) throws Exception {
    return Files.readAllLines(file).stream().filter(line -> line.contains("\tRRSIG\t")).toList();
  }

  @Test
  void signaturesOfAKeyWhoseTagIsItsOwnStay() throws Exception {
    publish(ksk, signing(zsk));
    assertThat(again(ksk, signing(zsk))).isEmpty();
  }

  @Test
  void aSecondKeyWithTheTagOfTheFirstSignsEverythingItself() throws Exception {
    publish(sealer, ksk, signing(zsk));
    int renewedOverKeys = 3;
    assertThat(again(sealer, ksk, signing(zsk), signing(other)))
        .hasSize(SIGNED_BY_ZSK + renewedOverKeys);
  }

  @Test
  void aKeyThatTakesOverFromOneWithItsTagSignsEverythingItself() throws Exception {
    publish(sealer, ksk, signing(zsk), KeyUse.published(other.facts()));
    assertThat(again(sealer, ksk, KeyUse.published(zsk.facts()), signing(other)))
        .hasSize(SIGNED_BY_ZSK);
  }

  @Test
  void ofTwoKeysWithOneTagThatBothSignedOnlyWhatIsCheckedAnewStays() throws Exception {
    publish(sealer, ksk, signing(zsk), signing(other));
    assertThat(again(sealer, ksk, signing(zsk), signing(other)))
        .hasSize(2 * SIGNED_BELOW_THE_APEX)
        .noneMatch(line -> line.startsWith("@"));
  }

  @Test
  void aFileThatAnUnpublishedKeySignedWithTheTagOfAnotherIsNotSealed() throws Exception {
    KeyUse unpublished = KeyUse.signing(other, SigningScope.UNPUBLISHED);
    publish(ksk, signing(zsk), unpublished);
    assertThat(fixture.read("signed.zone")).doesNotContain("offlinesign-seal");
    fixture.sign(RECORDS, request -> request.keys(List.of(ksk, signing(zsk))));
    assertThat(fixture.read("signed.zone")).contains("offlinesign-seal");
  }

  @Test
  void whatTheVerifierFoundRightBeforeItBelievesOnlyOfAKeyWhoseTagIsItsOwn() throws Exception {
    publish(ksk, signing(zsk));
    assertThat(errorsOfAWrongSignatureInASealedFile(ksk, signing(zsk))).isEmpty();
    Files.delete(previous);
    KeyUse second = KeyUse.published(other.facts());
    publish(ksk, signing(zsk), second);
    assertThat(errorsOfAWrongSignatureInASealedFile(ksk, signing(zsk), second))
        .contains(FindingCode.RRSIG_INVALID);
  }

  private List<FindingCode> errorsOfAWrongSignatureInASealedFile(KeyUse... keys) throws Exception {
    String signed = Files.readString(previous);
    String wrong =
        signed
            .substring(0, signed.indexOf("; offlinesign-seal"))
            .replaceFirst("(\tRRSIG\tTXT [^\n]* example\\. )..", "$1AA");
    FileSealer sealer = new FileSealer(PROVIDERS);
    sealer.update(wrong.getBytes(StandardCharsets.UTF_8));
    byte[] seal = sealer.seal(ZONE, FileLayout.TEXT, Proof.VERIFIED, zsk.newSigner(PROVIDERS));
    Files.writeString(previous, wrong + new String(seal, StandardCharsets.UTF_8) + "\n");
    VerificationRequest request =
        VerificationRequest.builder(
                SigningFixture.source(wrong),
                ZoneFileOptions.builder(ZONE).build(),
                Budgets.in(folder))
            .verifiedBefore(List.of(previous), KeyUse.owner(ZONE, List.of(keys), PROVIDERS))
            .build();
    return new ZoneVerifier(PROVIDERS)
        .verify(request).findings().stream().map(Finding::code).toList();
  }
}
