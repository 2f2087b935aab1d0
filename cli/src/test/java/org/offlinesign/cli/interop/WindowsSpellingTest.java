package org.offlinesign.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.rdata.SignatureTime;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;

/** The switches of {@code dnscmd /OfflineSign} do what Appendix I of the deployment guide says. */
class WindowsSpellingTest {
  private static final String SIGN =
      "/OfflineSign /SignZone /input in.dns /output out.dns /zone example.com ";
  private static final String KSK = " /signkey /cert /friendlyname KSK";
  private static final String ZSK = " /signkey /cert /friendlyname ZSK";

  @TempDir Path folder;

  private KeyOwner owner;
  private int ksk;
  private int zsk;

  @BeforeEach
  void makeTwoKeys() throws Exception {
    owner = new KeyOwner(folder);
    Files.copy(TestZone.folder().resolve("example.com.zone"), owner.file("in.dns"));
    ksk = generate("KSK", "example.com", "/Flags KSK");
    zsk = generate("ZSK", "example.com", "");
  }

  // ------------------------------------------------------------------ who signs what

  @Test
  void aKskSignsTheKeysAndAZskEverything() throws Exception {
    ZoneContent zone = sign(KSK + ZSK);
    assertThat(zone.tagsSigning(RecordType.DNSKEY)).contains(ksk);
    assertThat(zone.tagsSigning(RecordType.A)).containsExactly(zsk);
  }

  @Test
  void allRrMakesAKskSignEverything() throws Exception {
    ZoneContent zone = sign(" /signkey /allrr /cert /friendlyname KSK");
    assertThat(zone.publishedTags()).containsExactly(ksk);
    assertThat(zone.tagsSigning(RecordType.A)).containsExactly(ksk);
  }

  @Test
  void dnskeyOnlyMakesAZskSignTheKeysAlone() throws Exception {
    ZoneContent zone =
        sign(
            " /signkey /allrr /cert /friendlyname KSK"
                + " /signkey /dnskeyonly /cert /friendlyname ZSK");
    assertThat(zone.tagsSigning(RecordType.DNSKEY)).isEqualTo(Set.of(ksk, zsk));
    assertThat(zone.tagsSigning(RecordType.A)).containsExactly(ksk);
  }

  @Test
  void anAddedKeyIsPublishedAndSignsNothing() throws Exception {
    int added = generate("ZSK2", "example.com", "");
    ZoneContent zone = sign(KSK + ZSK + " /addkey /cert /friendlyname ZSK2");
    assertThat(zone.publishedTags()).isEqualTo(new TreeSet<>(Set.of(ksk, zsk, added)));
    assertThat(zone.tagsSigning(RecordType.DNSKEY)).doesNotContain(added);
    assertThat(zone.tagsSigning(RecordType.A)).containsExactly(zsk);
  }

  // ------------------------------------------------------------------ options of a signing

  @Test
  void aKeyCanHaveAValidityOfItsOwn() throws Exception {
    ZoneContent zone =
        sign(
            "/start 20300101000000 /end 20300201000000"
                + KSK
                + " /signkey /validfrom 20300110000000 /validto 20300120000000 /cert"
                + " /friendlyname ZSK");
    assertThat(validity(zone, ksk)).containsExactly("20300101000000-20300201000000");
    assertThat(validity(zone, zsk)).containsExactly("20300110000000-20300120000000");
  }

  @Test
  void startEndGivesBothTimes() throws Exception {
    ZoneContent zone = sign("/startend 20300101000000 20300201000000" + KSK + ZSK);
    assertThat(validity(zone, zsk)).containsExactly("20300101000000-20300201000000");
  }

  @Test
  void theSerialIsKeptOrIncremented() throws Exception {
    assertThat(serial(sign(KSK + ZSK))).isEqualTo(2026030102L);
    assertThat(serial(sign("/soaserial increment" + KSK + ZSK))).isEqualTo(2026030102L);
    assertThat(serial(sign("/soaserial Keep" + KSK + ZSK))).isEqualTo(2026030101L);
  }

  @Test
  void genKeySetChoosesWhatIsHandedOver() throws Exception {
    Path dsset = owner.file("dsset-example.com");
    sign("/genkeyset None" + KSK + ZSK);
    assertThat(dsset).doesNotExist();
    sign("/genkeyset AllKeys" + KSK + ZSK);
    assertThat(ZoneContent.read(dsset, "example.com").handedOverTags()).isEqualTo(Set.of(ksk, zsk));
    sign(KSK + ZSK);
    assertThat(ZoneContent.read(dsset, "example.com").handedOverTags()).containsExactly(ksk);
    Files.createDirectory(owner.file("sets"));
    sign("/keysetdir sets" + KSK + ZSK);
    assertThat(owner.file("sets/keyset-example.com")).exists();
  }

