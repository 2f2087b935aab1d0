package org.offlinesign.mutation;

import static org.offlinesign.mutation.Effect.BLEMISHES;
import static org.offlinesign.mutation.Effect.BREAKS;
import static org.offlinesign.mutation.Effect.NONE;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.offlinesign.key.SigningKey;

/** Changes of signatures and keys. */
final class SignatureMutators {
  private static final int ALGORITHM = 1;
  private static final int LABELS = 2;
  private static final int ORIGINAL_TTL = 3;
  private static final int EXPIRATION = 4;
  private static final int INCEPTION = 5;
  private static final int TAG = 6;
  private static final int SIGNER = 7;

  private SignatureMutators() {}

  static List<Mutator> all() {
    return List.of(
        Mutator.of("drop a signature", BREAKS, SignatureMutators::dropNeeded),
        Mutator.of("drop the ZSK's signature of the keys", NONE, dropOfKeys(false)),
        Mutator.of("drop the KSK's signature of the keys", BLEMISHES, dropOfKeys(true)),
        edit("flip a bit in a signature", BREAKS, (line, random) -> flip(line, 8, random)),
        edit("change the type covered", BREAKS, (line, random) -> line.withField(0, "HINFO")),
        edit("change the label count", BREAKS, SignatureMutators::otherLabels),
        edit("change the original TTL", BREAKS, (line, random) -> plus(line, ORIGINAL_TTL, random)),
        edit("change the expiration", BREAKS, (line, random) -> line.withField(4, time(random))),
        edit("change the inception", BREAKS, (line, random) -> line.withField(5, time(random))),
        edit("swap inception and expiration", BREAKS, SignatureMutators::swapTimes),
        edit("change the signer", BREAKS, (line, random) -> line.withField(SIGNER, "other.test.")),
        edit("change the case of the signer", NONE, (l, random) -> l.withField(SIGNER, "eXamPLe.")),
        ofNeeded("change the algorithm", (line, random) -> line.withField(ALGORITHM, "200")),
        ofNeeded("change the key tag", (line, random) -> plus(line, TAG, random)),
        ofNeeded("move a signature", (line, random) -> line.withOwner("fresh.example.")),
        Mutator.of("swap two signatures", BREAKS, SignatureMutators::swap),
        Mutator.of("sign glue or a delegation", BREAKS, SignatureMutators::signUnsigned),
        Mutator.of("add a signature by an unknown key", BLEMISHES, SignatureMutators::stranger),
        Mutator.of("drop a key", BREAKS, SignatureMutators::dropKey),
        ofKey("flip a bit in a key", (line, random) -> flip(line, 3, random)),
        ofKey("change the flags of a key", (line, random) -> line.withField(0, "0")),
        ofKey("change the protocol of a key", (line, random) -> line.withField(1, "2")),
        Mutator.of("add a key", BREAKS, SignatureMutators::addKey));
  }

  private static Mutator edit(String name, Effect effect, BiFunction<Line, Random, Line> edit) {
    return Mutator.ofLine(name, effect, line -> line.is("RRSIG"), edit);
  }

  /** The keys are signed twice, so that one of their signatures can be spared. */
  private static Mutator ofNeeded(String name, BiFunction<Line, Random, Line> edit) {
    return Mutator.ofLine(name, BREAKS, line -> line.is("RRSIG") && !line.covers("DNSKEY"), edit);
  }

  private static Mutator ofKey(String name, BiFunction<Line, Random, Line> edit) {
    return Mutator.ofLine(name, BREAKS, line -> line.is("DNSKEY"), edit);
  }

  private static Optional<String> dropNeeded(List<Line> lines, Sample sample, Random random) {
    return RecordMutators.drop(lines, line -> line.is("RRSIG") && !line.covers("DNSKEY"), random);
  }

