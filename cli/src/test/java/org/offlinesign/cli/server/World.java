package org.offlinesign.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.io.FileUtils;
import org.assertj.core.api.AbstractCollectionAssert;

/**
 * The root, {@code parent.} and {@code child.parent.} on a name server, and resolvers that trust
 * the root's key and are watched all the time.
 *
 * <p>One resolver validates and has a cache. Others have none and ask a cache that does not
 * validate, so that they meet mixtures of old and new records: one, and delv, whatever comes about
 * by itself; three what is left when just before each change the DS records alone were asked for,
 * or the keys, or other data. TTLs are seconds, and the caches are real.
 */
final class World {
  /** Instead of options for signing. */
  static final String UNSIGNED = "";

  static final String CHILD = "child.parent";

  /** The TTLs of the child's keys, of its DS records, and the largest of all others. */
  static final Duration KEY_TTL = Duration.ofSeconds(3);

  static final Duration DS_TTL = Duration.ofSeconds(3);
  static final Duration DATA_TTL = Duration.ofSeconds(4);

  // Unbound counts in whole seconds: a TTL may last one longer, and TTL 0 to the second's end.
  static final Duration ROUNDING = Duration.ofSeconds(2);

  private final Servers servers;
  private final Path folder;
  private final ZoneOwner root;
  private final ZoneOwner parent;
  private final ZoneOwner child;
  private final Set<String> steps = new LinkedHashSet<>();
  private int serial;
  private NameServer server;
  private Watch watch;
  private Delv delv;
  private CachePair holdingDelegationSigners;
  private CachePair holdingKeys;
  private CachePair holdingData;
  private int number;
  private boolean isInOneGo;
  private boolean ignoresDates;

  /**
   * Makes a world that is not started.
   *
   * @param keys a folder that {@link #makeKeys} filled
   */
  World(Servers servers, Path folder, Path keys) throws IOException {
    FileUtils.copyDirectory(keys.toFile(), folder.toFile());
    this.servers = servers;
    this.folder = folder;
    root = new ZoneOwner(folder.resolve("root"), ".");
    parent = new ZoneOwner(folder.resolve("parent"), "parent");
    child = new ZoneOwner(folder.resolve("child"), CHILD);
  }

  /**
   * Makes the keys for worlds to come; the child gets KSK1, KSK2, ZSK1, ZSK2, KSK-ED25519 and
   * ZSK-ED25519.
   */
  static void makeKeys(Path keys) throws IOException {
    for (ZoneOwner owner :
        List.of(
            new ZoneOwner(keys.resolve("root"), "."),
            new ZoneOwner(keys.resolve("parent"), "parent"))) {
      owner.makeKsk("KSK");
      owner.makeKey("ZSK");
    }
    ZoneOwner child = new ZoneOwner(keys.resolve("child"), CHILD);
    for (String number : List.of("1", "2")) {
      child.makeKsk("KSK" + number);
      child.makeKey("ZSK" + number);
    }
    child.makeKsk("KSK-ED25519", "--alg", "ed25519");
    child.makeKey("ZSK-ED25519", "--alg", "ed25519");
  }

  /** Returns the child's next version, signed with the options. */
  private Path sign(String options) throws IOException {
    serial += 10;
    String text = WorldZones.child(serial);
    return options.equals(UNSIGNED)
        ? Files.writeString(folder.resolve("unsigned-" + serial), text)
        : child.sign(text, List.of(options.split(" ", -1)));
  }

  /**
   * Starts with a child that is signed with the options.
   *
   * @param ksks the keys that the parent's DS records are for
   */
  void start(String options, String... ksks) throws IOException, InterruptedException {
    start("start", sign(options), delegationSigners(ksks));
  }

  /** Has resolvers take signatures for valid at any time. */
  void ignoreDates() {
    ignoresDates = true;
  }

  /** Starts the servers, and returns when the caches are full. */
  void start(String step, Path signed, String delegationSigners)
      throws IOException, InterruptedException {
    Map<String, Path> zones = new TreeMap<>();
    zones.put(".", signWithBoth(root, WorldZones.root(parent.delegationSigners("KSK"))));
    zones.put("parent", signedParent(delegationSigners));
    zones.put(CHILD, signed);
    server = NameServer.start(servers, NameServerSoftware.NSD, folder.resolve("server"), zones);
    startResolvers();
    beginStep(step);
    watch.awaitRound();
  }

  private void startResolvers() throws IOException, InterruptedException {
    Path anchor = root.trustAnchors("records", "KSK");
    Resolver validator =
        Resolver.start(
            servers, toTheServer(validating().trusting(anchor)), folder.resolve("validator"));
    CachePair any = pair("any mixture", anchor);
    holdingDelegationSigners = pair("old DS", anchor);
    holdingKeys = pair("old keys", anchor);
    holdingData = pair("old data", anchor);
    delv = new Delv(any.cache(), root.trustAnchors("bind", "KSK"), folder);
    watch = new Watch(Map.of("validator", validator, any.name(), any), WorldZones.questions());
  }

  private CachePair pair(String name, Path anchor) throws IOException, InterruptedException {
    return CachePair.start(
        servers,
        folder.resolve(name),
        toTheServer(new ResolverConfiguration()),
        validating().trusting(anchor));
  }

  private ResolverConfiguration validating() {
    ResolverConfiguration configuration = new ResolverConfiguration().validating();
    return ignoresDates ? configuration.ignoringDates() : configuration;
  }

  private ResolverConfiguration toTheServer(ResolverConfiguration configuration) {
    List.of(".", "parent", CHILD).forEach(zone -> configuration.asking(zone, server.port()));
    return configuration;
  }

