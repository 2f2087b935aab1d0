package org.offlinesign.seal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.offlinesign.key.KeyId;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordType;

/**
 * The keys of a zone, and which of them are known by what their signatures say.
 *
 * <p>A signature says algorithm and key tag, which several keys may have in common (RFC 4034
 * Appendix B, RFC 4035 §5.3.1). Not thread safe while keys are added.
 */
public final class DistinctSigners {
  private final Map<KeyId, Dnskey> byId = new HashMap<>();
  private final Set<KeyId> ambiguous = new HashSet<>();

  /** Adds a key. */
  public void add(Dnskey key) {
    KeyId id = KeyId.of(key);
    Dnskey other = byId.putIfAbsent(id, key);
    if (other != null && !other.equals(key)) {
      ambiguous.add(id);
    }
  }

  /** Adds the key of a record that a reader has handed out, if it is one. */
  public void addFrom(RecordBuffer record) {
    if (record.type() != RecordType.DNSKEY.code()) {
      return;
    }
    add(RdataView.ofWhole(Rdata.copyOf(record.rdata()), Dnskey::from));
  }

  /** Says whether a key is among them and no other has the same algorithm and key tag. */
  public boolean tellApart(Dnskey key) {
    KeyId id = KeyId.of(key);
    return key.equals(byId.get(id)) && !ambiguous.contains(id);
  }
}
