package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.sign.SigningFixture.KSK;
import static org.offlinesign.sign.SigningFixture.NOW;
import static org.offlinesign.sign.SigningFixture.ZONE;
import static org.offlinesign.sign.SigningFixture.ZSK;
import static org.offlinesign.sign.SigningFixture.byRole;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.delegation.KeySetPolicy;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.SigningKey;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Serial;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.testing.Budgets;
import org.offlinesign.verify.Finding;
import org.offlinesign.zone.ZonemdHash;
import org.offlinesign.zonefile.IncludeStandIn;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/** DNSSEC records in a file of their own, which a zone file includes that stays as it is. */
class IncludedFileTest {
  private static final String HEAD =
      """
      $TTL 300
      @ SOA ns admin 7 3600 900 604800 60
      @ NS ns ; the only one
      ns A 192.0.2.1
      """;
  private static final String INCLUDE = "$INCLUDE db.dnssec\n";
  private static final String DS = "1 8 2 " + "AB".repeat(32);

  @TempDir Path folder;

  private SigningReport sign(String text) throws Exception {
    return sign(text, request -> request);
  }

  private SigningReport sign(String text, UnaryOperator<SigningRequest.Builder> changes)
      throws Exception {
    Path db = Files.writeString(folder.resolve("db"), text);
    Path output = IncludedFile.of(db).path();
    SigningRequest.Builder request =
        SigningRequest.builder(ZONE, ZoneFileSource.of(db), output, Budgets.in(folder))
            .reading(ZoneFileOptions.builder(ZONE).standIn(IncludeStandIn.nothing(output)).build())
            .content(ZoneContent.INCLUDED)
            .serialPolicy(SerialPolicy.KEEP)
            .dsTreatment(RecordTreatment.ADD)
            .dnskeyTreatment(RecordTreatment.ADD)
            .keys(byRole(KSK, ZSK))
            .keySets(KeySetPolicy.in(folder));
    SigningReport report = SigningFixture.signer().sign(changes.apply(request).build());
    assertThat(db).hasContent(text);
    return report;
  }

  private List<ResourceRecord> records(String file) throws Exception {
    List<ResourceRecord> records = new ArrayList<>();
    new ZoneFileReader(ZoneFileOptions.builder(ZONE).build())
        .read(ZoneFileSource.of(folder.resolve(file)), record -> records.add(record.toRecord()));
    return records;
  }

  private List<Finding> errors() throws Exception {
    return new SigningFixture(folder).verificationErrors("db");
  }

  static List<Denial> denials() {
    return List.of(new Nsec(), new Nsec3(Nsec3Parameters.RFC_9276, true));
  }

  @ParameterizedTest
  @MethodSource("denials")
  void theZoneFileWithItIsTheSignedZone(Denial denial) throws Exception {
    String zone =
        HEAD
            + "a 60 A 192.0.2.1\na 60 A 192.0.2.2\nA TXT \"; $INCLUDE\"\n*.b MX 1 a\nsub NS a\nsub DS "
            + DS
            + "\nzonemd ZONEMD 7 1 1 "
            + "AB".repeat(48)
            + "\n";
    SigningReport report =
        sign(
            zone + INCLUDE,
            request ->
                request
                    .denial(denial)
                    .apexChanges(
                        new ApexChanges(
                            ChildSignal.PUBLISH,
                            ChildSignal.PUBLISH,
                            EnumSet.of(ZonemdHash.SHA384))));
    assertThat(errors()).isEmpty();
    assertThat(records("db")).doesNotHaveDuplicates().hasSize((int) report.output().records());
    assertThat(records("db.dnssec"))
        .extracting(record -> record.type())
        .contains(RecordType.DNSKEY, RecordType.CDS, RecordType.CDNSKEY, RecordType.ZONEMD)
        .doesNotContain(RecordType.SOA, RecordType.DS, RecordType.NS);
  }

  @ParameterizedTest
  @EnumSource(ZoneLayout.class)
  void itReadsTheSameWhereverItIsIncluded(ZoneLayout layout) throws Exception {
    sign(
        HEAD + "$ORIGIN deep.example.\nx TXT x\n" + INCLUDE + "y TXT y\n",
        request -> request.layout(layout));
    assertThat(errors()).isEmpty();
  }

  @Test
  void whatIsThereIsNotReadButMadeAnew() throws Exception {
    sign(HEAD + "a TXT a\n" + INCLUDE);
    String first = Files.readString(folder.resolve("db.dnssec"));
    Files.writeString(folder.resolve("db.dnssec"), first + "b TXT b\nx DNSKEY rubbish\n(");
    SigningReport report = sign(HEAD + INCLUDE);
    assertThat(report.warnings()).isEmpty();
    assertThat(records("db.dnssec"))
        .noneMatch(record -> record.owner().toString().matches("[abx]\\.example\\."));
    assertThat(errors()).isEmpty();
  }

