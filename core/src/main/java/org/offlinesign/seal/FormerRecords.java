package org.offlinesign.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds RRsets and their signatures in what a former zone file says of a name, by their text.
 *
 * <p>Two RRsets of one zone whose text is the same in the same layout are the same, TTL included.
 * Reused for each name; for one thread.
 */
public final class FormerRecords {
  private static final byte[] RRSIG = TextFields.word("RRSIG");
  private static final int FEW_RECORDS = 16;

  private byte[] text = {};
  private FileLayout layout = FileLayout.TEXT;
  private int[] starts = new int[FEW_RECORDS + 1];
  private int records;

  /** Turns to a name; null stands for one that the file did not have. */
  public void show(@Nullable FormerName name) {
    records = 0;
    if (name == null) {
      return;
    }
    text = name.text();
    layout = name.layout();
    for (int at = 0; at < text.length; at = recordEnd(at)) {
      if (records + 1 == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
      }
      starts[records] = at;
      records++;
      starts[records] = text.length;
    }
  }

  private int recordEnd(int start) {
    int at = start;
    do {
      while (text[at] != '\n') {
        at++;
      }
      at++;
    } while (at < text.length && TextFields.isContinuation(text[at]));
    return at;
  }

  /**
   * Returns the signature that a key made of an RRset; null if there is none, or if the RRset was
   * another one.
   *
   * @param rrset the text of all records of the RRset, as it would be written now
   */
  public @Nullable FormerSignature signature(RrsetText rrset, SignerId signer) {
    byte[] type = type(rrset);
    if (!has(rrset, type)) {
      return null;
    }
    for (int record = 0; record < records; record++) {
      FormerSignature signature = signature(record, type, signer);
      if (signature != null) {
        return signature;
      }
    }
    return null;
  }

  private byte[] type(RrsetText rrset) {
    TextFields fields = new TextFields(rrset.octets(), rrset.from());
    fields.skip(layout.fieldsBeforeType() + 1);
    return fields.copy();
  }

  /** Returns the fields of a record, at its type. */
  private TextFields fields(int record) {
    TextFields fields = new TextFields(text, starts[record]);
    fields.skip(layout.fieldsBeforeType() + 1);
    return fields;
  }

  /** Says whether the records of a type are those of an RRset, no more and no less. */
  private boolean has(RrsetText rrset, byte[] type) {
    int first = 0;
    while (first < records && !fields(first).is(type)) {
      first++;
    }
    int end = first;
    while (end < records && fields(end).is(type)) {
      end++;
    }
    return first < end
        && Arrays.equals(
            text, starts[first], starts[end], rrset.octets(), rrset.from(), rrset.to());
  }

  /** Returns what a record is if it is a signature over RRsets of a type by a key. */
  private @Nullable FormerSignature signature(int record, byte[] covered, SignerId signer) {
    TextFields fields = fields(record);
    if (!fields.is(RRSIG) || !coveredBy(record).is(covered)) {
      return null;
    }
    FormerSignature signature =
        new FormerSignature(text, starts[record], starts[record + 1], fields);
    return signature.signer().equals(signer) ? signature : null;
  }

  private TextFields coveredBy(int record) {
    TextFields fields = fields(record);
    fields.advance();
    return fields;
  }

  /** Returns all signatures in their order: those over one RRset follow one another. */
  public List<FormerSignature> signatures() {
    List<FormerSignature> signatures = new ArrayList<>();
    for (int record = 0; record < records; record++) {
      TextFields fields = fields(record);
      if (fields.is(RRSIG)) {
        signatures.add(new FormerSignature(text, starts[record], starts[record + 1], fields));
      }
    }
    return signatures;
  }
}
