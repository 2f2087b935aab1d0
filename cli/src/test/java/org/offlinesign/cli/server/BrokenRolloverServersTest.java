package org.offlinesign.cli.server;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A rollover with a wait left out, or its steps in a wrong order, breaks the zone for somebody. */
class BrokenRolloverServersTest extends WorldFixture {
  private static final String ED25519 = "--signkey KSK-ED25519 --signkey ZSK-ED25519";

  /** Makes changes in one go, and expects that the last of them broke the zone. */
  private void expectBogusAfterAll(World.Changes changes) throws Exception {
    world.inOneGo(changes);
    world.expectBogusAtLast();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aZskThatSignsAtOnceIsNotInTheKeysThatAreCached() throws Exception {
    world.start(OLD, "KSK1");
    world.publish("new key signs", "--signkey KSK1 --signkey ZSK2 --addkey ZSK1");
    world.expectBogusAtLast();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aZskThatIsRemovedAtOnceMadeTheSignaturesThatAreCached() throws Exception {
    world.start("--signkey KSK1 --signkey ZSK1 --addkey ZSK2", "KSK1");
    world.publish("old key removed", "--signkey KSK1 --signkey ZSK2");
    world.expectBogusAtLast();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aZskThatIsRemovedSoonAfterBothSignedMadeTheSignaturesThatAreCached() throws Exception {
    world.start(OLD, "KSK1");
    expectBogusAfterAll(
        () -> {
          world.publish("both keys sign", "--signkey KSK1 --signkey ZSK1 --signkey ZSK2");
          world.publish("old key removed", "--signkey KSK1 --signkey ZSK2");
        });
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aDsRecordThatIsReplacedBeforeTheNewKskIsPublishedLeadsNowhere() throws Exception {
    world.start(OLD, "KSK1");
    world.delegate("DS replaced", "KSK2");
    world.expectBogusAtLast();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aDsRecordThatIsReplacedAtOnceDoesNotLeadIntoTheKeysThatAreCached() throws Exception {
    world.start(OLD, "KSK1");
    expectBogusAfterAll(
        () -> {
          world.publish("both keys sign", "--signkey KSK1 --signkey KSK2 --signkey ZSK1");
          world.delegate("DS replaced", "KSK2");
        });
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aKskThatIsRemovedAtOnceIsTheOneOfTheDsRecordThatIsCached() throws Exception {
    world.start("--signkey KSK1 --signkey KSK2 --signkey ZSK1", "KSK1");
    expectBogusAfterAll(
        () -> {
          world.delegate("DS replaced", "KSK2");
          world.publish("old key removed", "--signkey KSK2 --signkey ZSK1");
        });
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aKskIsSwappedBeforeItsDsRecordIsKnown() throws Exception {
    world.start(OLD, "KSK1");
    expectBogusAfterAll(
        () -> {
          world.delegate("new DS added", "KSK1", "KSK2");
          world.publish("keys swapped", "--signkey KSK2 --signkey ZSK1");
        });
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aDsRecordIsRemovedWhileItsKeyIsCached() throws Exception {
    world.start(OLD, "KSK1", "KSK2");
    expectBogusAfterAll(
        () -> {
          world.publish("keys swapped", "--signkey KSK2 --signkey ZSK1");
          world.delegate("old DS removed", "KSK2");
        });
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aNewAlgorithmIsPromisedBeforeItsSignaturesAreThere() throws Exception {
    world.start(OLD, "KSK1");
    world.delegate("new DS added", "KSK1", "KSK-ED25519");
    world.expectBogusAtLast();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aNewAlgorithmIsPromisedWhileOldSignaturesAloneAreCached() throws Exception {
    world.start(OLD, "KSK1");
    expectBogusAfterAll(
        () -> {
          world.publish("new keys and signatures at once", OLD + " " + ED25519);
          world.delegate("DS replaced", "KSK-ED25519");
        });
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void anOldAlgorithmIsRemovedWhileItsDsRecordIsCached() throws Exception {
    world.start(OLD + " " + ED25519, "KSK1");
    expectBogusAfterAll(
        () -> {
          world.delegate("DS replaced", "KSK-ED25519");
          world.publish("old keys removed", ED25519);
        });
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aZoneIsNoLongerSignedWhileItsDsRecordIsCached() throws Exception {
    world.start(OLD, "KSK1");
    expectBogusAfterAll(
        () -> {
          world.delegate("DS removed");
          world.publish("not signed", World.UNSIGNED);
        });
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aZoneIsDeclaredSecureWhileUnsignedDataIsCached() throws Exception {
    world.start(World.UNSIGNED);
    expectBogusAfterAll(
        () -> {
          world.publish("signed", OLD);
          world.delegate("DS added", "KSK1");
        });
  }
}
