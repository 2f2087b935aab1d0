package org.offlinesign.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.file.WrittenFile;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.OutputCheck;
import org.offlinesign.sign.OutputRefusedException;
import org.offlinesign.sign.ReadBack;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.verify.Finding;
import org.offlinesign.verify.FindingCode;
import org.offlinesign.verify.FindingKind;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.verify.VerificationRequest;
import org.offlinesign.verify.ZoneVerifier;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileException;

/** Verifies every signature of a signed zone, from the octets of its file, before it is used. */
final class SignatureProof implements OutputCheck {
  private final CryptoProviders providers;

  SignatureProof(CryptoProviders providers) {
    this.providers = providers;
  }

  @Override
  public void check(WrittenFile part, SigningRequest request)
      throws IOException, OutputRefusedException {
    ReadBack zone = ReadBack.of(request, part);
    VerificationRequest verification =
        VerificationRequest.builder(zone.source(), zone.reading(), request.budget())
            .unpublishedKeys(unpublishedKeys(request))
            .verifiedBefore(
                request.previous(), KeyUse.owner(request.zone(), request.keys(), providers))
            .build();
    try {
      refuseUnlessValid(new ZoneVerifier(providers).verify(verification));
    } catch (ZoneFileException e) {
      throw new OutputRefusedException(e.errors().stream().map(Diagnostic::format).toList());
    }
  }

  @Override
  public boolean verifiesSignatures() {
    return true;
  }

  private static List<Dnskey> unpublishedKeys(SigningRequest request) {
    return request.keys().stream()
        .filter(use -> !use.scope().isPublished())
        .map(use -> use.key().dnskey())
        .toList();
  }

  private static void refuseUnlessValid(VerificationReport report) throws OutputRefusedException {
    if (report.isValid() && !report.counts().containsKey(FindingCode.RRSIG_UNCHECKED)) {
      return;
    }
    List<String> findings = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (isFault(finding)) {
        findings.add(finding.format());
      }
    }
    throw new OutputRefusedException(findings);
  }

  /**
   * What policy says of the keys has been told when they were chosen; what was not looked at is not
   * proved.
   */
  private static boolean isFault(Finding finding) {
    return finding.code() == FindingCode.RRSIG_UNCHECKED
        || (finding.severity() == Severity.ERROR && finding.code().kind() == FindingKind.PROTOCOL);
  }
}
