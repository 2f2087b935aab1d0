package org.offlinesign.cli.server;

import static org.offlinesign.cli.server.World.KEY_TTL;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A resolver that follows the keys of a zone by RFC 5011 trusts a new KSK when it is time. */
class FollowerServersTest extends WorldFixture {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void rfc5011_aKskIsRevokedWhenItsSuccessorIsTrusted() throws Exception {
    world.start(OLD, "KSK1", "KSK2");
    Follower follower = world.follow(Duration.ofSeconds(3), "KSK1");
    world.publish("new key published", "--signkey KSK1 --signkey KSK2 --signkey ZSK1");
    follower.await(world.keyTag("KSK1"), "VALID");
    follower.await(world.keyTag("KSK2"), "VALID");
    world.delegate("old DS removed", "KSK2");
    world.waitFor(World.DS_TTL);
    world.publish("old key revoked", "--signkey KSK1,set-flags:385 --signkey KSK2 --signkey ZSK1");
    follower.await(world.keyTag("KSK1") + 128, "REVOKED");
    world.publish("old key removed", "--signkey KSK2 --signkey ZSK1");
    world.waitFor(KEY_TTL);
    world.expectThroughout(Security.SECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aKskThatReplacesTheTrustedOneDuringTheHoldDownIsNotTrusted() throws Exception {
    world.start("--signkey KSK1 --signkey KSK2 --signkey ZSK1", "KSK1", "KSK2");
    Follower follower = world.follow(AN_HOUR, "KSK1");
    follower.await(world.keyTag("KSK2"), "ADDPEND");
    world.publish("old key removed", "--signkey KSK2 --signkey ZSK1");
    world.waitFor(KEY_TTL);
    world.expectBogusAtLast();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aKskThatIsRevokedDuringTheHoldDownOfTheNextLeavesNothingToTrust() throws Exception {
    world.start("--signkey KSK1 --signkey KSK2 --signkey ZSK1", "KSK1", "KSK2");
    Follower follower = world.follow(AN_HOUR, "KSK1");
    follower.await(world.keyTag("KSK2"), "ADDPEND");
    world.publish("old key revoked", "--signkey KSK1,set-flags:385 --signkey KSK2 --signkey ZSK1");
    world.waitFor(KEY_TTL);
    world.expectInsecureAtLast();
  }
}
