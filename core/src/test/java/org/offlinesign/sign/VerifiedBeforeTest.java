package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.sign.SigningFixture.PROVIDERS;
import static org.offlinesign.sign.SigningFixture.ZONE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
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
 * What the verifier takes for known to be right: what stands in a sealed file that was verified.
 */
class VerifiedBeforeTest {
  private static final List<KeyUse> KEYS = SigningFixture.keysOnP256();
  private static final String A_SIGNATURE = "a\t300\tIN\tRRSIG\tTXT [^\n]* example\\. ";

  @TempDir Path folder;

  private SigningFixture fixture;
  private Path sealed;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
    sealed = folder.resolve("sealed.zone");
  }

  private String signedText(boolean nsec3) throws Exception {
    fixture.sign(
        "a TXT t\nb A 192.0.2.1\n",
        request ->
            nsec3
                ? request.keys(KEYS).denial(new Nsec3(Nsec3Parameters.RFC_9276, false))
                : request.keys(KEYS));
    String text = fixture.read("signed.zone");
    return text.substring(0, text.indexOf("; offlinesign-seal"));
  }

  private static String withWrongSignature(String text) {
    String changed = text.replaceFirst("(" + A_SIGNATURE + ").", "$1A");
    return changed.equals(text) ? text.replaceFirst("(" + A_SIGNATURE + ").", "$1B") : changed;
  }

  private void seal(String text, Proof proof) throws Exception {
    FileSealer sealer = new FileSealer(PROVIDERS);
    sealer.update(text.getBytes(StandardCharsets.UTF_8));
    byte[] line =
        sealer.seal(
            ZONE,
            FileLayout.TEXT,
            proof,
            Objects.requireNonNull(KEYS.get(1).signingKey()).newSigner(PROVIDERS));
    Files.writeString(sealed, text + new String(line, StandardCharsets.UTF_8) + "\n");
  }

  private List<FindingCode> errors(String text) throws Exception {
    VerificationRequest request =
        VerificationRequest.builder(
                SigningFixture.source(text),
                ZoneFileOptions.builder(ZONE).build(),
                Budgets.in(folder))
            .verifiedBefore(List.of(sealed), KeyUse.owner(ZONE, KEYS, PROVIDERS))
            .build();
    return new ZoneVerifier(PROVIDERS)
        .verify(request).findings().stream().map(Finding::code).toList();
  }

  @Test
  void aSignatureOfAFileThatWasVerifiedIsBelieved() throws Exception {
    String wrong = withWrongSignature(signedText(false));
    seal(wrong, Proof.VERIFIED);
    assertThat(errors(wrong)).isEmpty();
  }

  @Test
  void commentsOfTheFileMakeNoDifference() throws Exception {
    String wrong = withWrongSignature(signedText(false));
    String commented =
        wrong
            .replace("a\t300\tIN\tTXT\t\"t\"\n", "; a\na\t300\tIN\tTXT\t\"t\" ; \"t\"\n; end\n")
            .replace("b\t300\tIN\tA\t", "; b\n; RRSIG\nb\t300\tIN\tA\t");
    assertThat(commented.lines()).hasSize((int) wrong.lines().count() + 4);
    seal(commented, Proof.VERIFIED);
    assertThat(errors(wrong)).isEmpty();
    assertThat(errors(commented)).isEmpty();
  }

  @Test
  void aSignatureOfAFileThatWasNotVerifiedIsVerified() throws Exception {
    String wrong = withWrongSignature(signedText(false));
    seal(wrong, Proof.UNVERIFIED);
    assertThat(errors(wrong)).contains(FindingCode.RRSIG_INVALID);
  }

  @Test
  void aSignatureOfAFileThatWasChangedIsVerified() throws Exception {
    String wrong = withWrongSignature(signedText(false));
    seal(wrong, Proof.VERIFIED);
    Files.writeString(sealed, Files.readString(sealed).replace("192.0.2.1", "192.0.2.2"));
    assertThat(errors(wrong)).contains(FindingCode.RRSIG_INVALID);
  }

  @Test
  void anotherSignatureThanThatOfTheFileIsVerified() throws Exception {
    String text = signedText(false);
    seal(text, Proof.VERIFIED);
    assertThat(errors(withWrongSignature(text))).contains(FindingCode.RRSIG_INVALID);
  }

  @Test
  void aSignatureOfTheFileOverAnotherRrsetIsVerified() throws Exception {
    String text = signedText(false);
    seal(text, Proof.VERIFIED);
    assertThat(errors(text.replace("192.0.2.1", "192.0.2.2"))).contains(FindingCode.RRSIG_INVALID);
    assertThat(errors(text + "b 300 A 192.0.2.2\n")).contains(FindingCode.RRSIG_INVALID);
  }

  @ParameterizedTest
  @EnumSource(Proof.class)
  void nothingElseIsTakenForGranted(Proof proof) throws Exception {
    String text = signedText(true);
    seal(text, proof);
    assertThat(errors(text)).isEmpty();
    assertThat(errors(text.replaceFirst(A_SIGNATURE + "[^\n]*\n", "")))
        .contains(FindingCode.RRSIG_MISSING);
    assertThat(errors(text.replaceFirst("[^\n]*\tNSEC3\t[^\n]*\n", ""))).isNotEmpty();
  }
}
