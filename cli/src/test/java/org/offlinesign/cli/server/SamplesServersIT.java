package org.offlinesign.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.cli.server.StepHook.Step;
import org.offlinesign.testing.Program;

/**
 * Each sample, with its waits as long as they are, rolls the keys of a zone that a real server
 * serves and real resolvers validate: none of them ever fails.
 */
@Execution(ExecutionMode.CONCURRENT)
class SamplesServersIT {
  private static final Path SAMPLES =
      Path.of(System.getProperty("offlinesign.dist")).resolve("../../../samples").normalize();

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String ROUNDING = World.ROUNDING.toSeconds() + "s";

  /** Samples that are not about one zone below a parent. */
  private static final List<String> OTHERS = List.of("quickstart.sh", "sign-parent-and-child.sh");

  /** What resolvers may make of answers at the steps of samples where they need not be secure. */
  private static final Map<String, List<Security>> NOT_SECURE =
      Map.of(
          "emergency-expired-signatures.sh expired", List.of(Security.BOGUS),
          // Caches hold what has expired until its TTL is over.
          "emergency-expired-signatures.sh signed-anew", List.of(Security.SECURE, Security.BOGUS));

  /** Samples that end with a zone that is not secure. */
  private static final List<String> INSECURE = List.of("go-insecure.sh");

  @RegisterExtension final Servers servers = new Servers();
  @TempDir static Path keys;
  @TempDir Path folder;

  private World world;
  private String zone = "";
  private String delegationSigners = "";

  @BeforeAll
  static void makeTheKeys() throws Exception {
    World.makeKeys(keys);
  }

  @BeforeEach
  void begin() throws Exception {
    world = new World(servers, folder.resolve("world"), keys);
  }

  @AfterEach
  void end() throws Exception {
    world.end();
  }

  static Stream<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !OTHERS.contains(name))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyStepOfASampleIsValidated(String name) throws Exception {
    run(name, World.CHILD, WorldZones.child(1), this::follow);
    assertThat(world.steps()).hasSizeGreaterThan(1);
    world.waitFor(World.DATA_TTL);
    world.expectOfDelv(INSECURE.contains(name) ? Security.INSECURE : Security.SECURE);
    world.expect(step -> NOT_SECURE.getOrDefault(name + " " + step, List.of(Security.SECURE)));
  }

  @Test
  void theChainLeadsThroughTheParentIntoTheChild() throws Exception {
    Map<String, Path> zones = new TreeMap<>();
    Map<String, String> delegationSigners = new HashMap<>();
    String text = WorldZones.parent(1, "").replace("child", "research");
    run(
        "sign-parent-and-child.sh",
        "parent",
        text,
        step -> {
          zones.put(step.zone(), step.file());
          delegationSigners.put(step.zone(), Files.readString(step.delegationSigners()));
        });
    ZoneTree tree = new ZoneTree(folder);
    zones.forEach(tree::add);
    tree.addSigned(".", WorldZones.root(delegationSigners.get("parent")));
    NameServer server =
        NameServer.start(servers, NameServerSoftware.NSD, folder.resolve("server"), tree.files());
    ResolverConfiguration configuration =
        new ResolverConfiguration().validating().trusting(tree.trustAnchor("records"));
    Resolver resolver =
        Resolver.start(servers, tree.asking(server, configuration), folder.resolve("resolver"));
    assertThat(resolver.ask("ns.parent", "A").verdict()).isEqualTo("NOERROR AD");
    assertThat(resolver.ask("www.research.parent", "A").verdict()).isEqualTo("NOERROR AD");
    assertThat(resolver.ask("missing.research.parent", "A").verdict()).isEqualTo("NXDOMAIN AD");
  }

  /** Runs a sample on a zone, with the waits that the zone's TTLs need. */
  private void run(String name, String sampleZone, String text, StepHook.Listener listener)
      throws IOException, InterruptedException {
    Path zoneFile = Files.writeString(folder.resolve("sample.zone"), text);
    Map<String, String> environment =
        Map.of(
            // The child that the other sample makes has TTLs of an hour.
            "OFFLINESIGN_SAMPLE_CLOCK",
            sampleZone.equals(World.CHILD) ? "real" : "pretended",
            "OFFLINESIGN_SAMPLE_ZONE",
            sampleZone,
            "OFFLINESIGN_SAMPLE_ZONE_FILE",
            zoneFile.toString(),
            "OFFLINESIGN_SAMPLE_FOLDER",
            folder.resolve("scratch").toString(),
            "OFFLINESIGN_PROPAGATION",
            ROUNDING,
            "OFFLINESIGN_PARENT_PROPAGATION",
            ROUNDING,
            "OFFLINESIGN_DS_TTL",
            World.DS_TTL.toSeconds() + "s",
            "OFFLINESIGN_JAVA_OPTS",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Program sample = new Program(SAMPLES.resolve(name)).within(LIMIT);
    new StepHook(folder).run(sample, environment, listener).orFail();
  }

  /** Publishes what changed. */
  private void follow(Step step) throws IOException, InterruptedException {
    String newZone = Files.readString(step.file(), StandardCharsets.ISO_8859_1);
    String newDelegationSigners = Files.readString(step.delegationSigners());
    if (zone.isEmpty()) {
      world.start(step.name(), step.file(), newDelegationSigners);
    } else {
      world.inOneGo(
          () -> {
            if (!newZone.equals(zone)) {
              world.publish(step.name(), step.file());
            }
            if (!newDelegationSigners.equals(delegationSigners)) {
              world.delegateTo(step.name(), newDelegationSigners);
            }
          });
    }
    zone = newZone;
    delegationSigners = newDelegationSigners;
  }
}