  // ------------------------------------------------------------------ which key

  @Test
  void twoKeysOfOneNameAreRefusedUntilSomethingTellsThemApart() throws Exception {
    String made = made("ZSK", "example.com", "");
    Result refused = owner.tryDnscmd(words(SIGN + KSK + ZSK));
    assertThat(refused.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(refused.err()).contains("ZSK").contains(found("serial number +(\\w+)", made));
    assertThat(owner.file("out.dns")).doesNotExist();

    int second = Integer.parseInt(found("ZSK (\\d+) of", made));
    String serial = found("serial number +(\\w+)", made).replaceAll("(..)", "$1:");
    ZoneContent zone = sign(KSK + ZSK + " /serial " + serial.substring(0, serial.length() - 1));
    assertThat(zone.tagsSigning(RecordType.A)).containsExactly(second);
  }

  @Test
  void aSubjectSelectsAKeyAndItsCaseMatters() throws Exception {
    String subject = "CN=example.com " + zsk + " RSASHA256 256";
    List<String> line = new ArrayList<>(words(SIGN + KSK + " /signkey /cert /subject"));
    line.add(subject);
    owner.dnscmd(line);
    line.set(line.size() - 1, subject.replace("example", "Example"));
    assertThat(owner.tryDnscmd(line).exitCode()).isEqualTo(ExitCode.KEYS);
  }

  @Test
  void aKeyOfAnotherZoneIsRefused() throws Exception {
    generate("other", "example.net", "");
    Result refused = owner.tryDnscmd(words(SIGN + KSK + " /signkey /cert /friendlyname other"));
    assertThat(refused.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(refused.err()).contains("example.net");
    assertThat(owner.file("out.dns")).doesNotExist();
  }

  @Test
  void keysLieInTheStoreThatIsNamed() throws Exception {
    int own = generate("ZSK", "example.com", "/Store Other /Type user");
    ZoneContent zone = sign(KSK + " /signkey /cert /store Other /type user /friendlyname ZSK");
    assertThat(zone.tagsSigning(RecordType.A)).containsExactly(own);
  }

  @Test
  void aDeletedKeyIsGone() throws Exception {
    owner.dnscmd(words("/OfflineSign /DeleteKey /cert /friendlyname ZSK"));
    assertThat(owner.tryDnscmd(words(SIGN + KSK + ZSK)).exitCode()).isEqualTo(ExitCode.KEYS);
  }

  @Test
  void aLineThatIsRefusedEndsWithTwoAndChangesNothing() {
    Result refused =
        owner.tryDnscmd(words(SIGN + " /signkey /cert /friendlyname ZSK /allrr" + KSK));
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("/AllRR").contains("/SignKey [/AllRR | /DnskeyOnly]");
    assertThat(owner.file("out.dns")).doesNotExist();
  }

  // ------------------------------------------------------------------ steps

  private int generate(String name, String zone, String more) {
    return Integer.parseInt(found("[KZ]SK (\\d+) of", made(name, zone, more)));
  }

  private String made(String name, String zone, String more) {
    return owner
        .dnscmd(
            words(
                "/OfflineSign /GenKey /Alg rsasha256 /Length 1024 /SSCert /Zone "
                    + zone
                    + " /FriendlyName "
                    + name
                    + " "
                    + more))
        .out();
  }

  private ZoneContent sign(String rest) throws Exception {
    owner.dnscmd(words(SIGN + rest));
    return ZoneContent.read(owner.file("out.dns"), "example.com");
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+", -1));
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private static Set<String> validity(ZoneContent zone, int tag) throws Exception {
    Set<String> found = new TreeSet<>();
    for (ResourceRecord record : zone.ofType(RecordType.RRSIG)) {
      Rrsig signature = Rrsig.from(record.rdata());
      if (signature.keyTag() == tag) {
        found.add(
            SignatureTime.toString(signature.inception())
                + "-"
                + SignatureTime.toString(signature.expiration()));
      }
    }
    return found;
  }

  private static long serial(ZoneContent zone) throws Exception {
    return Soa.from(zone.ofType(RecordType.SOA).get(0).rdata()).serial().value();
  }
}
