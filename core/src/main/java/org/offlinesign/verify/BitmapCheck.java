package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.NodeRrset;

/** Compares the type bitmap of a record with the types at a name. For one thread at a time. */
final class BitmapCheck {
  private final TypeBitmap expected = new TypeBitmap();
  private final WireWriter expectedOctets = new WireWriter(64);

  /** Expects the types of a name that the zone answers for, and no others. */
  void expectTypesOf(NodeUnit unit) {
    expected.clear();
    for (NodeRrset rrset : unit.node().rrsets()) {
      if (unit.kind().isInBitmap(rrset.type())) {
        expected.add(rrset.type());
      }
    }
  }

  /** Expects one type more. */
  void expectAlso(RecordType type) {
    expected.add(type.code());
  }

  /** Returns what is wrong with the bitmap in {@code octets[from, to)}; null if nothing is. */
  @Nullable String fault(byte[] octets, int from, int to) {
    expectedOctets.clear();
    expected.writeTo(expectedOctets);
    boolean equal =
        Arrays.equals(octets, from, to, expectedOctets.array(), 0, expectedOctets.length());
    return equal ? null : difference(octets, from, to);
  }

  private String difference(byte[] octets, int from, int to) {
    TypeBitmap found = new TypeBitmap();
    try {
      found.readFrom(new WireReader(octets, from, to - from));
    } catch (WireFormatException e) {
      return "the type bitmap is malformed: " + e.getMessage();
    }
    List<String> faults = new ArrayList<>();
    List<RecordType> missing = without(expected.types(), found);
    if (!missing.isEmpty()) {
      faults.add("does not name " + words(missing));
    }
    List<RecordType> surplus = without(found.types(), expected);
    if (!surplus.isEmpty()) {
      faults.add("names " + words(surplus) + " without such records");
    }
    return "the type bitmap " + String.join(" and ", faults);
  }

  private static List<RecordType> without(List<RecordType> types, TypeBitmap others) {
    return types.stream().filter(type -> !others.contains(type.code())).toList();
  }

  private static String words(List<RecordType> types) {
    return String.join(", ", types.stream().map(RecordType::toString).toList());
  }
}
