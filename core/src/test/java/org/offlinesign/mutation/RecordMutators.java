package org.offlinesign.mutation;

import static org.offlinesign.mutation.Effect.BLEMISHES;
import static org.offlinesign.mutation.Effect.BREAKS;
import static org.offlinesign.mutation.Effect.NONE;
import static org.offlinesign.mutation.Effect.UNPROTECTED;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/** Changes of what a zone says. */
final class RecordMutators {
  private static final Set<String> DENIAL = Set.of("NSEC", "NSEC3", "NSEC3PARAM", "RRSIG");

  private RecordMutators() {}

  static List<Mutator> all() {
    return List.of(
        Mutator.of("drop a record", BREAKS, RecordMutators::dropSigned),
        Mutator.of("drop glue", UNPROTECTED, RecordMutators::dropGlue),
        Mutator.of("drop a delegation's server", UNPROTECTED, RecordMutators::dropServer),
        Mutator.of("repeat a record", NONE, RecordMutators::repeat),
        Mutator.of("change data", BREAKS, RecordMutators::changeSigned),
        Mutator.of("change data", NONE, RecordMutators::changeSigned).resigned(),
        Mutator.of("change the serial", BREAKS, RecordMutators::changeSerial),
        Mutator.of("change the serial", NONE, RecordMutators::changeSerial).resigned(),
        Mutator.of("change glue or a delegation", UNPROTECTED, RecordMutators::changeUnsigned),
        Mutator.of("add a record to an RRset", BREAKS, RecordMutators::addRecord),
        Mutator.of("add a name", BREAKS, RecordMutators::addName),
        Mutator.of("add glue", UNPROTECTED, RecordMutators::addGlue),
        Mutator.of("move a name", BREAKS, RecordMutators::moveName),
        Mutator.of("raise the TTL of an RRset and its signatures", BREAKS, raise(true)),
        Mutator.of("lower the TTL of an RRset and its signatures", BLEMISHES, lower(true)),
        Mutator.of("raise the TTL of an RRset alone", BREAKS, raise(false)),
        Mutator.of("lower the TTL of an RRset alone", BREAKS, lower(false)),
        Mutator.of("lower the TTL of one record of several", BLEMISHES, RecordMutators::lowerOne),
        Mutator.of("change the TTL of glue or a delegation", UNPROTECTED, unsignedTtl()));
  }

  private static Predicate<Line> signed(Sample sample) {
    Set<String> signed = sample.signedRrsets();
    return line -> signed.contains(line.owner() + " " + line.type());
  }

  /** Returns what picks glue, occluded data and the NS records of delegations. */
  private static Predicate<Line> unsigned(Sample sample) {
    Predicate<Line> signed = signed(sample);
    return line -> !signed.test(line) && !line.is("RRSIG");
  }

  private static Optional<String> dropSigned(List<Line> lines, Sample sample, Random random) {
    return drop(lines, signed(sample), random);
  }

  private static Optional<String> dropGlue(List<Line> lines, Sample sample, Random random) {
    return drop(lines, unsigned(sample).and(line -> !line.is("NS")), random);
  }

  private static Optional<String> dropServer(List<Line> lines, Sample sample, Random random) {
    return drop(
        lines, unsigned(sample).and(line -> line.is("NS") && size(lines, line) > 1), random);
  }

  static Optional<String> drop(List<Line> lines, Predicate<Line> condition, Random random) {
    return Mutator.pick(lines, condition, random)
        .map(
            line -> {
              lines.remove(line);
              return "without " + line;
            });
  }

  private static long size(List<Line> lines, Line one) {
    return lines.stream().filter(line -> isSameRrset(line, one)).count();
  }

  private static boolean isSameRrset(Line one, Line other) {
    return one.owner().equals(other.owner()) && one.type().equals(other.type());
  }

  private static Optional<String> repeat(List<Line> lines, Sample sample, Random random) {
    return Mutator.pick(lines, line -> true, random)
        .map(
            line -> {
              lines.add(random.nextInt(lines.size()), line);
              return "twice " + line;
            });
  }

  private static Optional<String> changeSigned(List<Line> lines, Sample sample, Random random) {
    return replace(lines, signed(sample).and(DataEdit::isPossible), random);
  }

