package org.offlinesign.cli.server;

import static org.offlinesign.cli.server.World.DATA_TTL;
import static org.offlinesign.cli.server.World.DS_TTL;
import static org.offlinesign.cli.server.World.KEY_TTL;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The steps of each rollover, done in order and with its waits, never give a resolver an answer
 * that it cannot validate.
 */
class RolloverServersTest extends WorldFixture {
  /** Publishes a version, and waits until no cache has what it replaced. */
  private void publishAndWait(String step, String options, Duration ttl) throws Exception {
    world.publish(step, options);
    world.waitFor(ttl);
  }

  /** Replaces the DS records, and waits until no cache has the former ones. */
  private void delegateAndWait(String step, String... ksks) throws Exception {
    world.delegate(step, ksks);
    world.waitFor(DS_TTL);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void rfc7583_3_2_1_aZskIsPublishedBeforeItSigns() throws Exception {
    world.start(OLD, "KSK1");
    publishAndWait("new key published", "--signkey KSK1 --signkey ZSK1 --addkey ZSK2", KEY_TTL);
    publishAndWait("new key signs", "--signkey KSK1 --signkey ZSK2 --addkey ZSK1", DATA_TTL);
    publishAndWait("old key removed", "--signkey KSK1 --signkey ZSK2", KEY_TTL);
    world.expectThroughout(Security.SECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void rfc7583_2_1_aZskSignsTogetherWithTheOldOne() throws Exception {
    world.start(OLD, "KSK1");
    publishAndWait("both keys sign", "--signkey KSK1 --signkey ZSK1 --signkey ZSK2", DATA_TTL);
    publishAndWait("old key removed", "--signkey KSK1 --signkey ZSK2", DATA_TTL);
    world.expectThroughout(Security.SECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void rfc7583_3_3_1_aKskSignsTogetherWithTheOldOne() throws Exception {
    world.start(OLD, "KSK1");
    publishAndWait("both keys sign", "--signkey KSK1 --signkey KSK2 --signkey ZSK1", KEY_TTL);
    delegateAndWait("DS replaced", "KSK2");
    publishAndWait("old key removed", "--signkey KSK2 --signkey ZSK1", KEY_TTL);
    world.expectThroughout(Security.SECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void rfc7583_3_3_2_aKskIsAnnouncedByItsDsRecordFirst() throws Exception {
    world.start(OLD, "KSK1");
    delegateAndWait("new DS added", "KSK1", "KSK2");
    publishAndWait("keys swapped", "--signkey KSK2 --signkey ZSK1", KEY_TTL);
    delegateAndWait("old DS removed", "KSK2");
    world.expectThroughout(Security.SECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void rfc6781_4_1_4_aNewAlgorithmSignsBeforeItsKeysArePublished() throws Exception {
    world.start(OLD, "KSK1");
    publishAndWait(
        "new signatures",
        "--signkey KSK1 --signkey ZSK1 --signkey-unpublished ZSK-ED25519",
        DATA_TTL);
    publishAndWait(
        "new keys",
        "--signkey KSK1 --signkey ZSK1 --signkey KSK-ED25519 --signkey ZSK-ED25519",
        KEY_TTL);
    delegateAndWait("DS replaced", "KSK-ED25519");
    publishAndWait(
        "old keys removed",
        "--signkey KSK-ED25519 --signkey ZSK-ED25519 --signkey-unpublished ZSK1",
        KEY_TTL);
    publishAndWait(
        "old signatures removed", "--signkey KSK-ED25519 --signkey ZSK-ED25519", DATA_TTL);
    world.expectThroughout(Security.SECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aZoneGoesInsecureAfterItsDsRecordsAreForgotten() throws Exception {
    world.start(OLD, "KSK1");
    delegateAndWait("DS removed");
    world.expectNow(Security.INSECURE);
    publishAndWait("not signed", World.UNSIGNED, DATA_TTL);
    world.expectNow(Security.INSECURE);
    world.expectThroughout(Security.SECURE, Security.INSECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aZoneGoesSecureAfterItsUnsignedDataIsForgotten() throws Exception {
    world.start(World.UNSIGNED);
    world.expectNow(Security.INSECURE);
    publishAndWait("signed", OLD, DATA_TTL);
    delegateAndWait("DS added", "KSK1");
    world.expectNow(Security.SECURE);
    world.expectThroughout(Security.SECURE, Security.INSECURE);
  }
}
