package org.offlinesign.mutation;

import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** Changes the data of a record so that it says something else, type by type. */
final class DataEdit {
  private static final Map<String, BiFunction<Line, Random, Line>> EDITS =
      Map.ofEntries(
          Map.entry("A", (line, random) -> line.withRdata("203.0.113." + random.nextInt(256))),
          Map.entry("AAAA", (line, random) -> line.withRdata("2001:db8::bad:" + digit(random))),
          Map.entry("TXT", (line, random) -> line.withRdata("\"other " + digit(random) + "\"")),
          Map.entry("MX", (line, random) -> line.withField(0, "9" + digit(random))),
          Map.entry("SRV", (line, random) -> line.withField(2, "99" + digit(random))),
          Map.entry("CNAME", (line, random) -> line.withRdata("other" + digit(random) + ".test.")),
          Map.entry("DNAME", (line, random) -> line.withRdata("more" + digit(random) + ".test.")),
          Map.entry("NS", (line, random) -> line.withRdata("other" + digit(random) + ".test.")),
          Map.entry("CAA", (line, random) -> line.withField(2, "\"evil" + digit(random) + "\"")),
          Map.entry("HTTPS", (line, random) -> line.withField(1, "svc.example.")),
          Map.entry("DS", (line, random) -> line.withField(0, "1" + digit(random))),
          Map.entry("TYPE65280", (line, random) -> line.withRdata("\\# 1 0" + digit(random))));

  private DataEdit() {}

  private static int digit(Random random) {
    return random.nextInt(10);
  }

  static boolean isPossible(Line line) {
    return EDITS.containsKey(line.type());
  }

  static Line edit(Line line, Random random) {
    BiFunction<Line, Random, Line> edit = EDITS.get(line.type());
    if (edit == null) {
      throw new IllegalArgumentException("no other data for " + line);
    }
    return edit.apply(line, random);
  }
}