  /** Signs the child with the options, and has the server serve it. */
  void publish(String step, String options) throws IOException, InterruptedException {
    publish(step, sign(options));
  }

  /** Has the server serve a version of the child. */
  void publish(String step, Path signed) throws IOException, InterruptedException {
    change(step, CHILD, signed);
  }

  /** Has the parent publish DS records for the keys, and for no others. */
  void delegate(String step, String... ksks) throws IOException, InterruptedException {
    delegateTo(step, delegationSigners(ksks));
  }

  /** Has the parent publish these DS records, and no others. */
  void delegateTo(String step, String delegationSigners) throws IOException, InterruptedException {
    change(step, "parent", signedParent(delegationSigners));
  }

  /**
   * Watches somebody who follows the child's keys from now on.
   *
   * @param ksks the keys that are trusted at first
   */
  Follower follow(Duration holdDown, String... ksks) throws IOException, InterruptedException {
    return follow(holdDown, child.trustAnchors("records", ksks));
  }

  /** Watches somebody who follows the child's keys from those in a file on. */
  Follower follow(Duration holdDown, Path anchors) throws IOException, InterruptedException {
    Follower follower =
        Follower.start(servers, validating().asking(CHILD, server.port()), anchors, holdDown);
    watch.add("follower", follower);
    return follower;
  }

  /** Returns the key tag of a key of the child. */
  int keyTag(String key) {
    return child.keyTag(key);
  }

  private String delegationSigners(String... ksks) {
    return ksks.length == 0 ? "" : child.delegationSigners(ksks);
  }

  private void change(String step, String zone, Path file)
      throws IOException, InterruptedException {
    if (isInOneGo) {
      beginStep(step);
      server.publish(zone, file);
    } else {
      inOneGo(() -> change(step, zone, file));
    }
  }

  /** What happens to the zones. */
  interface Changes {
    void make() throws IOException, InterruptedException;
  }

  /** Makes changes without a pause, while caches hold what there was before the first. */
  void inOneGo(Changes changes) throws IOException, InterruptedException {
    number++;
    holdingDelegationSigners.hold(WorldZones.delegationSigners());
    holdingKeys.hold(WorldZones.keys());
    for (Question question : WorldZones.fresh(number)) {
      holdingData.hold(question);
    }
    isInOneGo = true;
    changes.make();
    isInOneGo = false;
    for (Question question : WorldZones.fresh(number)) {
      for (CachePair pair : List.of(holdingDelegationSigners, holdingKeys, holdingData)) {
        watch.observe(pair.name(), pair, question);
      }
    }
    askDelv();
  }

  private void askDelv() throws IOException, InterruptedException {
    // It has no option for another time.
    if (!ignoresDates) {
      for (Question question : WorldZones.questions().subList(0, 3)) {
        watch.observe("delv", delv, question);
      }
    }
  }

  private void beginStep(String step) {
    steps.add(step);
    watch.step(step);
  }

  private Path signedParent(String delegationSigners) throws IOException {
    serial += 10;
    return signWithBoth(parent, WorldZones.parent(serial, delegationSigners));
  }

  private static Path signWithBoth(ZoneOwner owner, String text) throws IOException {
    return owner.sign(text, List.of("--signkey", "KSK", "--signkey", "ZSK", "--ds", "nochange"));
  }

  /** Waits until nothing with such a TTL is in a cache that was replaced before. */
  void waitFor(Duration ttl) throws IOException, InterruptedException {
    Thread.sleep(ttl.plus(ROUNDING).toMillis());
    askDelv();
  }

  /** Returns the names of the steps up to now. */
  List<String> steps() {
    return List.copyOf(steps);
  }

  /** Expects that resolvers agree on what the answers are now. */
  void expectNow(Security security) throws IOException, InterruptedException {
    for (Question question : WorldZones.fresh(number + 1)) {
      for (Validator validator : List.of(holdingDelegationSigners, holdingKeys, holdingData)) {
        assertThat(validator.judge(question)).as("%s", question).isEqualTo(security);
      }
    }
  }

  /** Expects the same of delv, which remembers no failure, while Unbound does for a minute. */
  void expectOfDelv(Security security) throws IOException, InterruptedException {
    for (Question question : WorldZones.fresh(number + 1)) {
      assertThat(delv.judge(question)).as("%s", question).isEqualTo(security);
    }
  }

  /** Expects that only this was seen, at each step. */
  void expectThroughout(Security... allowed) throws InterruptedException {
    expect(step -> List.of(allowed));
  }

  /** Expects that only what is allowed at a step was seen in it. */
  void expect(Function<String, List<Security>> allowed) throws InterruptedException {
    end();
    for (String step : steps) {
      assertSeen(step).isNotEmpty().isSubsetOf(allowed.apply(step));
    }
  }

  /** Expects that the last step, and no other, gave bogus answers to somebody. */
  void expectBogusAtLast() throws InterruptedException {
    expectAtLastAlone(Security.BOGUS);
  }

  /** Expects that somebody took the answers of the last step, and of no other, for unsigned. */
  void expectInsecureAtLast() throws InterruptedException {
    expectAtLastAlone(Security.INSECURE);
  }

  private void expectAtLastAlone(Security security) throws InterruptedException {
    end();
    Iterator<String> all = steps.iterator();
    while (all.hasNext()) {
      String step = all.next();
      if (all.hasNext()) {
        assertSeen(step).doesNotContain(security);
      } else {
        assertSeen(step).contains(security);
      }
    }
  }

  private AbstractCollectionAssert<?, ?, Security, ?> assertSeen(String step) {
    return assertThat(watch.seen(step)).as("%s:%n%s", step, watch.summary());
  }

  /** Ends the watch. */
  void end() throws InterruptedException {
    if (watch != null) {
      watch.end();
    }
  }
}
