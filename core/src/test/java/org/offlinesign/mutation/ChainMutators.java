package org.offlinesign.mutation;

import static org.offlinesign.mutation.Effect.BLEMISHES;
import static org.offlinesign.mutation.Effect.BREAKS;
import static org.offlinesign.mutation.Effect.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Changes of the chain of NSEC or NSEC3 records, or of what it stands for. */
final class ChainMutators {
  private ChainMutators() {}

  static List<Mutator> all() {
    List<Mutator> changes =
        List.of(
            Mutator.of("drop a link", BREAKS, ChainMutators::drop),
            Mutator.of("drop a link and close the gap", BREAKS, ChainMutators::leaveOut),
            Mutator.of("swap two links", BREAKS, ChainMutators::swap),
            Mutator.of("move a link", BREAKS, ChainMutators::move),
            Mutator.of("add a type to a bitmap", BREAKS, ChainMutators::addType),
            Mutator.of("drop a type from a bitmap", BREAKS, ChainMutators::dropType),
            Mutator.of("change the salt of a link", BREAKS, nsec3Field(3, "AB")),
            Mutator.of("change the iterations of a link", BREAKS, nsec3Field(2, "1")),
            Mutator.of("change the opt-out flag of a link", BLEMISHES, ChainMutators::flipOptOut));
    return Stream.of(
            changes.stream(),
            changes.stream().map(Mutator::resigned),
            Stream.of(
                Mutator.of("change the case of the next name", BREAKS, ChainMutators::caseOfNext),
                Mutator.of("change the case of the next name", NONE, ChainMutators::caseOfNext)
                    .resigned(),
                Mutator.of("change the TTL of a link", BLEMISHES, ChainMutators::ttl).resigned(),
                Mutator.of("change the SOA minimum", BLEMISHES, ChainMutators::minimum).resigned(),
                Mutator.of("add a name", BREAKS, ChainMutators::addName).resigned(),
                Mutator.of("add an RRset", BREAKS, ChainMutators::addRrset).resigned(),
                Mutator.of("drop an RRset", BREAKS, ChainMutators::dropRrset).resigned(),
                Mutator.of("make a delegation secure", BREAKS, ChainMutators::addDs).resigned(),
                Mutator.of("delegate above names", BREAKS, ChainMutators::addCut).resigned(),
                Mutator.of("add a link for no name", BREAKS, ChainMutators::addLink).resigned()))
        .flatMap(mutators -> mutators)
        .toList();
  }

  private static boolean isLink(Line line) {
    return line.is("NSEC") || line.is("NSEC3");
  }

  private static int nextField(Line link) {
    return link.is("NSEC") ? 0 : 4;
  }

  private static Line link(List<Line> lines, Random random) {
    return Mutator.pick(lines, ChainMutators::isLink, random).orElseThrow();
  }

  private static Optional<String> drop(List<Line> lines, Sample sample, Random random) {
    return RecordMutators.drop(lines, ChainMutators::isLink, random);
  }

  private static Optional<String> leaveOut(List<Line> lines, Sample sample, Random random) {
    Line gone = link(lines, random);
    String name = gone.is("NSEC") ? gone.owner() : gone.owner().split("\\.", -1)[0];
    lines.remove(gone);
    lines.replaceAll(
        line ->
            isLink(line) && line.field(nextField(line)).equalsIgnoreCase(name)
                ? line.withField(nextField(line), gone.field(nextField(gone)))
                : line);
    return Optional.of("without " + gone);
  }

  private static Optional<String> swap(List<Line> lines, Sample sample, Random random) {
    Line one = link(lines, random);
    Line other = Mutator.pick(lines, l -> isLink(l) && !l.equals(one), random).orElseThrow();
    int next = nextField(one);
    lines.set(lines.indexOf(one), one.withField(next, other.field(next)));
    lines.set(lines.indexOf(other), other.withField(next, one.field(next)));
    return Optional.of("next of\n  " + one + "\n  " + other);
  }

  private static Optional<String> move(List<Line> lines, Sample sample, Random random) {
    Line link = link(lines, random);
    String label = link.is("NSEC") ? "moved" : "0123456789abcdefghijklmnopqrstuv";
    lines.set(lines.indexOf(link), link.withOwner(label + ".example."));
    return Optional.of("moved " + link);
  }

