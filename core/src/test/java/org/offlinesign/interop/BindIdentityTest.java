package org.offlinesign.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.delegation.KeySetContent;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Nsec3Salt;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.KeyPlanException;
import org.offlinesign.sign.KeyUse;
import org.offlinesign.sign.RecordTreatment;
import org.offlinesign.sign.SerialPolicy;
import org.offlinesign.sign.SignedText;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.SigningScope;
import org.offlinesign.sign.ZoneSigner;
import org.offlinesign.testing.Budgets;
import org.offlinesign.testing.Corpus;
import org.offlinesign.testing.CorpusFile;
import org.offlinesign.zonefile.IncludePolicy;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * What BIND's dnssec-signzone makes, byte for byte: with the same keys and times the RRSIG, NSEC,
 * NSEC3, NSEC3PARAM and DNSKEY records are the same, because RSA and EdDSA leave no choice (RFC
 * 8017 §8.2, RFC 8032 §5.1.6).
 *
 * <p>{@link ComparedRecords} lists the exceptions. {@code -Dofflinesign.identity.step=1} takes
 * every zone of the corpus and not a sample.
 */
class BindIdentityTest {
  private static final int SHOWN = 150;

  /** BIND keeps keys in files that are called after the zone. */
  private static final int LONGEST_IN_A_FILE_NAME = 200;

  private static final Nsec3Parameters SALT =
      new Nsec3Parameters(5, Nsec3Salt.of("0123456789abcdef"));
  private static final Way NSEC = new Way(Algorithm.RSASHA256, new Nsec());
  private static final Way NSEC_RSASHA1 = new Way(Algorithm.RSASHA1, new Nsec());
  private static final Way NSEC3 =
      new Way(Algorithm.RSASHA256, new Nsec3(Nsec3Parameters.RFC_9276, false));
  private static final Way SALTED = new Way(Algorithm.NSEC3RSASHA1, new Nsec3(SALT, false));
  private static final Way OPT_OUT = new Way(Algorithm.RSASHA256, new Nsec3(SALT, true));

  @TempDir Path folder;

  /** How zones are signed. */
  private record Way(Algorithm algorithm, Denial denial) {}

  private record Zone(String name, DnsName origin, Path workingFolder, String file) {
    ZoneFileSource source() {
      return ZoneFileSource.of(workingFolder.resolve(file));
    }

    ZoneFileOptions reading() {
      return ZoneFileOptions.builder(origin)
          .includes(IncludePolicy.inFolders(workingFolder, List.of(workingFolder)))
          .build();
    }

    SignedText read() throws Exception {
      List<org.offlinesign.record.ResourceRecord> records = new ArrayList<>();
      new ZoneFileReader(reading()).read(source(), record -> records.add(record.toRecord()));
      return new SignedText(records);
    }
  }

  @Test
  void ofEachTestZoneWithRsasha256() throws Exception {
    compareAll(testZones(), NSEC);
  }

  @Test
  void ofEachTestZoneWithRsasha1() throws Exception {
    compareAll(testZones(), NSEC_RSASHA1);
  }

  @Test
  void ofEachTestZoneWithEd25519() throws Exception {
    compareAll(testZones(), new Way(Algorithm.ED25519, new Nsec()));
  }

  @Test
  void ofEachTestZoneWithEd448() throws Exception {
    compareAll(testZones(), new Way(Algorithm.ED448, new Nsec()));
  }

  @Test
  void ofASampleOfTheCorpusWithRsasha256() throws Exception {
    compareAll(corpusZones(0), NSEC);
  }

  @Test
  void ofAnotherSampleOfTheCorpusWithRsasha1() throws Exception {
    compareAll(corpusZones(1), NSEC_RSASHA1);
  }

  @Test
  void rfc5155_7_1_ofEachTestZoneWithNsec3() throws Exception {
    compareAll(testZones(), NSEC3);
  }

  @Test
  void rfc5155_6_ofEachTestZoneWithOptOut() throws Exception {
    compareAll(testZones(), OPT_OUT);
  }

  @Test
  void ofASampleOfTheCorpusWithNsec3() throws Exception {
    compareAll(corpusZones(2), NSEC3);
  }

  @Test
  void ofASampleOfTheCorpusWithSaltAndIterations() throws Exception {
    compareAll(corpusZones(3), SALTED);
  }

  @Test
  void ofASampleOfTheCorpusWithOptOut() throws Exception {
    compareAll(corpusZones(4), OPT_OUT);
  }

