package org.offlinesign.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Does to the lines of a zone what some octets say. */
final class Tampering {
  private static final int MAX_STEPS = 40;

  private final List<String> lines;
  private byte[] script = {};
  private int at;

  /** What one step does; a few octets after it say to what. */
  enum Kind {
    DELETE,
    DOUBLE,
    SWAP,
    OVERWRITE_OCTET,
    INSERT_OCTET,
    TAKE_OWNER,
    TAKE_FIELD,
    TAKE_TAIL,
    INSERT_TEXT
  }

  Tampering(String zone) {
    this.lines =
        new ArrayList<>(
            zone.lines().filter(line -> !line.isEmpty() && !line.startsWith(";")).toList());
  }

  /** Returns the text after all steps. */
  byte[] by(byte[] steps, int from) {
    script = steps;
    at = from;
    for (int step = 0; step < MAX_STEPS && at < script.length && !lines.isEmpty(); step++) {
      run(Kind.values()[next() % Kind.values().length], next() % lines.size());
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (String line : lines) {
      text.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    return text.toByteArray();
  }

  private int next() {
    return at < script.length ? script[at++] & 0xff : 0;
  }

  private void run(Kind kind, int index) {
    String line = lines.get(index);
    switch (kind) {
      case DELETE -> lines.remove(index);
      case DOUBLE -> lines.add(index, line);
      case SWAP -> lines.set(index, lines.set(next() % lines.size(), line));
      case OVERWRITE_OCTET -> replaceOctet(index, 1);
      case INSERT_OCTET -> replaceOctet(index, 0);
      case TAKE_OWNER -> takeField(index, 0);
      case TAKE_FIELD -> takeField(index, next());
      case TAKE_TAIL -> takeTail(index);
      case INSERT_TEXT -> lines.add(index, text());
    }
  }

  private void replaceOctet(int index, int length) {
    String line = lines.get(index);
    // Counted from the end, because most of what is signed stands there.
    int column = line.length() - (next() | next() << Byte.SIZE) % (line.length() + 1);
    int end = Math.min(line.length(), column + length);
    lines.set(index, line.substring(0, column) + (char) next() + line.substring(end));
  }

  private void takeField(int index, int wanted) {
    String[] fields = lines.get(index).split(" ", -1);
    String[] others = lines.get(next() % lines.size()).split(" ", -1);
    int field = wanted % Math.min(fields.length, others.length);
    fields[field] = others[field];
    lines.set(index, String.join(" ", fields));
  }

  /** Replaces all but the owner. */
  private void takeTail(int index) {
    String[] fields = lines.get(index).split(" ", 2);
    String[] others = lines.get(next() % lines.size()).split(" ", 2);
    lines.set(index, fields[0] + " " + others[others.length - 1]);
  }

  private String text() {
    int length = Math.min(next(), script.length - at);
    String text = new String(script, at, length, StandardCharsets.ISO_8859_1);
    at += length;
    return text;
  }
}
