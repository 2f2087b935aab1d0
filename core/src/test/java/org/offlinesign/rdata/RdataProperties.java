package org.offlinesign.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.RecordTypeRegistry;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireWriter;

class RdataProperties {
  /** What damaged text has in it, more likely than other octets. */
  private static final List<String> DAMAGE =
      List.of(
          "",
          " ",
          "\"",
          "\\",
          "\\0",
          "\\256",
          "-",
          ".",
          "..",
          ":",
          "::",
          "/",
          "!",
          "=",
          ",",
          "{",
          "}",
          "%",
          "0",
          "99999",
          "4294967296",
          "x",
          "A",
          "TYPE65535",
          "\n",
          "\\#",
          "\u00ff",
          "*");

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(RandomRdata.types());
  }

  @Provide
  Arbitrary<Integer> typeCodes() {
    return Arbitraries.oneOf(
        Arbitraries.of(RandomRdata.types()).map(type -> RdataText.schema(type).type().code()),
        Arbitraries.integers().between(0, 65535));
  }

  @Example
  void everyRegisteredTypeOfDataHasALayoutHere() {
    List<String> registered = new ArrayList<>();
    RecordTypeRegistry.forEach(
        (code, mnemonic) -> {
          if (!RecordType.isMeta(code)) {
            registered.add(mnemonic);
          }
        });
    assertThat(RandomRdata.types()).containsExactlyInAnyOrderElementsOf(registered);
  }

  @Property(tries = 4_000)
  void printedTextIsReadAsTheSameOctets(@ForAll("types") String type, @ForAll long seed)
      throws Exception {
    byte[] octets = RandomRdata.of(type, seed);
    RdataSchema schema = RdataText.schema(type);
    schema.check(octets, 0, octets.length);

    String text = print(schema, octets);

    assertThat(read(schema, text)).as(text).isEqualTo(octets);
    boolean opaque = type.equals("NULL") || type.equals("UNSPEC");
    assertThat(text.startsWith("\\#")).as(text).isEqualTo(opaque);
  }

  @Property(tries = 4_000)
  void anyOctetsAreEitherRefusedOrPrintedAndReadBack(
      @ForAll("typeCodes") int code, @ForAll byte[] octets) throws Exception {
    RdataSchema schema = RdataSchema.of(code);
    String text = print(schema, octets);
    if (isWellFormed(schema, octets)) {
      assertThat(read(schema, text)).as(text).isEqualTo(octets);
    } else {
      assertThat(text).startsWith("\\# " + octets.length);
    }
  }

  @Property(tries = 10_000)
  void damagedTextIsEitherRefusedOrReadAsWellFormedOctets(
      @ForAll("types") String type, @ForAll long seed) {
    RdataSchema schema = RdataText.schema(type);
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(print(schema, RandomRdata.of(type, seed)));
    for (int edits = 1 + random.nextInt(3); edits > 0 && text.length() > 0; edits--) {
      int at = random.nextInt(text.length());
      String piece = DAMAGE.get(random.nextInt(DAMAGE.size()));
      text.replace(at, Math.min(text.length(), at + random.nextInt(3)), piece);
    }
    try {
      byte[] octets = read(schema, text.toString());
      assertThat(isWellFormed(schema, octets)).as(text.toString()).isTrue();
    } catch (RdataSyntaxException e) {
      assertThat(e.getMessage()).containsAnyOf("expected", "found");
    }
  }

  @Property(tries = 1_000)
  void canonicalFormIsWellFormedAndItsOwnCanonicalForm(
      @ForAll("types") String type, @ForAll long seed) throws Exception {
    byte[] octets = RandomRdata.of(type, seed);
    RdataSchema schema = RdataText.schema(type);

    byte[] canonical = canonical(schema, octets);

    schema.check(canonical, 0, canonical.length);
    assertThat(canonical(schema, canonical)).isEqualTo(canonical);
    assertThat(new String(canonical, StandardCharsets.ISO_8859_1))
        .isEqualToIgnoringCase(new String(octets, StandardCharsets.ISO_8859_1));
    if (!schema.lowersNames()) {
      assertThat(canonical).isEqualTo(octets);
    }
  }

  static boolean isWellFormed(RdataSchema schema, byte[] octets) {
    try {
      schema.check(octets, 0, octets.length);
      return true;
    } catch (WireFormatException e) {
      return false;
    }
  }

  /** Prints from the middle of an array and into the middle of a buffer, as callers do. */
  static String print(RdataSchema schema, byte[] octets) {
    byte[] padded = new byte[octets.length + 6];
    System.arraycopy(octets, 0, padded, 3, octets.length);
    WireWriter out = new WireWriter(16);
    out.ascii("before ");
    schema.print(padded, 3, octets.length, out);
    return out.toString().substring("before ".length());
  }

  static byte[] canonical(RdataSchema schema, byte[] octets) {
    WireWriter out = new WireWriter(16);
    schema.canonicalize(octets, 0, octets.length, out);
    return out.toByteArray();
  }

  static byte[] read(RdataSchema schema, String text) throws RdataSyntaxException {
    WireWriter out = new WireWriter(16);
    schema.parse(new TextScanner(text), out);
    return out.toByteArray();
  }
}
