package org.offlinesign.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.delegation.AnchorFormat;
import org.offlinesign.delegation.AnchorOptions;
import org.offlinesign.delegation.AnchorOptions.Upkeep;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.delegation.HandOverFormat;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;
import org.offlinesign.zonefile.ZoneFileSource;

/** BIND, Unbound and ldns take what is made of a key of BIND's, and make the same of it. */
class TrustAnchorInteropTest {
  private static final DnsName ZONE = DnsName.of("example.com.");

  @TempDir Path folder;
  private String keyFile = "";
  private EntryPoints points = new EntryPoints(ZONE, List.of(), List.of());

  @BeforeEach
  void makeKey() throws Exception {
    keyFile =
        Peers.require("dnssec-keygen")
                .run(folder, "-q", "-a", "ECDSAP256SHA256", "-f", "KSK", "example.com")
                .orFail()
                .stdout()
                .strip()
            + ".key";
    points = EntryPoints.read(ZoneFileSource.of(folder.resolve(keyFile)), ZONE);
  }

  private static Set<DigestType> digests(DigestType... types) {
    return EnumSet.copyOf(List.of(types));
  }

  static Stream<AnchorOptions> options() {
    return Stream.of(Upkeep.values()).map(upkeep -> new AnchorOptions(upkeep, Instant.EPOCH, ""));
  }

  private String write(AnchorFormat format, EntryPoints anchors, AnchorOptions options)
      throws Exception {
    Path file = folder.resolve(format.name().toLowerCase(Locale.ROOT));
    Files.writeString(file, format.text(anchors, options), StandardCharsets.ISO_8859_1);
    return file.getFileName().toString();
  }

  @ParameterizedTest
  @MethodSource("options")
  void namedCheckconfAcceptsTheStatement(AnchorOptions options) throws Exception {
    Program checker = Peers.require("named-checkconf");
    checker.run(folder, write(AnchorFormat.BIND, points, options)).orFail();
    EntryPoints hashed = points.asDigests(digests(DigestType.SHA256, DigestType.SHA384));
    checker.run(folder, write(AnchorFormat.BIND, hashed, options)).orFail();
  }

  @ParameterizedTest
  @MethodSource("options")
  void unboundCheckconfAcceptsTheClause(AnchorOptions options) throws Exception {
    Program checker = Peers.require("unbound-checkconf");
    EntryPoints both = points.withDigests(digests(DigestType.SHA256, DigestType.SHA384));
    checker.run(folder, write(AnchorFormat.UNBOUND, both, options)).orFail();
    String records = write(AnchorFormat.RECORDS, both, options);
    Files.writeString(
        folder.resolve("conf"),
        "server:\n  trust-anchor-file: \"" + folder.resolve(records) + "\"\n");
    checker.run(folder, "conf").orFail();
  }

  @ParameterizedTest
  @EnumSource(DigestType.class)
  void dsRecordsAreThoseOfBindAndLdns(DigestType digest) throws Exception {
    String name = digest.toString().replace("-", "");
    String ours = HandOverFormat.DSSET.text(points.withDigests(digests(digest)));
    String bind =
        Peers.require("dnssec-dsfromkey").run(folder, "-a", name, keyFile).orFail().stdout();
    assertThat(words(ours)).isEqualTo(words(bind));
    String option = digest == DigestType.SHA1 ? "-1" : digest == DigestType.SHA256 ? "-2" : "-4";
    String ldns = Peers.require("ldns-key2ds").run(folder, "-n", option, keyFile).orFail().stdout();
    assertThat(words(ours)).isEqualTo(words(ldns).replace(" 3600 ", " "));
  }

  @Test
  void cdsRecordsAreThoseOfBind() throws Exception {
    String ours =
        HandOverFormat.CDS.text(points.withDigests(digests(DigestType.SHA256, DigestType.SHA384)));
    String bind =
        Peers.require("dnssec-dsfromkey")
            .run(folder, "-C", "-T", "3600", "-a", "SHA256", "-a", "SHA384", keyFile)
            .orFail()
            .stdout();
    assertThat(words(ours)).isEqualTo(words(bind));
  }

  private static String words(String lines) {
    return lines.toUpperCase(Locale.ROOT).replaceAll("[ \t]+", " ");
  }
}
