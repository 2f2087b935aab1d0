package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.WireFormatException;

/** Compares the type bitmap of a record with the one that it should have. */
final class BitmapCheck {
  private final FindingCode code;
  private final Findings findings;

  /**
   * Creates a check.
   *
   * @param code what a bitmap with other types is reported as
   */
  BitmapCheck(FindingCode code, Findings findings) {
    this.code = code;
    this.findings = findings;
  }

  /**
   * What a bitmap should be.
   *
   * @param optional types that may be in it or not
   * @param of the name with the types, if it is not the owner of the record
   */
  record Expected(BitmapOctets types, Set<RecordType> optional, @Nullable DnsName of) {
    String subjectOfSentence() {
      return "the type bitmap" + (of == null ? "" : " for " + of);
    }
  }

  /** Reports what is wrong with a bitmap, if anything is. */
  void check(BitmapOctets found, Expected expected, Subject subject) {
    if (found.hasSameOctets(expected.types())) {
      return;
    }
    try {
      TypeBitmap foundTypes = found.read();
      checkNxname(foundTypes, subject);
      String difference = difference(foundTypes, expected.types().read(), expected.optional());
      if (difference != null) {
        findings.add(code, subject, expected.subjectOfSentence() + " " + difference);
      }
    } catch (WireFormatException e) {
      findings.add(
          code, subject, expected.subjectOfSentence() + " is malformed: " + e.getMessage());
    }
  }

  private void checkNxname(TypeBitmap found, Subject subject) {
    if (found.contains(RecordType.NXNAME.code())) {
      findings.add(
          FindingCode.BITMAP_NXNAME,
          subject,
          "the type bitmap names NXNAME, so that the name itself is denied");
    }
  }

  private static @Nullable String difference(
      TypeBitmap found, TypeBitmap expected, Set<RecordType> optional) {
    List<String> faults = new ArrayList<>();
    List<RecordType> missing = without(expected.types(), found, optional);
    if (!missing.isEmpty()) {
      faults.add("does not name " + words(missing));
    }
    List<RecordType> surplus = new ArrayList<>(without(found.types(), expected, optional));
    surplus.remove(RecordType.NXNAME);
    if (!surplus.isEmpty()) {
      faults.add("names " + words(surplus) + " without such records");
    }
    return faults.isEmpty() ? null : String.join(" and ", faults);
  }

  private static List<RecordType> without(
      List<RecordType> types, TypeBitmap others, Set<RecordType> optional) {
    return types.stream()
        .filter(type -> !others.contains(type.code()) && !optional.contains(type))
        .toList();
  }

  private static String words(List<RecordType> types) {
    return String.join(", ", types.stream().map(RecordType::toString).toList());
  }
}
