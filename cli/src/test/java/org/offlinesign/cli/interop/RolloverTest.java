package org.offlinesign.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.dnscmd.DeploymentGuide;
import org.offlinesign.record.RecordType;
import org.offlinesign.testing.Peers;

/**
 * The procedures and the example commands of Microsoft's deployment guide, done step by step. The
 * input of each signing is the output of the one before, as the guide has it.
 */
class RolloverTest {
  private static final String ZONE = "example.com";

  @TempDir Path folder;

  private KeyOwner owner;
  private final Map<String, Integer> tags = new TreeMap<>();
  private int version;

  @BeforeEach
  void startWithTheUnsignedZone() throws Exception {
    owner = new KeyOwner(folder);
    Files.copy(TestZone.folder().resolve("example.com.zone"), owner.file("zonefile_v0.dns"));
  }

  @Test
  void aZskIsReplacedByPublishingTheNewOneFirst() throws Exception {
    generate("KSK1", "ZSK1");
    assertSigned(sign("/signkey KSK1", "/signkey ZSK1"), "KSK1 ZSK1", "ZSK1");

    generate("ZSK2");
    ZoneContent published = sign("/signkey ZSK1", "/signkey KSK1", "/addkey ZSK2");
    assertSigned(published, "KSK1 ZSK1 ZSK2", "ZSK1");

    ZoneContent replaced = sign("/signkey KSK1", "/signkey ZSK2", "/addkey ZSK1");
    assertSigned(replaced, "KSK1 ZSK1 ZSK2", "ZSK2");

    assertSigned(sign("/signkey KSK1", "/signkey ZSK2"), "KSK1 ZSK2", "ZSK2");
  }

  @Test
  void aZskIsReplacedBySigningWithBoth() throws Exception {
    generate("KSK1", "ZSK1");
    assertSigned(sign("/signkey KSK1", "/signkey ZSK1"), "KSK1 ZSK1", "ZSK1");

    generate("ZSK2");
    ZoneContent both = sign("/signkey ZSK1", "/signkey ZSK2", "/signkey KSK1");
    assertSigned(both, "KSK1 ZSK1 ZSK2", "ZSK1 ZSK2");

    assertSigned(sign("/signkey ZSK2", "/signkey KSK1"), "KSK1 ZSK2", "ZSK2");
  }

  @Test
  void aKskIsReplacedBySigningWithBoth() throws Exception {
    generate("KSK1", "ZSK1");
    assertSigned(sign("/signkey KSK1", "/signkey ZSK1"), "KSK1 ZSK1", "ZSK1");
    assertThat(handedOver()).isEqualTo(tags("KSK1"));

    generate("KSK2");
    ZoneContent both = sign("/signkey KSK1", "/signkey KSK2", "/signkey ZSK1");
    assertSigned(both, "KSK1 KSK2 ZSK1", "ZSK1");
    assertThat(both.tagsSigning(RecordType.DNSKEY)).containsAll(tags("KSK1 KSK2"));
    assertThat(handedOver()).isEqualTo(tags("KSK1 KSK2"));

    ZoneContent replaced = sign("/signkey KSK2", "/signkey ZSK1");
    assertSigned(replaced, "KSK2 ZSK1", "ZSK1");
    assertThat(handedOver()).isEqualTo(tags("KSK2"));
  }

  @Test
  void everyExampleOfTheGuideRunsAsPrinted() throws Exception {
    List<String> examples = DeploymentGuide.require().examples();
    Map<String, String> variables =
        Map.of(
            "ZoneName", ZONE,
            "ZoneFile", "zonefile_v0.dns",
            "SignedZoneFile", "signed.dns",
            "Length", "1024");
    for (String example : examples.subList(0, 2)) {
      owner.dnscmd(DeploymentGuide.arguments(example, variables));
    }
    // The examples of the rollovers use keys that were made in the same way under these names.
    generateNamed("ksk1-" + ZONE, true);
    generateNamed("zsk1-" + ZONE, false);
    generateNamed("zsk2-" + ZONE, false);
    List<Integer> published = new ArrayList<>();
    for (String example : examples.subList(2, examples.size())) {
      owner.dnscmd(DeploymentGuide.arguments(example, variables));
      ZoneContent signed = ZoneContent.read(owner.file("signed.dns"), ZONE);
      published.add(signed.publishedTags().size());
      verify(owner.file("signed.dns"));
    }
    assertThat(published).containsExactly(2, 3, 3, 3);
  }

  // ------------------------------------------------------------------ steps

  private void generate(String... names) throws Exception {
    for (String name : names) {
      generateNamed(name, name.startsWith("KSK"));
    }
  }

  private void generateNamed(String name, boolean keySigning) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                "/OfflineSign",
                "/GenKey",
                "/Alg",
                "rsasha1",
                "/Length",
                "1024",
                "/Zone",
                ZONE,
                "/SSCert",
                "/FriendlyName",
                name));
    if (keySigning) {
      line.addAll(List.of("/Flags", "KSK"));
    }
    owner.dnscmd(line);
    tags.put(name, tagOfNewest(name));
  }

  // A zone in which the key is the only one says which tag it has.
  private int tagOfNewest(String name) throws Exception {
    Path probe = owner.file("probe.dns");
    owner.dnscmd(
        List.of(
            "/OfflineSign",
            "/SignZone",
            "/input",
            "zonefile_v0.dns",
            "/output",
            probe.toString(),
            "/zone",
            ZONE,
            "/genkeyset",
            "none",
            "/signkey",
            "/allrr",
            "/cert",
            "/friendlyname",
            name));
    return ZoneContent.read(probe, ZONE).publishedTags().iterator().next();
  }

  private ZoneContent sign(String... keys) throws Exception {
    List<String> line = new ArrayList<>(List.of("/OfflineSign", "/SignZone"));
    String output = "zonefile_v" + (version + 1) + ".dns";
    line.addAll(List.of("/input", "zonefile_v" + version + ".dns", "/output", output));
    line.addAll(List.of("/zone", ZONE));
    for (String key : keys) {
      int space = key.indexOf(' ');
      line.addAll(List.of(key.substring(0, space), "/cert"));
      line.addAll(List.of("/friendlyname", key.substring(space + 1)));
    }
    owner.dnscmd(line);
    version++;
    verify(owner.file(output));
    return ZoneContent.read(owner.file(output), ZONE);
  }

  private void verify(Path signed) throws Exception {
    Peers.require("dnssec-verify").run(folder, "-o", ZONE, signed.toString()).orFail();
  }

  // ------------------------------------------------------------------ checks

  private void assertSigned(ZoneContent zone, String published, String signing) throws Exception {
    assertThat(zone.publishedTags()).isEqualTo(tags(published));
    assertThat(zone.tagsSigning(RecordType.MX)).isEqualTo(tags(signing));
    assertThat(zone.tagsSigning(RecordType.SOA)).isEqualTo(tags(signing));
  }

  private Set<Integer> handedOver() throws Exception {
    return ZoneContent.read(owner.file("dsset-" + ZONE), ZONE).handedOverTags();
  }

  private Set<Integer> tags(String names) {
    Set<Integer> found = new TreeSet<>();
    for (String name : names.split(" ", -1)) {
      found.add(tags.get(name));
    }
    return found;
  }
}
