package org.offlinesign.cli.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offlinesign.cli.console.Words;
import org.offlinesign.cli.page.Drawing.Area;
import org.offlinesign.cli.page.Drawing.Caption;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyId;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.verify.TrustChain;
import org.offlinesign.verify.TrustChain.DsLink;
import org.offlinesign.verify.TrustChain.KeyLink;
import org.offlinesign.verify.VerificationFigures;

/** Draws how trust gets from the parent to the records of a zone. */
final class ChainDiagram {
  /**
   * What of one kind is drawn at most, of keys the first that sign; a zone can have thousands of
   * keys.
   */
  private static final int MOST_BOXES = 8;

  private static final int DS_ROW = 4;
  private static final int ENTRY_ROW = 96;
  private static final int KEY_SET = 196;
  private static final int DATA_ROW = 268;
  private static final int DATA = 368;
  private static final int HEIGHT = 412;
  private static final int BOX_HEIGHT = 60;
  private static final int BAR_HEIGHT = 34;
  private static final int[] LINES = {18, 35, 51};
  private static final double FULL = 100;
  private static final double WIDEST = 46;
  private static final double GAP = 3;

  private final Drawing drawing;
  private final TrustChain chain;
  private final List<Box> ds;
  private final List<Box> entries;
  private final List<Box> signers;

  /**
   * A box of the diagram.
   *
   * @param key the key that it is, or leads to
   */
  private record Box(Fill fill, Optional<Dnskey> key, List<String> lines) {}

  /** What DS records have in common that stand in one box. */
  private record Meant(KeyId key, boolean isHere) {
    static Meant by(DsLink link) {
      return new Meant(KeyId.of(link.ds()), link.key().isPresent());
    }
  }

  /** Where a box is in its row. */
  private record Slot(int index, int count) {
    double middle() {
      return (index + 0.5) / count * FULL;
    }

    double width() {
      return Math.min(WIDEST, FULL / count - GAP);
    }

    Area area(int top) {
      String x = TimeScale.percent(middle() - width() / 2);
      return new Area(x, top, TimeScale.percent(width()), BOX_HEIGHT);
    }
  }

  ChainDiagram(Drawing drawing, TrustChain chain) {
    this.drawing = drawing;
    this.chain = chain;
    this.ds = dsBoxes();
    this.entries =
        chain.keys().stream().filter(key -> isEntry(key)).limit(MOST_BOXES).map(this::box).toList();
    this.signers =
        chain.keys().stream()
            .filter(key -> !isEntry(key) || key.signsData())
            .limit(MOST_BOXES)
            .map(this::signerBox)
            .toList();
  }

  /** Without the SEP flag a key can be one by which trust enters, too (RFC 6840 §6.2). */
  private boolean isEntry(KeyLink key) {
    boolean none = chain.keys().stream().noneMatch(one -> one.dnskey().isSep());
    return key.dnskey().isSep() || none;
  }

  /** Returns how many boxes stand side by side at most. */
  int columns() {
    return Math.max(ds.size(), Math.max(entries.size(), signers.size()));
  }

  /** Returns how many keys are not drawn. */
  int omitted() {
    Set<Dnskey> drawn =
        Stream.of(entries, signers)
            .flatMap(List::stream)
            .flatMap(box -> box.key().stream())
            .collect(Collectors.toSet());
    return chain.keys().size() - drawn.size();
  }

  private List<Box> dsBoxes() {
    if (chain.parent().isEmpty()) {
      return List.of(
          new Box(Fill.UNKNOWN, Optional.empty(), List.of("DS of the parent", "not known here")));
    }
    Map<Meant, List<DsLink>> byKey = new LinkedHashMap<>();
    for (DsLink link : chain.parent().get()) {
      byKey.computeIfAbsent(Meant.by(link), key -> new ArrayList<>()).add(link);
    }
    if (byKey.isEmpty()) {
      return List.of(
          new Box(Fill.UNKNOWN, Optional.empty(), List.of("no DS record", "delegated insecurely")));
    }
    return byKey.values().stream().limit(MOST_BOXES).map(ChainDiagram::dsBox).toList();
  }

  private static Box dsBox(List<DsLink> links) {
    DsLink first = links.get(0);
    String digests =
        links.stream()
            .map(link -> KeyNames.digest(link.ds()))
            .distinct()
            .collect(Collectors.joining(", "));
    return new Box(
        first.key().isPresent() ? Fill.PARENT : Fill.BAD,
        first.key(),
        List.of(
            "DS " + first.ds().keyTag(),
            digests,
            first.key().isPresent() ? "in the parent" : "of no key here"));
  }

