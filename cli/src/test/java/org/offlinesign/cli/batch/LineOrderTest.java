package org.offlinesign.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;

/** Which lines a line waits for; lines are numbers here. */
class LineOrderTest {
  private final LineOrder<Integer> order = new LineOrder<>();

  private Set<Integer> add(int line, String zone) {
    return order.add(line, Optional.of(DnsName.of(zone)));
  }

  @Test
  void linesAboutDifferentZonesWaitForNothing() {
    assertThat(add(1, "a.example.")).isEmpty();
    assertThat(add(2, "b.example.")).isEmpty();
    assertThat(add(3, "aa.example.")).isEmpty();
  }

  @Test
  void linesAboutTheSameZoneWaitForTheOneBefore() {
    add(1, "a.example.");
    assertThat(add(2, "A.example.")).containsExactly(1);
    assertThat(add(3, "a.example.")).containsExactly(2);
  }

  @Test
  void aParentWaitsForItsChildrenAndGrandchildren() {
    add(1, "a.example.");
    add(2, "x.b.example.");
    add(3, "other.");
    assertThat(add(4, "example.")).containsExactlyInAnyOrder(1, 2);
    assertThat(add(5, ".")).containsExactlyInAnyOrder(1, 2, 3, 4);
  }

  @Test
  void aChildWaitsForItsParentBefore() {
    add(1, "example.");
    assertThat(add(2, "a.example.")).containsExactly(1);
    assertThat(add(3, "x.b.example.")).containsExactly(1);
  }

  @Test
  void aLineAboutNoZoneWaitsForAllAndHoldsUpAll() {
    add(1, "a.");
    add(2, "b.");
    assertThat(order.add(3, Optional.empty())).containsExactlyInAnyOrder(1, 2);
    assertThat(add(4, "a.")).containsExactly(3);
    assertThat(add(5, "c.")).containsExactly(3);
    assertThat(order.add(6, Optional.empty())).containsExactlyInAnyOrder(3, 4, 5);
    assertThat(order.add(7, Optional.empty())).containsExactly(6);
  }
}