  private static Optional<String> addType(List<Line> lines, Sample sample, Random random) {
    Line link = link(lines, random);
    lines.set(
        lines.indexOf(link),
        link.withRdata(link.rdata() + " TYPE" + (300 + random.nextInt(60000))));
    return Optional.of("another type in " + link);
  }

  private static Optional<String> dropType(List<Line> lines, Sample sample, Random random) {
    Predicate<Line> hasTypes = line -> isLink(line) && line.fields().length > nextField(line) + 1;
    Line link = Mutator.pick(lines, hasTypes, random).orElseThrow();
    List<String> fields = new ArrayList<>(List.of(link.fields()));
    int first = nextField(link) + 1;
    fields.remove(first + random.nextInt(fields.size() - first));
    lines.set(lines.indexOf(link), link.withRdata(String.join(" ", fields)));
    return Optional.of("a type less in " + link);
  }

  private static Mutator.Change nsec3Field(int field, String value) {
    return (lines, sample, random) ->
        Mutator.pick(lines, line -> line.is("NSEC3"), random)
            .map(
                line -> {
                  lines.set(lines.indexOf(line), line.withField(field, value));
                  return line + "\n  gets " + value;
                });
  }

  private static Optional<String> flipOptOut(List<Line> lines, Sample sample, Random random) {
    return nsec3Field(1, sample.isOptOut() ? "0" : "1").apply(lines, sample, random);
  }

  private static Optional<String> caseOfNext(List<Line> lines, Sample sample, Random random) {
    return Mutator.pick(lines, line -> line.is("NSEC"), random)
        .map(
            line -> {
              String next = line.field(0).replace("example", "eXample");
              lines.set(lines.indexOf(line), line.withField(0, next));
              return line + "\n  leads to " + next;
            });
  }

  private static Optional<String> ttl(List<Line> lines, Sample sample, Random random) {
    Line link = link(lines, random);
    lines.set(lines.indexOf(link), link.withTtl(link.seconds() + 1 + random.nextInt(100)));
    return Optional.of("another TTL for " + link);
  }

  private static Optional<String> minimum(List<Line> lines, Sample sample, Random random) {
    lines.replaceAll(line -> line.is("SOA") ? line.withField(6, "60") : line);
    return Optional.of("minimum 60");
  }

  private static Optional<String> addName(List<Line> lines, Sample sample, Random random) {
    String owner = "fresh" + random.nextInt(1000) + ".example.";
    return Optional.of(RecordMutators.add(lines, new Line(owner, "3600", "A", "203.0.113.1")));
  }

  private static Optional<String> addRrset(List<Line> lines, Sample sample, Random random) {
    Predicate<Line> condition = line -> line.is("A") && sample.isSigned(line);
    return Mutator.pick(lines, condition, random)
        .map(
            line ->
                RecordMutators.add(lines, new Line(line.owner(), "60", "HINFO", "\"a\" \"b\"")));
  }

  private static Optional<String> dropRrset(List<Line> lines, Sample sample, Random random) {
    Predicate<Line> condition = line -> sample.isSigned(line) && !isLink(line) && !line.is("SOA");
    return Mutator.pick(lines, condition, random)
        .map(
            picked -> {
              lines.removeIf(
                  line -> line.owner().equals(picked.owner()) && line.type().equals(picked.type()));
              return "without " + picked.owner() + " " + picked.type();
            });
  }

  private static Optional<String> addDs(List<Line> lines, Sample sample, Random random) {
    String rdata = "1 8 2 " + "00".repeat(32);
    Line ds = new Line("insecure.example.", "3600", "DS", rdata);
    return Optional.of(RecordMutators.add(lines, ds));
  }

  private static Optional<String> addCut(List<Line> lines, Sample sample, Random random) {
    Line ns = new Line("b.c.example.", "3600", "NS", "ns.elsewhere.test.");
    return Optional.of(RecordMutators.add(lines, ns));
  }

  private static Optional<String> addLink(List<Line> lines, Sample sample, Random random) {
    Line link = link(lines, random);
    String label = link.is("NSEC") ? "ns.insecure" : "0123456789abcdefghijklmnopqrstuv";
    return Optional.of(RecordMutators.add(lines, link.withOwner(label + ".example.")));
  }
}