  private Box box(KeyLink key) {
    return new Box(fill(key), Optional.of(key.dnskey()), lines(key));
  }

  private Box signerBox(KeyLink key) {
    return isEntry(key)
        ? new Box(
            fill(key),
            Optional.of(key.dnskey()),
            List.of(KeyNames.of(key), "the same key", "signs the data, too"))
        : box(key);
  }

  private static Fill fill(KeyLink key) {
    if (key.dnskey().isRevoked() || KeyNames.hasFailed(key)) {
      return Fill.BAD;
    }
    return key.valid() == 0 ? Fill.UNKNOWN : Fill.KEY;
  }

  private static List<String> lines(KeyLink key) {
    return List.of(
        KeyNames.of(key), Algorithm.nameOf(key.dnskey().algorithm()), KeyNames.deed(key));
  }

  void draw(String id, VerificationFigures figures) throws IOException {
    drawing.begin(id, new Caption("The chain of trust", text()), HEIGHT);
    drawing.arrowHead();
    drawEdges();
    draw(ds, DS_ROW);
    draw(entries, ENTRY_ROW);
    bar(KEY_SET, "DNSKEY records: " + Words.count(chain.keys().size(), "key"));
    draw(signers, DATA_ROW);
    bar(DATA, Words.count(figures.signedRrsets(), "signed RRset") + " of the zone");
    drawing.end();
  }

  private void drawEdges() throws IOException {
    for (int one = 0; one < ds.size(); one++) {
      for (int other = 0; other < entries.size(); other++) {
        drawDsEdge(one, other);
      }
    }
    for (int at = 0; at < entries.size(); at++) {
      KeyLink key = link(entries.get(at));
      Stroke stroke = key.signsKeySet() ? Stroke.EDGE : Stroke.BROKEN;
      if (key.ofKeySet() > 0) {
        vertical(new Slot(at, entries.size()), ENTRY_ROW + BOX_HEIGHT, KEY_SET, stroke);
      }
    }
    for (int at = 0; at < signers.size(); at++) {
      Slot slot = new Slot(at, signers.size());
      KeyLink key = link(signers.get(at));
      vertical(slot, KEY_SET + BAR_HEIGHT, DATA_ROW, Stroke.EDGE);
      if (key.ofData() > 0) {
        vertical(slot, DATA_ROW + BOX_HEIGHT, DATA, key.signsData() ? Stroke.EDGE : Stroke.BROKEN);
      }
    }
  }

  private void drawDsEdge(int one, int other) throws IOException {
    boolean leads =
        ds.get(one).key().isPresent() && ds.get(one).key().equals(entries.get(other).key());
    if (leads || chain.parent().isEmpty()) {
      drawing.edge(
          new Drawing.Edge(
              TimeScale.percent(new Slot(one, ds.size()).middle()),
              DS_ROW + BOX_HEIGHT,
              TimeScale.percent(new Slot(other, entries.size()).middle()),
              ENTRY_ROW),
          leads ? Stroke.EDGE : Stroke.UNKNOWN);
    }
  }

  private void vertical(Slot slot, int from, int to, Stroke stroke) throws IOException {
    String x = TimeScale.percent(slot.middle());
    drawing.edge(new Drawing.Edge(x, from, x, to), stroke);
  }

  private KeyLink link(Box box) {
    return chain.keys().stream()
        .filter(key -> box.key().equals(Optional.of(key.dnskey())))
        .findFirst()
        .orElseThrow();
  }

  private void draw(List<Box> boxes, int top) throws IOException {
    for (int at = 0; at < boxes.size(); at++) {
      Box box = boxes.get(at);
      Slot slot = new Slot(at, boxes.size());
      drawing.box(slot.area(top), box.fill(), String.join(", ", box.lines()));
      for (int line = 0; line < box.lines().size(); line++) {
        drawing.text(
            TimeScale.percent(slot.middle()),
            top + LINES[line],
            line == 0 ? Lettering.NAME : Lettering.FACT,
            box.lines().get(line));
      }
    }
  }

  private void bar(int top, String words) throws IOException {
    drawing.box(new Area("0.5%", top, "99%", BAR_HEIGHT), Fill.SET, words);
    drawing.text("50%", top + LINES[0] + 4, Lettering.NAME, words);
  }

  /** Returns the diagram in words. */
  String text() {
    List<String> sentences = new ArrayList<>();
    ds.forEach(box -> sentences.add(String.join(", ", box.lines())));
    entries.forEach(box -> sentences.add(String.join(", ", box.lines())));
    signers.forEach(box -> sentences.add(String.join(", ", box.lines())));
    return String.join(". ", sentences) + ".";
  }
}
