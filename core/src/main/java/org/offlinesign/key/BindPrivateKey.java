package org.offlinesign.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** The text of a {@code .private} file: the algorithm, the numbers of the key and its timing. */
record BindPrivateKey(int algorithm, PrivateKeyInfo privateKey, KeyTiming timing) {
  private static final String FORMAT = "Private-key-format";
  private static final String ALGORITHM = "Algorithm";
  // Known to BIND, and of no consequence here.
  private static final Set<String> PASSED_OVER =
      Set.of("predecessor", "successor", "maxttl", "rollperiod", "lifetime");
  private static final Set<String> IN_HARDWARE = Set.of("engine", "label");

  private record Line(int number, String label, String value) {
    UnusableKeyException expected(String what) {
      return new UnusableKeyException("line " + number + ": expected " + what);
    }
  }

  /** Returns what a file says; messages quote no key material. */
  static BindPrivateKey parse(String text) throws UnusableKeyException {
    List<Line> lines = lines(text);
    checkFormat(lines);
    Algorithm algorithm = algorithm(lines);
    Map<String, byte[]> numbers = new LinkedHashMap<>();
    KeyTiming timing = KeyTiming.NONE;
    for (Line line : lines.subList(2, lines.size())) {
      if (KeyEvent.ofLabel(line.label).isPresent()) {
        timing = timing.with(KeyEvent.ofLabel(line.label).get(), time(line));
      } else if (IN_HARDWARE.contains(line.label.toLowerCase(Locale.ROOT))) {
        throw line.expected("the numbers of the key, but it is kept in a hardware module");
      } else if (!PASSED_OVER.contains(line.label.toLowerCase(Locale.ROOT))) {
        numbers.put(line.label, base64(line));
      }
    }
    try {
      PrivateKeyInfo key = algorithm.family().fromBindFields(numbers);
      return new BindPrivateKey(algorithm.number(), key, asBindHasIt(timing));
    } finally {
      numbers.values().forEach(octets -> Arrays.fill(octets, (byte) 0));
    }
  }

  private static List<Line> lines(String text) throws UnusableKeyException {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith(";")) {
        continue;
      }
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new UnusableKeyException("line " + number + ": expected 'Name: value'");
      }
      lines.add(
          new Line(number, line.substring(0, colon).trim(), line.substring(colon + 1).trim()));
    }
    return lines;
  }

  private static void checkFormat(List<Line> lines) throws UnusableKeyException {
    if (lines.isEmpty() || !lines.get(0).label.equalsIgnoreCase(FORMAT)) {
      throw new UnusableKeyException("line 1: expected '" + FORMAT + ": v1.3'");
    }
    Line line = lines.get(0);
    if (!line.value.matches("v1\\.\\d+")) {
      throw line.expected("format v1.2 or v1.3 but found '" + line.value + "'");
    }
  }

  private static Algorithm algorithm(List<Line> lines) throws UnusableKeyException {
    if (lines.size() < 2 || !lines.get(1).label.equalsIgnoreCase(ALGORITHM)) {
      throw new UnusableKeyException("line 2: expected '" + ALGORITHM + ":' and its number");
    }
    Line line = lines.get(1);
    String number = line.value.split("\\s", 2)[0];
    return Algorithm.parse(number)
        .orElseThrow(() -> line.expected("a supported algorithm but found '" + number + "'"));
  }

  private static Instant time(Line line) throws UnusableKeyException {
    // Later versions of BIND append the time in words.
    String digits = line.value.split("\\s", 2)[0];
    return BindTime.parse(digits)
        .orElseThrow(() -> line.expected("YYYYMMDDHHMMSS but found '" + line.value + "'"));
  }

  private static byte[] base64(Line line) throws UnusableKeyException {
    try {
      return Base64.getDecoder().decode(line.value);
    } catch (IllegalArgumentException e) {
      // The cause is left out because its message quotes the text.
      throw line.expected("base 64 after '" + line.label + ":'");
    }
  }

  /**
   * Returns the text that BIND's format v1.3 has for a key.
   *
   * <p>BIND takes a key without times of publication and activation for one that is not in use, so
   * a key that is in use from its creation on gets them.
   */
  static String print(ZoneKey key, PrivateKeyInfo privateKey) {
    Algorithm algorithm = key.algorithm();
    KeyTiming timing = explicit(key.timing());
    StringBuilder out = new StringBuilder(FORMAT + ": v1.3\n" + ALGORITHM + ": ");
    out.append(algorithm.number()).append(" (").append(algorithm.mnemonic()).append(")\n");
    algorithm
        .family()
        .bindFields(privateKey)
        .forEach(
            (label, octets) -> {
              String text = Base64.getEncoder().encodeToString(octets);
              out.append(label).append(": ").append(text).append('\n');
            });
    timing
        .events()
        .forEach(
            (event, time) -> {
              // BIND takes a file with a label that it does not know for a broken one.
              if (event != KeyEvent.DS_REMOVED) {
                out.append(event.label()).append(": ").append(BindTime.print(time)).append('\n');
              }
            });
    return out.toString();
  }

  /**
   * Returns timing as BIND's files can tell it: without times that are not decided on, and with a
   * time of use where only the creation is known.
   */
  static KeyTiming explicit(KeyTiming timing) {
    Optional<Instant> created = timing.at(KeyEvent.CREATED);
    boolean said =
        timing.at(KeyEvent.PUBLISH).isPresent() || timing.at(KeyEvent.ACTIVATE).isPresent();
    KeyTiming result = timing;
    if (!said && created.isPresent()) {
      result = timing.with(KeyEvent.PUBLISH, created.get()).with(KeyEvent.ACTIVATE, created.get());
    }
    for (KeyEvent event : KeyEvent.values()) {
      if (result.at(event).filter(KeyTiming.UNDECIDED::equals).isPresent()) {
        result = result.with(event, null);
      }
    }
    return result;
  }

  /**
   * Returns what a file's times mean: to BIND a key with times, but none of publication or
   * activation, is not in use yet.
   */
  private static KeyTiming asBindHasIt(KeyTiming timing) {
    boolean said =
        timing.at(KeyEvent.PUBLISH).isPresent() || timing.at(KeyEvent.ACTIVATE).isPresent();
    return said || timing.events().isEmpty()
        ? timing
        : timing
            .with(KeyEvent.PUBLISH, KeyTiming.UNDECIDED)
            .with(KeyEvent.ACTIVATE, KeyTiming.UNDECIDED);
  }

  /** Returns public facts only. */
  @Override
  public String toString() {
    return "private key of algorithm " + algorithm;
  }
}
