package org.offlinesign.lint;

import java.util.ArrayList;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.zone.NodeRrset;

/**
 * The RDATA of an SVCB or HTTPS record (RFC 9460 §2.2), as far as the lint looks at it.
 *
 * @param mandatory the keys that the parameter {@code mandatory} lists
 */
record ServiceBinding(
    int priority, DnsName target, boolean hasParameters, List<Integer> mandatory) {
  private static final int MANDATORY = 0;
  private static final int NO_DEFAULT_ALPN = 2;
  private static final int PORT = 3;

  /** Returns the RDATA of a record of either type. */
  static ServiceBinding of(NodeRrset rrset, int record) {
    int offset = rrset.typedOffset(record);
    int end = offset + rrset.rdataLength(record);
    try {
      int targetLength = DnsName.wireLengthAt(rrset.octets(), offset + 2, end);
      DnsName target = DnsName.fromWire(rrset.octets(), offset + 2, targetLength);
      int params = offset + 2 + targetLength;
      WireReader in = new WireReader(rrset.octets(), offset, 2);
      return new ServiceBinding(
          in.u16(),
          target,
          params < end,
          mandatory(new WireReader(rrset.octets(), params, end - params)));
    } catch (NameSyntaxException | WireFormatException e) {
      throw new AssertionError("the reader hands on only whole SVCB records", e);
    }
  }

  private static List<Integer> mandatory(WireReader params) throws WireFormatException {
    List<Integer> keys = new ArrayList<>();
    while (params.remaining() > 0) {
      int key = params.u16();
      int length = params.u16();
      int at = params.skip(length);
      WireReader value = new WireReader(params.array(), at, length);
      while (key == MANDATORY && value.remaining() > 0) {
        keys.add(value.u16());
      }
    }
    return List.copyOf(keys);
  }

  /** Says whether the record is in alias mode (RFC 9460 §2.4.2). */
  boolean isAlias() {
    return priority == 0;
  }

  /** Returns the listed keys that the type makes mandatory by itself (RFC 9460 §9). */
  List<String> needlesslyMandatory(RecordType type) {
    if (!type.equals(RecordType.HTTPS)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    if (mandatory.contains(NO_DEFAULT_ALPN)) {
      names.add("no-default-alpn");
    }
    if (mandatory.contains(PORT)) {
      names.add("port");
    }
    return names;
  }
}