  @Test
  void theFirstLineTellsTheSerialThatWasSigned() throws Exception {
    IncludedFile file = IncludedFile.of(folder.resolve("db"));
    assertThat(file.lastSerial(ZONE)).isEmpty();
    sign(HEAD + INCLUDE);
    assertThat(file.lastSerial(ZONE)).contains(new Serial(7));
    assertThat(sign(HEAD + INCLUDE, request -> request.servedSerial(new Serial(7))).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.code()).isEqualTo(Code.SERIAL_STANDS))
        .satisfies(warning -> assertThat(warning.message()).contains("raise it and sign again"));
    Files.writeString(file.path(), "; DNSSEC records of other. with the serial 7, to be\n");
    assertThatThrownBy(() -> file.lastSerial(ZONE)).isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void aFileThatDoesNotIncludeItIsWarnedOf() throws Exception {
    assertThat(sign(HEAD).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.code()).isEqualTo(Code.NOT_INCLUDED))
        .satisfies(
            warning ->
                assertThat(warning.message())
                    .contains(": $INCLUDE db.dnssec, else with its whole path: $INCLUDE ")
                    .endsWith(folder.resolve("db.dnssec").toString()));
    assertThat(sign(HEAD + INCLUDE).warnings()).isEmpty();
  }

  @Test
  void dsRecordsOfChildrenComeBesideThoseOfTheZoneFile() throws Exception {
    Files.writeString(folder.resolve("dsset-sub.example."), "sub.example. IN DS " + DS + "\n");
    String zone = HEAD + "sub NS ns\nsub 60 DS 2 8 2 " + "CD".repeat(32) + "\n";
    sign(zone + INCLUDE);
    List<ResourceRecord> made = records("db.dnssec");
    assertThat(made)
        .filteredOn(record -> record.type().equals(RecordType.DS))
        .singleElement()
        .satisfies(record -> assertThat(record.ttl().seconds()).isEqualTo(60));
    assertThat(errors()).isEmpty();
  }

  @Test
  void signaturesThatMayStayComeFromWhatIsThere() throws Exception {
    Validity former = new Validity(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(20)));
    SignaturePolicy week = new SignaturePolicy(null, Duration.ZERO, Duration.ofDays(7));
    sign(HEAD + "a TXT a\n" + INCLUDE, request -> request.validity(former));
    SigningReport report =
        sign(HEAD + "a TXT b\n" + INCLUDE, request -> request.signaturePolicy(week));
    assertThat(report.renewal().made()).isEqualTo(1);
    assertThat(report.renewal().kept()).isGreaterThan(5);
    assertThat(errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a TXT a\na 60 TXT b\n",
        "a TXT a\na 60 TXT a\n",
        "a RRSIG TXT 8 2 300 20260301000000 20260101000000 1 @ AAAA\n",
        "a NSEC b A\n",
        "@ NSEC3PARAM 1 0 0 -\n",
        "www.other. TXT a\n",
        "@ WINS LOCAL L0 C0 ( 192.0.2.2 )\n",
        "@ ZONEMD 7 1 1 "
            + "ABABABABABABABABABABABABABABABABABABABABABABABAB"
            + "ABABABABABABABABABABABABABABABABABABABABABABABAB\n",
        INCLUDE + " TXT a\n",
        "$INCLUDE part\n TXT a\n",
        "$INCLUDE part\na TXT a\n",
      })
  void whatServersWouldLoadOtherwiseThanItWasSignedIsAnError(String records) throws IOException {
    Files.writeString(folder.resolve("part"), "$TTL 60\nb TXT b\n");
    assertThatThrownBy(() -> sign(HEAD + records + INCLUDE))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageMatching("(?s).*\\bdb(:[567])?.*");
    assertThat(folder.resolve("db.dnssec")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "60 "})
  void withoutTheTtlsServersDiffer(String soaTtl) {
    String zone = HEAD.replace("$TTL 300\n", "").replace(" SOA", " " + soaTtl + "SOA");
    assertThatThrownBy(() -> sign(zone + INCLUDE))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("begin the file with $TTL");
  }

  @Test
  void aKeyOfTheZoneFileCannotBeTakenOut() throws Exception {
    SigningKey third = SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK);
    sign(HEAD + INCLUDE, request -> request.keys(byRole(KSK, ZSK, third)));
    String keys =
        Files.readAllLines(folder.resolve("db.dnssec")).stream()
            .filter(line -> line.contains("\tDNSKEY\t2"))
            .collect(Collectors.joining("\n", "", "\n"));
    String withKeys = HEAD + keys + INCLUDE;
    sign(withKeys);
    assertThat(records("db.dnssec")).noneMatch(record -> record.type().equals(RecordType.DNSKEY));
    assertThat(errors()).isEmpty();
    List<KeyUse> uses = new ArrayList<>(byRole(KSK, ZSK));
    uses.add(KeyUse.signing(third, SigningScope.UNPUBLISHED));
    assertThatThrownBy(() -> sign(withKeys, request -> request.keys(uses)))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("take out those");
  }

  @Test
  void itIsNamedAsItStandsInALine() {
    assertThat(IncludedFile.of(Path.of("x", "a b")).directive())
        .isEqualTo("$INCLUDE \"a b.dnssec\"");
    assertThat(IncludedFile.of(Path.of("/x y/\"z", "a")).wholeDirective())
        .isEqualTo("$INCLUDE \"/x y/\\\"z/a.dnssec\"");
    assertThat(IncludedFile.of(Path.of("a\"b")).hasPlainName()).isFalse();
  }

  @Test
  void itIsIncludedByAnyPathAndBeforeItIsThere() throws Exception {
    Files.createDirectory(folder.resolve("parts"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("db.dnssec"));
    Files.writeString(folder.resolve("parts/more"), "a TXT a\n$INCLUDE ../link\n");
    assertThat(sign(HEAD + "$INCLUDE parts/more\n").warnings()).isEmpty();
    assertThat(errors()).isEmpty();
  }
}