  private static List<Zone> corpusZones(int first) throws IOException {
    int step = Integer.getInteger("offlinesign.identity.step", 80);
    List<CorpusFile> files = Corpus.require().hard(CorpusFile.Kind.VALID_ZONE);
    List<Zone> zones = new ArrayList<>();
    for (int i = first % step; i < files.size(); i += step) {
      CorpusFile file = files.get(i);
      DnsName origin = DnsName.of(file.origin());
      zones.add(new Zone(file.relativePath(), origin, file.workingDirectory(), file.argument()));
    }
    return zones;
  }

  private static List<Zone> testZones() throws IOException {
    Path zones = Path.of("..", "testzones").toAbsolutePath().normalize();
    try (Stream<Path> files = Files.list(zones)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.matches(".*\\.(zone|dns)") && !file.startsWith("broken"))
          .sorted()
          .map(file -> testZone(zones, file))
          .toList();
    }
  }

  private static Zone testZone(Path folder, String file) {
    String stem = file.replaceAll("\\.(zone|dns)$", "");
    DnsName origin = stem.equals("root") ? DnsName.ROOT : DnsName.of(stem);
    return new Zone(file, origin, folder, file);
  }

  private void compareAll(List<Zone> zones, Way way) throws Exception {
    Path bindFolder = Files.createDirectory(folder.resolve("bind"));
    BindSigner bind = new BindSigner(bindFolder, way.algorithm(), way.denial());
    List<String> differences = new ArrayList<>();
    int signedByBind = 0;
    int compared = 0;
    for (int i = 0; i < zones.size(); i++) {
      Zone zone = zones.get(i);
      if (zone.origin().toString().length() > LONGEST_IN_A_FILE_NAME) {
        continue;
      }
      Path place = Files.createDirectory(folder.resolve("zone" + i));
      BindSigner.ZoneKeys keys = bind.keysOf(zone.origin(), place.resolve("keys"));
      Path theirs = place.resolve("theirs");
      if (!bind.signs(zone.origin(), zone.workingFolder(), zone.file(), keys, theirs)) {
        continue;
      }
      signedByBind++;
      if (isForUs(zone, way)) {
        compared++;
        String difference = difference(zone, way, keys.keys(), theirs);
        if (!difference.isEmpty()) {
          differences.add(zone.name() + ": " + difference);
        }
      }
    }
    System.err.printf(
        "%s: of %d zones BIND signs %d, of which %d are compared%n",
        way, zones.size(), signedByBind, compared);
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(zones.size() * 3 / 4);
  }

  private static boolean isForUs(Zone zone, Way way) throws Exception {
    SignedText input;
    try {
      input = zone.read();
    } catch (ZoneFileException e) {
      // What is read and what is not is the matter of other tests.
      return false;
    }
    // RFC 4035 §2.2: BIND adds keys of a second algorithm, and does not sign with the first.
    return input.data(zone.origin().toString(), RecordType.DNSKEY).stream()
        .allMatch(key -> key.split(" ", 4)[2].equals(Integer.toString(way.algorithm().number())));
  }

  private static String difference(Zone zone, Way way, List<SigningKey> keys, Path theirs)
      throws Exception {
    Path ours = theirs.resolveSibling("ours");
    try {
      sign(zone, way, keys, ours);
    } catch (ZoneFileException | KeyPlanException e) {
      return "refused: " + e.getMessage();
    }
    ComparedRecords compared = new ComparedRecords(zone.origin(), keys, zone.read(), way.denial());
    ComparedRecords.Difference difference = compared.between(theirs, ours);
    assertThat(difference.compared()).as(zone.name()).isPositive();
    return difference.isEmpty()
        ? ""
        : "\n  only BIND "
            + shown(difference.onlyBind())
            + "\n  only here "
            + shown(difference.onlyHere());
  }

  private static String shown(Set<String> lines) {
    return lines.size()
        + ": "
        + lines.stream()
            .limit(6)
            .map(line -> line.substring(0, Math.min(SHOWN, line.length())))
            .collect(Collectors.joining("\n    "));
  }

  private static void sign(Zone zone, Way way, List<SigningKey> keys, Path output)
      throws Exception {
    SigningRequest request =
        SigningRequest.builder(zone.origin(), zone.source(), output, Budgets.in(output.getParent()))
            .reading(zone.reading())
            .keys(keys.stream().map(key -> KeyUse.signing(key, SigningScope.BY_ROLE)).toList())
            .denial(way.denial())
            .validity(BindSigner.VALIDITY)
            .serialPolicy(SerialPolicy.KEEP)
            .dsTreatment(RecordTreatment.NOCHANGE)
            .dnskeyTreatment(RecordTreatment.ADD)
            .keySetContent(KeySetContent.NONE)
            .build();
    Clock clock = Clock.fixed(BindSigner.VALIDITY.inception(), ZoneOffset.UTC);
    new ZoneSigner(CryptoProviders.detect(), clock).sign(request);
  }
}
