package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.offlinesign.cli.console.FullMinute;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.RolloverException;
import org.offlinesign.rollover.RolloverMethod;
import org.offlinesign.rollover.RolloverPlan;
import org.offlinesign.rollover.RolloverRequest;
import org.offlinesign.rollover.RolloverSession;

/**
 * A method by which the keys of a zone may be replaced.
 *
 * @param plan empty if the method does not fit the zone
 * @param length how long from now until the last step may be done
 * @param obstacle why the method does not fit
 */
record MethodChoice(
    RolloverMethod method,
    Optional<RolloverPlan> plan,
    boolean isUnderWay,
    Duration length,
    Optional<String> obstacle) {

  /**
   * @param request which names the method
   */
  static MethodChoice of(RolloverMethod method, RolloverRequest request, Clock clock) {
    try {
      RolloverSession session = RolloverSession.of(request);
      RolloverPlan plan = session.plan();
      Duration length =
          Duration.between(
              clock.instant().truncatedTo(ChronoUnit.SECONDS), FullMinute.from(plan.end()));
      return new MethodChoice(
          method,
          Optional.of(plan),
          session.isUnderWay(),
          length.isNegative() ? Duration.ZERO : length,
          Optional.empty());
    } catch (RolloverException e) {
      return new MethodChoice(
          method,
          Optional.empty(),
          false,
          Duration.ZERO,
          Optional.of(e.getMessage() + "; " + e.advice()));
    }
  }

  /** Writes all methods as JSON; scripts rely on the names of the fields. */
  static void write(DnsName zone, List<MethodChoice> choices, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("zone", zone.toString());
    json.writeArrayFieldStart("methods");
    for (MethodChoice choice : choices) {
      json.writeStartObject();
      json.writeStringField("method", choice.method.label());
      json.writeStringField("title", choice.method.title());
      json.writeBooleanField("fits", choice.plan.isPresent());
      json.writeBooleanField("underWay", choice.isUnderWay);
      if (choice.plan.isPresent()) {
        json.writeNumberField("steps", choice.plan.get().steps().size());
        json.writeStringField("end", choice.plan.get().end().toString());
      }
      if (choice.obstacle.isPresent()) {
        json.writeStringField("obstacle", choice.obstacle.get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
