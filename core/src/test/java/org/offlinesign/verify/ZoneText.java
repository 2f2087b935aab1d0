package org.offlinesign.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Zonemd;
import org.offlinesign.record.Serial;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zone.ZoneDigest;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zone.ZonemdHash;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/** The text of a zone {@code example.}, one record a line, and what becomes of it. */
public record ZoneText(List<String> lines) {
  static final DnsName ZONE = DnsName.of("example");
  static final SortBudget BUDGET = Budgets.in(Path.of(System.getProperty("java.io.tmpdir")));
  static final CryptoProviders CRYPTO = CryptoProviders.withoutNative();

  public ZoneText {
    lines = List.copyOf(lines);
  }

  static ZoneText of(String text) {
    return new ZoneText(text.lines().toList());
  }

  /** Returns the zone without the lines that contain all the words. */
  ZoneText without(String... words) {
    return changed(line -> true, line -> null, words);
  }

  /** Returns the zone with one field of the lines that contain all the words replaced. */
  ZoneText replacing(String from, String to, String... words) {
    return changed(line -> line.contains(from), line -> line.replace(from, to), words);
  }

  /** Returns the zone with the lines that contain all the words changed. */
  ZoneText mapping(UnaryOperator<String> change, String... words) {
    return changed(line -> true, change, words);
  }

  private ZoneText changed(
      Predicate<String> condition, UnaryOperator<String> change, String... words) {
    List<String> changed = new ArrayList<>();
    int changes = 0;
    for (String line : lines) {
      boolean hit = condition.test(line) && containsAll(line, words);
      String after = hit ? change.apply(line) : line;
      changes += hit ? 1 : 0;
      if (after != null) {
        changed.add(after);
      }
    }
    if (changes == 0) {
      throw new AssertionError("nothing to change in\n" + this);
    }
    return new ZoneText(changed);
  }

  private static boolean containsAll(String line, String... words) {
    for (String word : words) {
      if (!line.contains(word)) {
        return false;
      }
    }
    return true;
  }

  ZoneText with(String line) {
    List<String> more = new ArrayList<>(lines);
    more.add(line);
    return new ZoneText(more);
  }

  /** Returns the findings at an instant, advice left out. */
  List<Finding> findingsAt(Instant at) {
    return verify(request().at(at)).findings().stream()
        .filter(finding -> finding.code().kind() != FindingKind.ADVICE)
        .toList();
  }

  /** Returns the findings, whatever the time. */
  List<Finding> findings() {
    return verify(request()).findings();
  }

  /** Returns the codes of the findings, whatever the time. */
  List<FindingCode> codes() {
    return findings().stream().map(Finding::code).toList();
  }

  VerificationRequest.Builder request() {
    byte[] octets = (toString() + "\n").getBytes(StandardCharsets.ISO_8859_1);
    return VerificationRequest.builder(
        ZoneFileSource.of("example.zone", new ByteArrayInputStream(octets)),
        ZoneFileOptions.builder(ZONE).build(),
        BUDGET);
  }

  /** Returns the ZONEMD records that fit the zone. */
  List<Zonemd> zonemds(Set<ZonemdHash> hashes) {
    ZoneDigest digest = new ZoneDigest(hashes);
    byte[] octets = (toString() + "\n").getBytes(StandardCharsets.ISO_8859_1);
    try (ZoneSorter sorter = new ZoneSorter(BUDGET)) {
      new ZoneFileReader(ZoneFileOptions.builder(ZONE).build())
          .read(ZoneFileSource.of("example.zone", new ByteArrayInputStream(octets)), sorter);
      try (SortedZone zone = sorter.finish()) {
        NodeClassifier classifier = new NodeClassifier(ZONE);
        ZoneCursor cursor = zone.open();
        for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
          digest.add(node, classifier.classify(node));
        }
      }
    } catch (IOException | ZoneFileException e) {
      throw new AssertionError(e);
    }
    return digest.finish(new Serial(1));
  }

  static VerificationReport verify(VerificationRequest.Builder request) {
    try {
      return new ZoneVerifier(CRYPTO).verify(request.build());
    } catch (IOException | ZoneFileException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
