package org.offlinesign.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.cli.server.DenialZones.Damage;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/**
 * Name servers answer from zones that this program signed, and Unbound and delv validate that from
 * the root down: what there is, what there is not, and where the signed part of the tree ends.
 */
class DenialTest {
  @RegisterExtension static final Servers SERVERS = new Servers();
  @TempDir static Path folder;

  private static ZoneTree tree;
  private static final Map<NameServerSoftware, Resolver> VALIDATORS =
      new EnumMap<>(NameServerSoftware.class);
  private static final Map<NameServerSoftware, Resolver> CACHES =
      new EnumMap<>(NameServerSoftware.class);

  /** A question in each of the zones, and what a validating resolver says. */
  private enum Question {
    POSITIVE("www", "A", "NOERROR AD"),
    ALIAS("alias", "A", "NOERROR AD"),
    NAME_ERROR("missing", "A", "NXDOMAIN AD", "NXDOMAIN"),
    NAME_ERROR_FAR_BELOW("a.b.c.missing", "A", "NXDOMAIN AD", "NXDOMAIN"),
    NAME_ERROR_BELOW_A_NAME("missing.www", "A", "NXDOMAIN AD", "NXDOMAIN"),
    NO_DATA("www", "AAAA", "NOERROR AD"),
    NO_DATA_AT_THE_TOP("", "MX", "NOERROR AD"),
    WILDCARD("any.wild", "A", "NOERROR AD", "NOERROR"),
    WILDCARD_FAR_BELOW("a.b.wild", "TXT", "NOERROR AD", "NOERROR"),
    WILDCARD_NO_DATA("any.wild", "AAAA", "NOERROR AD", "NOERROR"),
    EMPTY_NON_TERMINAL("ent", "A", "NOERROR AD"),
    EMPTY_NON_TERMINAL_ABOVE_A_WILDCARD("wild", "A", "NOERROR AD"),
    EMPTY_NON_TERMINAL_ABOVE_AN_INSECURE_DELEGATION("cuts", "A", "NOERROR AD", "NOERROR"),
    INSECURE_DELEGATION("insecure", "DS", "NOERROR AD", "NOERROR"),
    BELOW_AN_INSECURE_DELEGATION("www.insecure", "A", "NOERROR"),
    NAME_ERROR_BELOW_AN_INSECURE_DELEGATION("missing.insecure", "A", "NXDOMAIN"),
    SECURE_DELEGATION("secure", "DS", "NOERROR AD"),
    BELOW_A_SECURE_DELEGATION("www.secure", "A", "NOERROR AD"),
    NAME_ERROR_BELOW_A_SECURE_DELEGATION("missing.secure", "A", "NXDOMAIN AD"),
    BELOW_A_DNAME("host.old", "A", "NOERROR AD"),
    NAME_ERROR_BELOW_A_DNAME("missing.old", "A", "NXDOMAIN AD", "NXDOMAIN"),
    THE_DNAME_ITSELF("old", "DNAME", "NOERROR AD"),
    NO_DATA_AT_A_DNAME("old", "A", "NOERROR AD");

    private final String name;
    private final String type;
    private final String verdict;
    private final String verdictWithOptOut;

    Question(String name, String type, String verdict) {
      this(name, type, verdict, verdict);
    }

    // RFC 5155 §9.2: what an NSEC3 record with the Opt-Out bit covers is not known to be absent.
    Question(String name, String type, String verdict, String verdictWithOptOut) {
      this.name = name;
      this.type = type;
      this.verdict = verdict;
      this.verdictWithOptOut = verdictWithOptOut;
    }

    String in(String zone) {
      return name.isEmpty() ? zone : name + "." + zone;
    }

    String verdict(String way) {
      return way.equals("optout") ? verdictWithOptOut : verdict;
    }

    // BIND calls a denial validated when its records are, with or without the Opt-Out bit.
    String[] wordsOfDelv(String way) {
      if (verdict(way).endsWith(" AD")) {
        return new String[] {"fully validated"};
      }
      return verdict.endsWith(" AD")
          ? new String[] {"unsigned answer", "fully validated"}
          : new String[] {"unsigned answer"};
    }
  }

  @BeforeAll
  static void signTheZones() throws Exception {
    tree = DenialZones.sign(folder);
  }

  static Stream<Arguments> serversAndWays() {
    return Stream.of(NameServerSoftware.values())
        .flatMap(
            server -> DenialZones.WAYS.keySet().stream().map(way -> Arguments.of(server, way)));
  }

  @ParameterizedTest
  @MethodSource("serversAndWays")
  void unboundValidatesEveryAnswer(NameServerSoftware server, String way) throws Exception {
    Resolver validator = validator(server);
    SoftAssertions softly = new SoftAssertions();
    for (Question question : Question.values()) {
      Answer answer = validator.ask(question.in(way + ".parent"), question.type);
      softly
          .assertThat(answer.verdict())
          .as("%s: %s", question, answer.message())
          .isEqualTo(question.verdict(way));
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("serversAndWays")
  void delvValidatesEveryAnswer(NameServerSoftware server, String way) throws Exception {
    Program delv = Peers.require("delv");
    String anchor = tree.trustAnchor("bind").toString();
    String port = Integer.toString(cache(server).port());
    SoftAssertions softly = new SoftAssertions();
    for (Question question : Question.values()) {
      String name = question.in(way + ".parent") + ".";
      Program.Outcome outcome =
          delv.run(folder, "@127.0.0.1", "-p", port, "-a", anchor, name, question.type);
      softly
          .assertThat(outcome.stdout())
          .as("%s: %s", question, outcome)
          .containsAnyOf(question.wordsOfDelv(way));
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedZoneIsNotBelieved(NameServerSoftware server) throws Exception {
    Resolver validator = validator(server);
    for (Damage damage : Damage.values()) {
      String zone = damage.label() + ".parent";
      String broken = damage == Damage.MISSING_NSEC ? "missing." : "www.";
      assertThat(validator.ask(broken + zone, "A").verdict()).as(zone).isEqualTo("SERVFAIL");
      assertThat(validator.ask("host.ent." + zone, "A").verdict()).as(zone).isEqualTo("NOERROR AD");
    }
  }

  private static synchronized Resolver validator(NameServerSoftware software) throws Exception {
    start(software);
    return VALIDATORS.get(software);
  }

  private static synchronized Resolver cache(NameServerSoftware software) throws Exception {
    start(software);
    return CACHES.get(software);
  }

  private static void start(NameServerSoftware software) throws Exception {
    if (CACHES.containsKey(software)) {
      return;
    }
    Path own = folder.resolve(software.name().toLowerCase(Locale.ROOT));
    NameServer server = NameServer.start(SERVERS, software, own, tree.files());
    VALIDATORS.put(
        software,
        Resolver.start(
            SERVERS,
            tree.asking(
                server,
                new ResolverConfiguration().validating().trusting(tree.trustAnchor("records"))),
            own.resolve("validator")));
    CACHES.put(
        software,
        Resolver.start(
            SERVERS,
            tree.asking(server, new ResolverConfiguration().notValidating()),
            own.resolve("cache")));
  }
}