  private static Optional<String> changeUnsigned(List<Line> lines, Sample sample, Random random) {
    return replace(lines, unsigned(sample).and(DataEdit::isPossible), random);
  }

  private static Optional<String> replace(
      List<Line> lines, Predicate<Line> condition, Random random) {
    return Mutator.pick(lines, condition, random)
        .map(
            line -> {
              Line edited = DataEdit.edit(line, random);
              lines.set(lines.indexOf(line), edited);
              return line + "\n  becomes " + edited;
            });
  }

  private static Optional<String> changeSerial(List<Line> lines, Sample sample, Random random) {
    return Mutator.pick(lines, line -> line.is("SOA"), random)
        .map(
            soa -> {
              long serial = Long.parseLong(soa.field(2)) + 1 + random.nextInt(100);
              lines.set(lines.indexOf(soa), soa.withField(2, String.valueOf(serial)));
              return "serial " + serial;
            });
  }

  private static Optional<String> addRecord(List<Line> lines, Sample sample, Random random) {
    return Mutator.pick(lines, signed(sample).and(line -> line.is("A")), random)
        .map(line -> add(lines, line.withRdata("203.0.113." + random.nextInt(256))));
  }

  private static Optional<String> addName(List<Line> lines, Sample sample, Random random) {
    String owner = "fresh" + random.nextInt(1000) + ".example.";
    return Optional.of(add(lines, new Line(owner, "3600", "A", "203.0.113.1")));
  }

  private static Optional<String> addGlue(List<Line> lines, Sample sample, Random random) {
    String owner = "ns" + random.nextInt(1000) + ".insecure.example.";
    return Optional.of(add(lines, new Line(owner, "3600", "A", "203.0.113.1")));
  }

  static String add(List<Line> lines, Line line) {
    lines.add(line);
    return "with " + line;
  }

  private static Optional<String> moveName(List<Line> lines, Sample sample, Random random) {
    Predicate<Line> condition =
        signed(sample).and(line -> line.is("A") && !line.owner().startsWith("*"));
    return Mutator.pick(lines, condition, random)
        .map(
            line -> {
              lines.replaceAll(
                  other ->
                      other.owner().equals(line.owner())
                          ? other.withOwner("moved.example.")
                          : other);
              return line.owner() + " becomes moved.example.";
            });
  }

  private static Mutator.Change raise(boolean signaturesToo) {
    return (lines, sample, random) ->
        changeTtl(
            lines, signed(sample), ttl -> ttl + 1 + random.nextInt(7200), signaturesToo, random);
  }

  private static Mutator.Change lower(boolean signaturesToo) {
    return (lines, sample, random) ->
        changeTtl(
            lines,
            signed(sample).and(line -> line.seconds() > 1),
            ttl -> random.nextInt((int) ttl),
            signaturesToo,
            random);
  }

  private static Mutator.Change unsignedTtl() {
    return (lines, sample, random) ->
        changeTtl(lines, unsigned(sample), ttl -> random.nextInt(7200), false, random);
  }

  private static Optional<String> changeTtl(
      List<Line> lines,
      Predicate<Line> condition,
      LongUnaryOperator change,
      boolean signaturesToo,
      Random random) {
    return Mutator.pick(lines, condition, random)
        .map(
            picked -> {
              long ttl = change.applyAsLong(picked.seconds());
              lines.replaceAll(
                  line -> isMeant(line, picked, signaturesToo) ? line.withTtl(ttl) : line);
              return picked.owner() + " " + picked.type() + " has TTL " + ttl;
            });
  }

  private static boolean isMeant(Line line, Line picked, boolean signaturesToo) {
    boolean signature =
        signaturesToo && line.owner().equals(picked.owner()) && line.covers(picked.type());
    return signature || isSameRrset(line, picked);
  }

  private static Optional<String> lowerOne(List<Line> lines, Sample sample, Random random) {
    Predicate<Line> condition =
        signed(sample).and(line -> size(lines, line) > 1 && !DENIAL.contains(line.type()));
    return Mutator.pick(lines, condition, random)
        .map(
            line -> {
              Line lowered = line.withTtl(random.nextInt((int) line.seconds()));
              lines.set(lines.indexOf(line), lowered);
              return line + "\n  becomes " + lowered;
            });
  }
}
