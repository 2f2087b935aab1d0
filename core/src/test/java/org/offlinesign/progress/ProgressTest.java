package org.offlinesign.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final AtomicLong clock = new AtomicLong(-5_000_000_000L);
  private final Progress progress = new Progress(clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void stagesAreMeasuredInTheirOrder() {
    progress.enter(Stage.READ, Optional.of("example.zone"));
    progress.expect(Quantity.OCTETS, 100);
    progress.count(Quantity.OCTETS, 60);
    pass(Duration.ofMillis(1500));
    progress.count(Quantity.OCTETS, 40);
    pass(Duration.ofMillis(500));
    progress.enter(Stage.SORT);
    pass(Duration.ofMillis(250));
    progress.leave();
    pass(Duration.ofMillis(250));

    assertThat(progress.stages())
        .containsExactly(
            new StageFigures(
                Stage.READ,
                Optional.of("example.zone"),
                Duration.ofSeconds(2),
                Map.of(Quantity.OCTETS, 100L),
                Map.of(Quantity.OCTETS, 100L)),
            new StageFigures(
                Stage.SORT, Optional.empty(), Duration.ofMillis(250), Map.of(), Map.of()));
    assertThat(progress.stages().get(0).rate(Quantity.OCTETS)).isEqualTo(50);
    assertThat(progress.time()).isEqualTo(Duration.ofMillis(2500));
  }

  @Test
  void whoLooksSeesTheStageUnderWay() {
    assertThat(progress.current()).isEmpty();
    progress.enter(Stage.SIGN);
    progress.count(Quantity.SIGNATURES, 7);
    pass(Duration.ofSeconds(1));
    assertThat(progress.current())
        .contains(
            new StageFigures(
                Stage.SIGN,
                Optional.empty(),
                Duration.ofSeconds(1),
                Map.of(Quantity.SIGNATURES, 7L),
                Map.of()));
    progress.leave();
    assertThat(progress.current()).isEmpty();
  }

  @Test
  void whatIsCountedOutsideStagesIsForgotten() {
    progress.count(Quantity.OCTETS, 5);
    progress.expect(Quantity.OCTETS, 5);
    progress.enter(Stage.READ);
    progress.leave();
    assertThat(progress.stages())
        .singleElement()
        .extracting(StageFigures::done)
        .isEqualTo(Map.of());
  }

  @Test
  void theEndOfEachStageIsToldWhenItCanBeSeen() {
    List<Integer> ended = new ArrayList<>();
    progress.onLeave(() -> ended.add(progress.stages().size()));
    progress.enter(Stage.READ);
    progress.enter(Stage.SORT);
    progress.leave();
    progress.leave();
    assertThat(ended).containsExactly(1, 2);
  }

  @Test
  void temporaryFilesAreCountedAtTheirLargest() {
    progress.countSpilled(10);
    progress.countSpilled(20);
    progress.countReleased(25);
    progress.countSpilled(5);
    assertThat(progress.spilledOctets()).isEqualTo(35);
    assertThat(progress.mostOctetsOnDisk()).isEqualTo(30);
  }

  @Test
  void aStageThatTookNoTimeHasNoRate() {
    progress.enter(Stage.SORT);
    progress.count(Quantity.RECORDS, 3);
    progress.leave();
    assertThat(progress.stages().get(0).rate(Quantity.RECORDS)).isZero();
  }
}
