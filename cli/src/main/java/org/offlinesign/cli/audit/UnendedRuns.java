package org.offlinesign.cli.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.audit.AuditLine;

/** Which commands have begun and not ended, by the lines of a log. Holds these alone. */
final class UnendedRuns {
  private final JsonFactory json = new JsonFactory();
  private final Map<String, Begin> begun = new LinkedHashMap<>();
  private Optional<Long> unreadable = Optional.empty();

  /**
   * The line that a command has begun with.
   *
   * @param time as it is written there
   */
  record Begin(long number, String time) {}

  /** Takes the next line. */
  void add(AuditLine line) {
    try (JsonParser members = json.createParser("{" + line.content() + "}")) {
      add(line.number(), members);
    } catch (IOException e) {
      // Its digest fits, which anybody can reckon: another program has written it.
      unreadable = unreadable.or(() -> Optional.of(line.number()));
    }
  }

  private void add(long number, JsonParser members) throws IOException {
    String event = "";
    String run = "";
    String time = "";
    members.nextToken();
    while (members.nextToken() == JsonToken.FIELD_NAME) {
      String name = members.currentName();
      members.nextToken();
      switch (name) {
        case "event" -> event = members.getText();
        case "run" -> run = members.getText();
        case "time" -> time = members.getText();
        default -> members.skipChildren();
      }
    }
    if (event.equals(AuditContent.BEGIN)) {
      begun.put(run, new Begin(number, time));
    } else if (event.equals(AuditContent.END)) {
      begun.remove(run);
    }
  }

  /** Returns the number of the first line that is not JSON. */
  Optional<Long> unreadable() {
    return unreadable;
  }

  /** Returns the lines of those that have not ended, in their order. */
  List<Begin> begins() {
    return List.copyOf(begun.values());
  }
}
