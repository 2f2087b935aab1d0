package org.offlinesign.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.delegation.KeySetContent;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Nsec3Salt;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.RecordTreatment;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.SigningScope;
import org.offlinesign.sign.ZoneLayout;
import org.offlinesign.sign.ZoneSigner;
import org.offlinesign.testing.Budgets;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;
import org.offlinesign.zonefile.ZoneFileSource;

/** The verifiers of BIND, ldns and Knot accept what is signed here. */
class PeerAcceptanceTest {
  private static final DnsName ZONE = DnsName.of("example.");

  @TempDir Path folder;

  private BindSigner.ZoneKeys keys;

  @BeforeEach
  void makeKeys() throws Exception {
    Path made = Files.createDirectory(folder.resolve("bind"));
    keys = new BindSigner(made, Algorithm.RSASHA256).keysOf(ZONE, folder.resolve("keys"));
  }

  private static final List<Denial> WAYS =
      List.of(
          new Nsec(),
          new Nsec3(Nsec3Parameters.RFC_9276, false),
          new Nsec3(new Nsec3Parameters(5, Nsec3Salt.of("aabbccdd")), true));

  private void sign(ZoneLayout layout, Denial denial) throws Exception {
    Path zone =
        Files.writeString(
            folder.resolve("zone"),
            """
            $TTL 300
            @ SOA ns admin 1 3600 900 604800 60
            @ NS ns
            @ MX 10 Mail
            ns A 192.0.2.1
            Mail AAAA 2001:db8::1
            a.b.c TXT "empty non-terminals above"
            *.wild A 192.0.2.3
            sec NS ns.sec
            sec DS 1 8 2 AABBCCDDEEFF00112233445566778899AABBCCDDEEFF00112233445566778899
            ns.sec A 192.0.2.4
            ins NS ns.ins
            ns.ins A 192.0.2.5
            alias CNAME a.b.c
            dn DNAME other.
            x\\046y\\000z A 192.0.2.6
            t TYPE65280 \\# 4 0a0b0C0D
            """);
    SigningRequest request =
        SigningRequest.builder(
                ZONE, ZoneFileSource.of(zone), folder.resolve("signed"), Budgets.in(folder))
            .keys(
                keys.keys().stream().map(key -> KeyUse.signing(key, SigningScope.BY_ROLE)).toList())
            .dsTreatment(RecordTreatment.NOCHANGE)
            .keySetContent(KeySetContent.NONE)
            .layout(layout)
            .denial(denial)
            .build();
    new ZoneSigner(CryptoProviders.detect(), Clock.systemUTC()).sign(request);
  }

  private void accepted(String program, String... arguments) throws Exception {
    for (ZoneLayout layout : ZoneLayout.values()) {
      if (layout == ZoneLayout.WINDOWS && program.equals("kzonecheck")) {
        // Knot takes no file with CRLF at the ends of its lines.
        continue;
      }
      for (Denial denial : WAYS) {
        sign(layout, denial);
        Program.Outcome outcome = Peers.require(program).run(folder, arguments);
        assertThat(outcome.exitCode()).as(denial + ": " + outcome).isZero();
      }
    }
  }

  @Test
  void dnssecVerify() throws Exception {
    accepted("dnssec-verify", "-o", "example.", "signed");
  }

  @Test
  void ldnsVerifyZone() throws Exception {
    accepted("ldns-verify-zone", "signed");
  }

  @Test
  void kzonecheck() throws Exception {
    accepted("kzonecheck", "-d", "on", "-o", "example.", "signed");
  }

  @Test
  void namedCheckzone() throws Exception {
    accepted("named-checkzone", "-i", "local", "example.", "signed");
  }
}
