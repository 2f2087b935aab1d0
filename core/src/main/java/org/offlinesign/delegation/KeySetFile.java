package org.offlinesign.delegation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.offlinesign.delegation.KeySetFileName.Kind;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.Ttl;

/**
 * A keyset- or dsset- file of a zone as it is handed to the parent.
 *
 * <p>One record a line with an absolute owner, so that {@code dnssec-signzone -g} and Windows DNS
 * servers read it alike.
 */
public final class KeySetFile {
  private final KeySetFileName name;
  private final String text;

  private KeySetFile(KeySetFileName name, String text) {
    this.name = name;
    this.text = text;
  }

  /** Returns the file with the DNSKEY records of a zone. */
  public static KeySetFile keyset(
      DnsName zone, RecordClass recordClass, Ttl ttl, List<Dnskey> keys) {
    StringBuilder text = new StringBuilder("$ORIGIN .\n");
    for (Dnskey key : keys) {
      text.append(zone).append('\t').append(ttl).append(' ').append(recordClass);
      text.append(" DNSKEY\t").append(key).append(" ; key tag = ").append(key.keyTag());
      text.append('\n');
    }
    return new KeySetFile(new KeySetFileName(Kind.KEYSET, zone), text.toString());
  }

  /** Returns the file with the DS records of a zone. */
  public static KeySetFile dsset(DnsName zone, RecordClass recordClass, List<Ds> records) {
    StringBuilder text = new StringBuilder();
    for (Ds ds : records) {
      // No TTL, as in BIND's files: it is the parent's to choose.
      text.append(zone).append('\t').append(recordClass).append(" DS ").append(ds).append('\n');
    }
    return new KeySetFile(new KeySetFileName(Kind.DSSET, zone), text.toString());
  }

  /** Returns the zone that a keyset- or dsset- file is called after; empty for other files. */
  public static Optional<DnsName> zoneOfName(Path file) {
    return Optional.ofNullable(file.getFileName())
        .flatMap(name -> KeySetFileName.parse(name.toString()))
        .map(KeySetFileName::zone);
  }

  /**
   * Returns the dsset- file of a child with the DS records that its CDS records asked for.
   *
   * @param signedSince goes into a mark by which older CDS records are known as such
   */
  public static KeySetFile accepted(
      DnsName child, RecordClass recordClass, List<Ds> records, Instant signedSince) {
    String mark = AcceptanceMark.line(signedSince, records.isEmpty());
    KeySetFile plain = dsset(child, recordClass, records);
    return new KeySetFile(plain.name, mark + plain.text);
  }

  /** Returns where in a folder the two files of a zone belong. */
  public static List<Path> of(DnsName zone, Path folder, KeySetNaming naming) {
    return Arrays.stream(Kind.values())
        .map(kind -> folder.resolve(new KeySetFileName(kind, zone).fileName(naming)))
        .toList();
  }

  /** Returns where in a folder the file belongs. */
  public Path in(Path folder, KeySetNaming naming) {
    return folder.resolve(name.fileName(naming));
  }

  /** Returns the octets. */
  public byte[] octets() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
