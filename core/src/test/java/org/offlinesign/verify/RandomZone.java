package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.offlinesign.verify.ReferenceChain.Parameters;

/**
 * A small zone {@code example.} of random names, a record a line, and the NSEC3 chain that it
 * should have.
 */
record RandomZone(List<String> records, ReferenceChain chain) {
  private static final int MOST_NAMES = 25;
  private static final int MOST_LABELS = 4;
  private static final String[] LABELS = {"a", "b", "c", "*", "x-1", "a\\000"};

  static RandomZone of(Random random) {
    List<String> records = randomRecords(random);
    return new RandomZone(records, ReferenceChain.of(records, randomParameters(random)));
  }

  private static List<String> randomRecords(Random random) {
    List<String> lines = new ArrayList<>();
    lines.add("example. 3600 IN SOA ns.test. admin.test. 1 7200 3600 1209600 900");
    lines.add("example. 3600 IN NS ns.test.");
    int names = 1 + random.nextInt(MOST_NAMES);
    for (int i = 0; i < names; i++) {
      addRecords(randomName(random), random, lines);
    }
    return lines.stream().distinct().toList();
  }

  private static String randomName(Random random) {
    StringBuilder name = new StringBuilder();
    int labels = 1 + random.nextInt(MOST_LABELS);
    for (int i = 0; i < labels; i++) {
      name.append(LABELS[random.nextInt(LABELS.length)]).append('.');
    }
    return name + "example.";
  }

  private static void addRecords(String name, Random random, List<String> lines) {
    // Not every program loads a delegation at a wildcard.
    switch (name.startsWith("*") ? 3 + random.nextInt(3) : random.nextInt(6)) {
      case 0, 1 -> lines.add(name + " 3600 IN NS ns.test.");
      case 2 -> {
        lines.add(name + " 3600 IN NS ns.test.");
        lines.add(name + " 3600 IN DS 1 8 2 " + "AB".repeat(32));
      }
      case 3 -> lines.add(name + " 3600 IN TXT text");
      case 4 -> {
        lines.add(name + " 3600 IN A 192.0.2." + random.nextInt(200));
        lines.add(name + " 3600 IN TYPE65280 \\# 1 00");
      }
      default -> lines.add(name + " 3600 IN A 192.0.2.1");
    }
  }

  private static Parameters randomParameters(Random random) {
    String salt = random.nextBoolean() ? "-" : "0A0B";
    return new Parameters(random.nextInt(2), random.nextInt(3), salt);
  }

  /** Returns the records and the chain. */
  List<String> lines() {
    return with(chain.lines());
  }

  /** Returns the records and some more. */
  List<String> with(List<String> more) {
    List<String> all = new ArrayList<>(records);
    all.addAll(more);
    return all;
  }

  /** Returns the zone with a defect somewhere in the chain. */
  List<String> with(ChainDefect defect, Random random) {
    List<String> lines = chain.lines();
    // The first is the NSEC3PARAM record.
    int at = 1 + random.nextInt(lines.size() - 1);
    return with(defect.in(new ArrayList<>(lines), at, random));
  }
}
