package org.offlinesign.cli.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offlinesign.census.SignerFigures;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.verify.TrustChain.KeyLink;

/**
 * A key of a zone in time, by the key store or, if it is not there, by its signatures.
 *
 * @param deed what it does in the zone
 * @param dates in words
 */
record ZoneKeyTimes(Part part, KeyLane lane, String algorithm, String deed, String dates) {
  private static final String OUTSIDE = "not in it";

  /** How much a key matters at the time of the page. */
  enum Part {
    SIGNS,
    /** It should sign, by its dates. */
    ACTIVE,
    OTHER;

    static Part of(KeyTiming timing, Instant now) {
      return timing.stateAt(now).signs() ? ACTIVE : OTHER;
    }
  }

  /**
   * Returns the keys of the zone, and those of the key store that have a part in the time shown:
   * first those that sign, as not all are shown where there are many.
   */
  static List<ZoneKeyTimes> of(ReportedZone zone, TimeScale scale) {
    List<StoredKey> stored = zone.surroundings().keys().orElse(List.of());
    List<KeyLink> links = zone.chain().keys();
    List<ZoneKeyTimes> keys = new ArrayList<>();
    for (KeyLink link : links) {
      keys.add(
          stored.stream()
              .filter(key -> isOf(key, link))
              .findFirst()
              .map(key -> ofStore(link, key, zone, scale))
              .orElseGet(() -> ofSignatures(link, KeyNames.of(link), zone)));
    }
    for (StoredKey key : stored) {
      Optional<ZoneKey> facts = key.facts();
      boolean outside = links.stream().noneMatch(link -> isOf(key, link));
      if (facts.isPresent() && outside && hasDates(key.timing())) {
        keys.add(outside(facts.get(), key, zone, scale));
      }
    }
    keys.removeIf(key -> key.deed.equals(OUTSIDE) && key.lane.spans().isEmpty());
    keys.sort(Comparator.comparing(ZoneKeyTimes::part));
    return keys;
  }

  private static boolean hasDates(KeyTiming timing) {
    return timing.events().keySet().stream().anyMatch(event -> event != KeyEvent.CREATED);
  }

  /** A key that is revoked has other flags and another tag than in the store. */
  private static boolean isOf(StoredKey key, KeyLink link) {
    Dnskey record = link.dnskey();
    return key.facts()
        .map(ZoneKey::dnskey)
        .filter(known -> known.equals(record) || known.revoked().equals(record))
        .isPresent();
  }

  private static ZoneKeyTimes ofStore(
      KeyLink link, StoredKey key, ReportedZone zone, TimeScale scale) {
    String name = named(KeyNames.of(link), key);
    if (!hasDates(key.timing())) {
      return ofSignatures(link, name, zone);
    }
    Part byDates = Part.of(key.timing(), zone.origin().at());
    return new ZoneKeyTimes(
        link.valid() > 0 ? Part.SIGNS : byDates,
        KeyLane.of(name, key.timing(), scale),
        Algorithm.nameOf(link.dnskey().algorithm()),
        KeyNames.deed(link),
        text(key.timing(), zone.dates()));
  }

  private static ZoneKeyTimes outside(
      ZoneKey facts, StoredKey key, ReportedZone zone, TimeScale scale) {
    return new ZoneKeyTimes(
        Part.of(key.timing(), zone.origin().at()),
        KeyLane.of(named(facts.role() + " " + facts.keyTag(), key), key.timing(), scale),
        facts.algorithm().mnemonic(),
        OUTSIDE,
        text(key.timing(), zone.dates()));
  }

  private static ZoneKeyTimes ofSignatures(KeyLink link, String name, ReportedZone zone) {
    Optional<SignerFigures> figures = zone.census().signer(link.dnskey());
    Dates dates = zone.dates();
    return new ZoneKeyTimes(
        link.valid() > 0 ? Part.SIGNS : Part.OTHER,
        KeyLane.of(name, figures),
        Algorithm.nameOf(link.dnskey().algorithm()),
        KeyNames.deed(link),
        figures
            .map(
                signer ->
                    "none set; signatures from "
                        + dates.minute(signer.begin())
                        + " to "
                        + dates.minute(signer.end()))
            .orElse("none set"));
  }

  private static String named(String what, StoredKey key) {
    return key.friendlyName().map(name -> what + ", " + name).orElse(what);
  }

  private static String text(KeyTiming timing, Dates dates) {
    return timing.events().entrySet().stream()
        .filter(event -> event.getKey() != KeyEvent.CREATED)
        .map(event -> text(event, dates))
        .collect(Collectors.joining("; "));
  }

  private static String text(Map.Entry<KeyEvent, Instant> event, Dates dates) {
    Instant time = event.getValue();
    return event.getKey().label().toLowerCase(Locale.ROOT)
        + " "
        + (time.equals(KeyTiming.UNDECIDED) ? "undecided" : dates.minute(time));
  }
}
