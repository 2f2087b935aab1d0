package org.offlinesign.cli.command;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.ProductId;
import biweekly.property.Transparency;
import biweekly.property.Uid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.rollover.KeyAction;
import org.offlinesign.rollover.PlanEvent;
import org.offlinesign.rollover.RolloverPlan;

/** Dates of rollovers as an iCalendar object (RFC 5545). */
final class RolloverCalendar {
  private RolloverCalendar() {}

  /**
   * Returns the text.
   *
   * @param now when it is made
   */
  static String text(List<RolloverPlan> plans, Instant now) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(new ProductId("-//offlinesign//rollover//EN"));
    for (RolloverPlan plan : plans) {
      Map<PlanEvent.Kind, Integer> counts = new EnumMap<>(PlanEvent.Kind.class);
      for (PlanEvent event : plan.events()) {
        int count = counts.merge(event.kind(), 1, Integer::sum);
        calendar.addEvent(event(plan, event, count, Date.from(now)));
      }
    }
    return Biweekly.write(calendar).go();
  }

  private static VEvent event(RolloverPlan plan, PlanEvent event, int count, Date now) {
    VEvent entry = new VEvent();
    entry.setUid(new Uid(uid(plan, event, count)));
    entry.setDateTimeStamp(now);
    entry.setDateStart(Date.from(event.at()), true);
    entry.setSummary(event.title());
    entry.setDescription(event.description());
    entry.setTransparency(Transparency.transparent());
    return entry;
  }

  /**
   * The same event has the same one when the calendar is written again, so that it moves; one of
   * the next rollover of this kind, which replaces another key, has another (RFC 5545 §3.8.4.7).
   */
  private static String uid(RolloverPlan plan, PlanEvent event, int count) {
    String kind =
        event.kind() == PlanEvent.Kind.STEP
            ? event.title()
            : plan.zone() + " " + plan.method() + " sign again " + count;
    String what = kind + " " + replaced(plan);
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Returns the key tags of the keys that leave; new keys have none before they are made. */
  private static List<Integer> replaced(RolloverPlan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.actions().stream())
        .map(KeyAction::key)
        .filter(key -> !key.isNew())
        .flatMap(key -> key.facts().stream())
        .map(ZoneKey::keyTag)
        .distinct()
        .sorted()
        .toList();
  }
}
