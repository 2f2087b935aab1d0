package org.offlinesign.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Corpus;
import org.offlinesign.testing.CorpusFile;
import org.offlinesign.testing.CorpusFile.Kind;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.IncludePolicy;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * Zones that others wrote load here where they load elsewhere, and nowhere else: every file on
 * which its suite and the reference programs agree, but for those that stand here with a reason.
 */
class CorpusVerdictTest {
  private static final String NEW_SVCB_KEY =
      "written when keys 8 and 9 were free; RFC 9540 §4 and IANA give them values that these lack";
  private static final String TTL_OVER_31_BITS =
      "a TTL over 2147483647 (RFC 2181 §8) is a typing error and not 0 seconds";

  /** Files that load elsewhere. */
  private static final Map<String, String> REFUSED_HERE =
      Map.ofEntries(
          Map.entry(
              "suites/bind9/bin/tests/system/unknown/ns1/broken5.db",
              "holds type ANY, which is a question (RFC 6895 §3.1); BIND, whose test it is,"
                  + " refuses it too"),
          Map.entry(
              "suites/gdnsd/t/005tld/etc/zones/com",
              "NS records before the SOA without any TTL; those that accept it make one up, BIND"
                  + " refuses it"),
          Map.entry(
              "suites/knot/tests-extra/tests/basic/delegation_tc/data/tc.test.zone",
              "two of its own name servers have no address; BIND refuses it too"),
          Map.entry(
              "suites/nsd/tpkg/non_b32_nsec3.tdir/non_b32_nsec3.zone",
              "a key of the private algorithm 253 without the name that RFC 4034 A.1.1 asks for"),
          Map.entry(
              "suites/nsd/tpkg/xfr_rrsig.tdir/xfr_rrsig.zone",
              "the zone is opendnssec.se; the manifest guessed se, where the SOA may not stand"),
          Map.entry(
              "suites/pdns/regression-tests/zones/zonemd-serialmismatch.zone",
              "the zone is uri.arpa; the manifest says example, of which it holds nothing"),
          Map.entry(
              "suites/verisign-ldns-zone-digest/Tests/too-small-digest/example.zone",
              "a ZONEMD digest of 2 octets, as its name says (RFC 8976 §2.2.4)"),
          Map.entry("vectors/bind-rdata/https-009-good.zone", NEW_SVCB_KEY),
          Map.entry("vectors/bind-rdata/https-025-good.zone", NEW_SVCB_KEY),
          Map.entry("vectors/bind-rdata/https-048-good.zone", NEW_SVCB_KEY),
          Map.entry("vectors/bind-rdata/https-049-good.zone", NEW_SVCB_KEY),
          Map.entry("vectors/bind-rdata/svcb-009-good.zone", NEW_SVCB_KEY),
          Map.entry("vectors/bind-rdata/svcb-024-good.zone", NEW_SVCB_KEY),
          Map.entry("vectors/bind-rdata/svcb-025-good.zone", NEW_SVCB_KEY),
          Map.entry(
              "vectors/knot-zscanner/42_LOC-014-good.zone",
              "a latitude of more than 90 degrees (RFC 1876 §3); BIND refuses it too"),
          Map.entry(
              "vectors/knot-zscanner/56_ZONEMD-006-good.zone",
              "a ZONEMD digest of 1 octet (RFC 8976 §2.2.4); BIND refuses it too"),
          Map.entry(
              "vectors/knot-zscanner/57_SVCB-010-good.zone",
              "no-default-alpn without alpn (RFC 9460 §7.1.1); BIND refuses it too"),
          Map.entry(
              "vectors/simdzone/svcb-rfc9460_test_vectors-065-good.zone",
              "ech without a value; Knot refuses it too"),
          Map.entry("vectors/simdzone/syntax-ttls-005-good.zone", TTL_OVER_31_BITS),
          Map.entry("vectors/simdzone/syntax-ttls-006-good.zone", TTL_OVER_31_BITS),
          Map.entry(
              "vectors/simdzone/types-supported_types-087-good.zone",
              "CDS without a digest octet (RFC 8078 §4, erratum 5049); BIND refuses it too"),
          Map.entry(
              "vectors/simdzone/types-supported_types-091-good.zone",
              "CDNSKEY without a key octet (RFC 8078 §4, erratum 5049); BIND refuses it too"));

