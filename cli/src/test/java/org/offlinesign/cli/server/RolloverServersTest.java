package org.offlinesign.cli.server;

import static org.offlinesign.cli.server.World.DATA_TTL;
import static org.offlinesign.cli.server.World.DS_TTL;
import static org.offlinesign.cli.server.World.KEY_TTL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The steps of each rollover, done in order and with its waits, never give a resolver an answer
 * that it cannot validate.
 */
class RolloverServersTest extends WorldFixture {
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void rfc7583_3_2_1_aZskIsPublishedBeforeItSigns() throws Exception {
    world.start("--signkey KSK1 --signkey ZSK1", "KSK1");
    world.publish("new key published", "--signkey KSK1 --signkey ZSK1 --addkey ZSK2");
    world.waitFor(KEY_TTL);
    world.publish("new key signs", "--signkey KSK1 --signkey ZSK2 --addkey ZSK1");
    world.waitFor(DATA_TTL);
    world.publish("old key removed", "--signkey KSK1 --signkey ZSK2");
    world.waitFor(KEY_TTL);
    world.expectThroughout(Security.SECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void rfc7583_2_1_aZskSignsTogetherWithTheOldOne() throws Exception {
    world.start("--signkey KSK1 --signkey ZSK1", "KSK1");
    world.publish("both keys sign", "--signkey KSK1 --signkey ZSK1 --signkey ZSK2");
    world.waitFor(DATA_TTL);
    world.publish("old key removed", "--signkey KSK1 --signkey ZSK2");
    world.waitFor(DATA_TTL);
    world.expectThroughout(Security.SECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void rfc7583_3_3_1_aKskSignsTogetherWithTheOldOne() throws Exception {
    world.start("--signkey KSK1 --signkey ZSK1", "KSK1");
    world.publish("both keys sign", "--signkey KSK1 --signkey KSK2 --signkey ZSK1");
    world.waitFor(KEY_TTL);
    world.delegate("DS replaced", "KSK2");
    world.waitFor(DS_TTL);
    world.publish("old key removed", "--signkey KSK2 --signkey ZSK1");
    world.waitFor(KEY_TTL);
    world.expectThroughout(Security.SECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void rfc7583_3_3_2_aKskIsAnnouncedByItsDsRecordFirst() throws Exception {
    world.start("--signkey KSK1 --signkey ZSK1", "KSK1");
    world.delegate("new DS added", "KSK1", "KSK2");
    world.waitFor(DS_TTL);
    world.publish("keys swapped", "--signkey KSK2 --signkey ZSK1");
    world.waitFor(KEY_TTL);
    world.delegate("old DS removed", "KSK2");
    world.waitFor(DS_TTL);
    world.expectThroughout(Security.SECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void rfc6781_4_1_4_aNewAlgorithmSignsBeforeItsKeysArePublished() throws Exception {
    world.start("--signkey KSK1 --signkey ZSK1", "KSK1");
    world.publish(
        "new signatures", "--signkey KSK1 --signkey ZSK1 --signkey-unpublished ZSK-ED25519");
    world.waitFor(DATA_TTL);
    world.publish(
        "new keys", "--signkey KSK1 --signkey ZSK1 --signkey KSK-ED25519 --signkey ZSK-ED25519");
    world.waitFor(KEY_TTL);
    world.delegate("DS replaced", "KSK-ED25519");
    world.waitFor(DS_TTL);
    world.publish(
        "old keys removed",
        "--signkey KSK-ED25519 --signkey ZSK-ED25519 --signkey-unpublished ZSK1");
    world.waitFor(KEY_TTL);
    world.publish("old signatures removed", "--signkey KSK-ED25519 --signkey ZSK-ED25519");
    world.waitFor(DATA_TTL);
    world.expectThroughout(Security.SECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aZoneGoesInsecureAfterItsDsRecordsAreForgotten() throws Exception {
    world.start("--signkey KSK1 --signkey ZSK1", "KSK1");
    world.delegate("DS removed");
    world.waitFor(DS_TTL);
    world.expectNow(Security.INSECURE);
    world.publish("not signed", World.UNSIGNED);
    world.waitFor(DATA_TTL);
    world.expectNow(Security.INSECURE);
    world.expectThroughout(Security.SECURE, Security.INSECURE);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aZoneGoesSecureAfterItsUnsignedDataIsForgotten() throws Exception {
    world.start(World.UNSIGNED);
    world.expectNow(Security.INSECURE);
    world.publish("signed", "--signkey KSK1 --signkey ZSK1");
    world.waitFor(DATA_TTL);
    world.delegate("DS added", "KSK1");
    world.waitFor(DS_TTL);
    world.expectNow(Security.SECURE);
    world.expectThroughout(Security.SECURE, Security.INSECURE);
  }
}
