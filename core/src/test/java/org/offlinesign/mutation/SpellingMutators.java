package org.offlinesign.mutation;

import static org.offlinesign.mutation.Effect.NONE;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Other spellings of the same zone. */
final class SpellingMutators {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  /** The fields of the data in which the case of names does not matter (RFC 4034 §6.2). */
  private static final Map<String, List<Integer>> NAMES =
      Map.of(
          "NS", List.of(0),
          "CNAME", List.of(0),
          "DNAME", List.of(0),
          "MX", List.of(1),
          "SRV", List.of(3),
          "SOA", List.of(0, 1),
          "RRSIG", List.of(7));

  private SpellingMutators() {}

  static List<Mutator> all() {
    return List.of(
        Mutator.of("put the records in another order", NONE, SpellingMutators::shuffle),
        ofLines("change the case of owners", (line, r) -> line.withOwner(anyCase(line.owner(), r))),
        ofLines("change the case of names in data", SpellingMutators::caseOfNames),
        ofLines("change the case of types", (l, r) -> l.is("RRSIG") ? l : lowerType(l)),
        ofLines("escape letters of owners", (l, r) -> l.withOwner(escaped(l.owner(), r))),
        ofLines("write owners as \\DDD alone", (l, r) -> l.withOwner(allEscaped(l.owner()))),
        ofLines("write TTLs in units", SpellingMutators::ttlInUnits),
        ofLines("swap TTL and class", (line, r) -> swapped(line)),
        ofLines("write addresses as unknown data", SpellingMutators::generic),
        ofLines("write types as TYPE numbers", SpellingMutators::typeNumber),
        ofLines("spell IPv6 addresses out", SpellingMutators::longIpv6),
        ofLines("change the case of hexadecimal digits", SpellingMutators::caseOfHex),
        ofLines("break base64 up", SpellingMutators::brokenBase64),
        ofLines("write times in seconds", SpellingMutators::secondsSinceEpoch),
        ofLines("put data in parentheses", (l, r) -> l.withRdata("( " + l.rdata() + " )")),
        ofLines("add comments", (l, r) -> l.withRdata(l.rdata() + " ; " + l.owner() + " \\\" (")),
        ofLines("break lines within parentheses", SpellingMutators::brokenLines),
        ofLines("quote no strings", (l, r) -> l.is("TXT") ? unquoted(l) : l));
  }

  /** Returns a mutator that spells about half of all lines in another way. */
  private static Mutator ofLines(String name, BiFunction<Line, Random, Line> spelling) {
    return Mutator.of(
        name,
        NONE,
        (lines, sample, random) -> {
          lines.replaceAll(line -> random.nextBoolean() ? spelling.apply(line, random) : line);
          return Optional.of("about half of all lines");
        });
  }

  private static Optional<String> shuffle(List<Line> lines, Sample sample, Random random) {
    Collections.shuffle(lines, random);
    return Optional.of("the SOA record is line " + soaLine(lines));
  }

  private static int soaLine(List<Line> lines) {
    int line = 0;
    while (!lines.get(line).is("SOA")) {
      line++;
    }
    return line + 1;
  }

  private static String anyCase(String name, Random random) {
    return mapLetters(
        name,
        letter ->
            random.nextBoolean()
                ? letter.toUpperCase(Locale.ROOT)
                : letter.toLowerCase(Locale.ROOT));
  }

  /** Changes the letters of a name that has no escapes. */
  private static String mapLetters(String name, UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      String letter = name.substring(i, i + 1);
      changed.append(Character.isLetter(letter.charAt(0)) ? change.apply(letter) : letter);
    }
    return changed.toString();
  }

  private static String escaped(String name, Random random) {
    return mapLetters(name, letter -> random.nextInt(4) == 0 ? decimal(letter.charAt(0)) : letter);
  }

  private static String allEscaped(String name) {
    return mapLetters(name, letter -> decimal(letter.charAt(0)));
  }

  private static String decimal(char letter) {
    return "\\%03d".formatted((int) letter);
  }

  private static Line caseOfNames(Line line, Random random) {
    Line changed = line;
    for (int field : NAMES.getOrDefault(line.type(), List.of())) {
      changed = changed.withField(field, anyCase(line.field(field), random));
    }
    return changed;
  }

  private static Line lowerType(Line line) {
    return new Line(line.owner(), line.ttl(), line.type().toLowerCase(Locale.ROOT), line.rdata());
  }

  private static Line ttlInUnits(Line line, Random random) {
    long seconds = line.seconds();
    String units = seconds / 3600 + "h" + seconds % 3600 / 60 + "M" + seconds % 60 + "s";
    return new Line(line.owner(), units, line.type(), line.rdata());
  }

  /** RFC 1035 §5.1: class and TTL may stand in either order, and the class may be left out. */
  private static Line swapped(Line line) {
    return new Line(line.owner(), "IN " + line.ttl(), line.type(), line.rdata());
  }

  private static Line generic(Line line, Random random) {
    return line.is("A") ? line.withRdata("\\# 4 " + hexAddress(line)) : line;
  }

  private static Line typeNumber(Line line, Random random) {
    return line.is("A")
        ? new Line(line.owner(), line.ttl(), "TYPE1", "\\# 4 " + hexAddress(line))
        : line;
  }

  private static String hexAddress(Line line) {
    StringBuilder hex = new StringBuilder();
    for (String octet : line.rdata().split("\\.", -1)) {
      hex.append("%02x".formatted(Integer.parseInt(octet)));
    }
    return hex.toString();
  }

  private static Line longIpv6(Line line, Random random) {
    return line.is("AAAA")
        ? line.withRdata(line.rdata().toUpperCase(Locale.ROOT).replace("::", ":0:0:0:0:0:"))
        : line;
  }

  private static Line caseOfHex(Line line, Random random) {
    return line.is("DS") ? line.withRdata(line.rdata().toLowerCase(Locale.ROOT)) : line;
  }

  private static Line brokenBase64(Line line, Random random) {
    int field = line.is("RRSIG") ? 8 : 3;
    if (!line.is("RRSIG") && !line.is("DNSKEY")) {
      return line;
    }
    String base64 = line.field(field);
    int at = 1 + random.nextInt(base64.length() - 1);
    return line.withField(field, base64.substring(0, at) + " " + base64.substring(at));
  }

  private static Line secondsSinceEpoch(Line line, Random random) {
    return line.is("RRSIG")
        ? line.withField(4, seconds(line.field(4))).withField(5, seconds(line.field(5)))
        : line;
  }

  private static String seconds(String time) {
    return String.valueOf(LocalDateTime.parse(time, TIME).toEpochSecond(ZoneOffset.UTC));
  }

  private static Line brokenLines(Line line, Random random) {
    return line.is("TXT") || line.is("CAA")
        ? line
        : line.withRdata("(" + line.rdata().replace(" ", "\n\t") + ")");
  }

  private static Line unquoted(Line line) {
    return line.withRdata(
        line.rdata().replace("\"first\"", "first").replace("second one", "second\\032one"));
  }
}
