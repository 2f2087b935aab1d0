package org.offlinesign.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A zone {@code example.} with one defect, and how it must be looked at to see it.
 *
 * @param at when it is verified
 * @param until up to when it must stay valid, if that matters
 * @param anchor the text of the file with the trust anchors, if any matter
 * @param besides the codes that cannot but come with the defect
 */
record DefectZone(
    ZoneText zone,
    Instant at,
    Optional<Instant> until,
    Optional<String> anchor,
    Set<FindingCode> besides) {
  static final long INCEPTION = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
  static final long EXPIRATION = Instant.parse("2090-01-01T00:00:00Z").getEpochSecond();

  /** When the zones are verified, unless their defect is a matter of time. */
  static final Instant AT = Instant.parse("2026-02-01T00:00:00Z");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  DefectZone {
    besides = Set.copyOf(besides);
  }

  static DefectZone of(ZoneText zone) {
    return new DefectZone(zone, AT, Optional.empty(), Optional.empty(), Set.of());
  }

  DefectZone at(Instant time) {
    return new DefectZone(zone, time, until, anchor, besides);
  }

  DefectZone until(Instant time) {
    return new DefectZone(zone, at, Optional.of(time), anchor, besides);
  }

  DefectZone anchoredBy(String text) {
    return new DefectZone(zone, at, until, Optional.of(text), besides);
  }

  DefectZone besides(FindingCode... codes) {
    return new DefectZone(zone, at, until, anchor, Set.of(codes));
  }

  /** Returns the same with the text of the zone changed. */
  DefectZone mapping(UnaryOperator<ZoneText> change) {
    return new DefectZone(change.apply(zone), at, until, anchor, besides);
  }

  /** Returns the octets of the file that is called after a code. */
  byte[] file(FindingCode code) {
    List<String> lines = new ArrayList<>();
    lines.add("; " + code + ": " + code.title());
    lines.add("; at " + text(at));
    until.ifPresent(time -> lines.add("; until " + text(time)));
    anchor.ifPresent(text -> lines.add("; trust-anchor " + baseName(code) + ".anchor"));
    new TreeSet<>(besides).forEach(other -> lines.add("; besides " + other));
    lines.addAll(zone.lines());
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static String baseName(FindingCode code) {
    return code.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Instant time) {
    return TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  static Instant time(String text) {
    return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
  }
}