  /** Files that load nowhere else. */
  private static final Map<String, String> ACCEPTED_HERE =
      Map.of(
          "suites/validns/t/zones/example.sec",
          "IPSECKEY without a key, which RFC 4025 §2.4 allows for algorithm 0; NSD accepts it too,"
              + " and ldns stumbles over $INCLUDE");

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @TempDir Path folder;

  @Test
  void zonesThatLoadElsewhereLoadHere() throws IOException {
    List<CorpusFile> files = new ArrayList<>();
    for (Kind kind : List.of(Kind.VALID_ZONE, Kind.SIGNED_VALID, Kind.SIGNED_INVALID)) {
      files.addAll(Corpus.require().hard(kind));
    }
    assertThat(files).hasSize(1949);
    Map<String, String> refused = new TreeMap<>();
    for (CorpusFile file : files) {
      ZoneCheckReport report = check(file);
      if (!report.isGood()) {
        refused.put(file.relativePath(), firstError(report));
      }
    }
    assertThat(refused).containsOnlyKeys(REFUSED_HERE.keySet());
  }

  @Test
  void zonesThatLoadNowhereElseDoNotLoadHere() throws IOException {
    List<CorpusFile> files = Corpus.require().hard(Kind.INVALID_ZONE);
    assertThat(files).hasSize(546);
    List<String> accepted = new ArrayList<>();
    for (CorpusFile file : files) {
      if (check(file).isGood()) {
        accepted.add(file.relativePath());
      }
    }
    assertThat(accepted).containsExactlyInAnyOrderElementsOf(ACCEPTED_HERE.keySet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "cname.db soa-minimum-ttl,ns-single,cname-and-other-data",
        "dup.db soa-minimum-ttl,ns-single,duplicate-record",
        "ooz.db soa-minimum-ttl,ns-single,out-of-zone",
        "ttlmix.db soa-minimum-ttl,ns-single,ttls-differ",
        "unk.db soa-minimum-ttl,ns-single",
        "win_age.db soa-minimum-ttl,ns-single,windows-age",
        "win_base.db soa-minimum-ttl,ns-single",
        "win_bom.db soa-minimum-ttl,ns-single",
        "win_crlf.db soa-minimum-ttl,ns-single",
        "win_oct.db soa-minimum-ttl,ns-single,host-name,windows-escape",
        "win_utf8.db soa-minimum-ttl,ns-single,not-ascii",
        "win_wins.db wins,soa-minimum-ttl,ns-single"
      })
  void zonesInTheShapesOfWindowsServersLoad(String file, String codes) throws IOException {
    ZoneFileOptions options = ZoneFileOptions.builder(DnsName.of("example.com")).build();
    Path path = Corpus.require().file("windows-dialect/" + file);
    assertThat(check(options, path).findings())
        .extracting(finding -> finding.code().toString())
        .containsExactly(codes.split(",", -1));
  }

  private ZoneCheckReport check(CorpusFile file) throws IOException {
    return check(
        ZoneFileOptions.builder(DnsName.of(file.origin()))
            .includes(
                IncludePolicy.inFolders(file.workingDirectory(), List.of(file.workingDirectory())))
            .build(),
        file.path());
  }

  private ZoneCheckReport check(ZoneFileOptions options, Path file) throws IOException {
    SortBudget budget = new SortBudget(SortBudget.MIN_OCTETS * 4, folder, 1);
    return new ZoneCheck(ZoneCheckRequest.of(options, budget, NOW)).check(ZoneFileSource.of(file));
  }

  private static String firstError(ZoneCheckReport report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .findFirst()
        .map(Diagnostic::format)
        .orElseThrow();
  }
}
