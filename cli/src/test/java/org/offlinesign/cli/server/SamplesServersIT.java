package org.offlinesign.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.offlinesign.cli.packaging.PublishedSteps;
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

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String ROUNDING = World.ROUNDING.toSeconds() + "s";

  /** Samples that are not about one zone below a parent, or in which nothing changes for it. */
  private static final List<String> OTHERS =
      List.of(
          "benchmark.sh",
          "move-from-bind.sh",
          "move-from-windows.sh",
          "quickstart.sh",
          "sign-many-zones.sh",
          "sign-parent-and-child.sh");

  private static final String REVOCATION = "rollover-revoke-rfc5011.sh";

  private static final List<Security> BREAKS = List.of(Security.SECURE, Security.BOGUS);
  private static final List<Security> ENDS = List.of(Security.SECURE, Security.INSECURE);

  /** What resolvers may make of answers at the steps of samples where they need not be secure. */
  private static final Map<String, List<Security>> NOT_SECURE =
      Map.of(
          "emergency-expired-signatures.sh expired", List.of(Security.BOGUS),
          // Caches hold what has expired until its TTL is over.
          "emergency-expired-signatures.sh signed-anew", BREAKS,
          // Without an argument these give the chain up in order to be rid of a stolen key.
          "emergency-ksk.sh ds-replaced", BREAKS,
          "emergency-ksk.sh ksk1-removed", BREAKS,
          "emergency-zsk.sh zsk1-removed", BREAKS,
          "go-insecure.sh ds-removed", ENDS,
          "go-insecure.sh unsigned", ENDS);

  /** Samples that keep the chain of trust, with a word to say so, or break it. */
  private static final List<String> CHOICES = List.of("emergency-ksk.sh", "emergency-zsk.sh");

  /** Samples that end with a zone that is not secure. */
  private static final List<String> INSECURE = List.of("go-insecure.sh");

  @RegisterExtension final Servers servers = new Servers();
  @TempDir static Path keys;
  @TempDir Path folder;

  private World world;
  private String zone = "";
  private String delegationSigners = "";
  private final List<String> published = new ArrayList<>();

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
          .flatMap(SamplesServersIT::ways)
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Stream<String> ways(String name) {
    return CHOICES.contains(name) ? Stream.of(name, name + " keep") : Stream.of(name);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyStepOfASampleIsValidated(String name) throws Exception {
    if (name.equals(REVOCATION)) {
      runWhileKeysAreFollowed();
    } else {
      run(name, Map.of(), this::follow);
      world.waitFor(World.DATA_TTL);
      world.expectOfDelv(INSECURE.contains(name) ? Security.INSECURE : Security.SECURE);
    }
    assertThat(published)
        .containsExactlyElementsOf(PublishedSteps.SAMPLES.get(name.replace(" keep", "")));
    world.expect(step -> NOT_SECURE.getOrDefault(name + " " + step, List.of(Security.SECURE)));
  }

  // RFC 5011 §2.3: resolvers may let an hour pass between two looks at the keys. So the sample's
  // clock is pretended, and what it publishes stays until caches and trust anchors follow.
  private void runWhileKeysAreFollowed() throws Exception {
    world.ignoreDates();
    List<Follower> followers = new ArrayList<>();
    run(
        REVOCATION,
        Map.of("OFFLINESIGN_SAMPLE_CLOCK", "pretended"),
        step -> {
          follow(step);
          if (followers.isEmpty()) {
            Path anchors = Files.copy(step.delegationSigners(), folder.resolve("anchors"));
            followers.add(world.follow(Duration.ofSeconds(3), anchors));
          }
          switch (step.name()) {
            case "both-sign" -> followers.get(0).await("VALID", 2);
            case "ksk1-revoked" -> followers.get(0).await("REVOKED", 1);
            default -> world.waitFor(World.DATA_TTL);
          }
        });
    followers.get(0).await("VALID", 1);
  }

  @Test
  void theChainLeadsThroughTheParentIntoTheChild() throws Exception {
    Map<String, Path> zones = new TreeMap<>();
    Map<String, String> delegationSigners = new HashMap<>();
    String text = WorldZones.parent(1, "").replace("child", "research");
    Path zoneFile = Files.writeString(folder.resolve("parent.zone"), text);
    run(
        "sign-parent-and-child.sh",
        // The child that the sample makes has TTLs of an hour.
        Map.of(
            "OFFLINESIGN_SAMPLE_CLOCK", "pretended",
            "OFFLINESIGN_SAMPLE_ZONE", "parent",
            "OFFLINESIGN_SAMPLE_ZONE_FILE", zoneFile.toString()),
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

  /**
   * Runs a sample.
   *
   * @param variables besides those that have it work on the child and wait for as long as its TTLs
   */
  private void run(String command, Map<String, String> variables, StepHook.Listener listener)
      throws IOException, InterruptedException {
    StepHook hook = new StepHook(folder);
    Path zoneFile = Files.writeString(folder.resolve("child.zone"), WorldZones.child(1));
    Map<String, String> environment = new HashMap<>();
    environment.put("OFFLINESIGN_STEP_HOOK", hook.program().toString());
    environment.put("OFFLINESIGN_SAMPLE_CLOCK", "real");
    environment.put("OFFLINESIGN_SAMPLE_ZONE", World.CHILD);
    environment.put("OFFLINESIGN_SAMPLE_ZONE_FILE", zoneFile.toString());
    environment.put("OFFLINESIGN_SAMPLE_FOLDER", folder.resolve("scratch").toString());
    environment.put("OFFLINESIGN_PROPAGATION", ROUNDING);
    environment.put("OFFLINESIGN_PARENT_PROPAGATION", ROUNDING);
    environment.put("OFFLINESIGN_DS_TTL", World.DS_TTL.toSeconds() + "s");
    environment.put("OFFLINESIGN_HOLD_DOWN", "1d");
    environment.put("OFFLINESIGN_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    environment.putAll(variables);
    String[] words = command.split(" ", -1);
    String[] arguments = Arrays.copyOfRange(words, 1, words.length);
    Program sample = new Program(SAMPLES.resolve(words[0])).within(LIMIT).with(environment);
    hook.follow(() -> sample.run(folder, arguments), listener).orFail();
  }

  /** Publishes what changed. */
  private void follow(Step step) throws IOException, InterruptedException {
    published.add(PublishedSteps.description(step.name(), step.file(), step.delegationSigners()));
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