  private static Mutator.Change dropOfKeys(boolean ksk) {
    return (lines, sample, random) -> {
      Set<String> tags =
          sample.keys().stream()
              .map(key -> key.facts().dnskey())
              .filter(key -> key.isSep() == ksk)
              .map(key -> String.valueOf(key.keyTag()))
              .collect(Collectors.toSet());
      Predicate<Line> condition = line -> line.covers("DNSKEY") && tags.contains(line.field(TAG));
      return RecordMutators.drop(lines, condition, random);
    };
  }

  private static Line flip(Line line, int field, Random random) {
    byte[] octets = Base64.getDecoder().decode(line.field(field));
    // The first octets of an RSA key are the length of its exponent: a key all the same.
    int from = Math.min(octets.length / 2, 8);
    int at = from + random.nextInt(octets.length - from);
    octets[at] ^= (byte) (1 << random.nextInt(8));
    return line.withField(field, Base64.getEncoder().encodeToString(octets));
  }

  private static Line plus(Line line, int field, Random random) {
    long value = (Long.parseLong(line.field(field)) + 1 + random.nextInt(1000)) % 65536;
    return line.withField(field, String.valueOf(value));
  }

  private static Line otherLabels(Line line, Random random) {
    int labels = Integer.parseInt(line.field(LABELS));
    return line.withField(LABELS, String.valueOf(labels == 0 ? 1 : labels - 1));
  }

  private static String time(Random random) {
    return "203" + random.nextInt(8) + "0102000000";
  }

  private static Line swapTimes(Line line, Random random) {
    return line.withField(EXPIRATION, line.field(INCEPTION))
        .withField(INCEPTION, line.field(EXPIRATION));
  }

  private static Optional<String> swap(List<Line> lines, Sample sample, Random random) {
    Line one = Mutator.pick(lines, line -> line.is("RRSIG"), random).orElseThrow();
    Predicate<Line> another = line -> line.is("RRSIG") && !line.field(0).equals(one.field(0));
    Line other = Mutator.pick(lines, another, random).orElseThrow();
    lines.set(lines.indexOf(one), one.withField(8, other.field(8)));
    lines.set(lines.indexOf(other), other.withField(8, one.field(8)));
    return Optional.of("signatures of\n  " + one + "\n  " + other);
  }

  private static Optional<String> signUnsigned(List<Line> lines, Sample sample, Random random) {
    Set<String> signed = sample.signedRrsets();
    Line signature = Mutator.pick(lines, line -> line.covers("A"), random).orElseThrow();
    return Mutator.pick(
            lines,
            line -> !line.is("RRSIG") && !signed.contains(line.owner() + " " + line.type()),
            random)
        .map(
            line ->
                RecordMutators.add(
                    lines,
                    signature
                        .withOwner(line.owner())
                        .withField(0, line.type())
                        .withField(
                            LABELS, String.valueOf(line.owner().split("\\.", -1).length - 1))));
  }

  private static Optional<String> stranger(List<Line> lines, Sample sample, Random random) {
    Set<String> tags =
        lines.stream()
            .filter(l -> l.is("RRSIG"))
            .map(l -> l.field(TAG))
            .collect(Collectors.toSet());
    String tag = String.valueOf(random.nextInt(65536));
    return tags.contains(tag)
        ? Optional.empty()
        : Mutator.pick(lines, line -> line.is("RRSIG"), random)
            .map(line -> RecordMutators.add(lines, line.withField(TAG, tag)));
  }

  private static Optional<String> dropKey(List<Line> lines, Sample sample, Random random) {
    return RecordMutators.drop(lines, line -> line.is("DNSKEY"), random);
  }

  private static Optional<String> addKey(List<Line> lines, Sample sample, Random random) {
    SigningKey key = sample.keys().get(random.nextInt(sample.keys().size()));
    Line line = new Line(Sample.ZONE, "3600", "DNSKEY", key.facts().dnskey().toString());
    return Optional.of(RecordMutators.add(lines, flip(line, 3, random)));
  }
}
