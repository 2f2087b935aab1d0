package org.offlinesign.delegation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.RrsetMaker;
import org.offlinesign.zone.SignedData;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSource;

/** Writes the apex of a child zone, right or wrong: each RRset is signed by whom a test wants. */
public final class ChildApex {
  public static final DnsName CHILD = DnsName.of("sub.example.");
  public static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final Ttl TTL = new Ttl(300);

  private final List<String> lines = new ArrayList<>();
  private Instant inception;
  private Instant expiration;

  public ChildApex(Instant now) {
    this.inception = now.minus(Duration.ofHours(1));
    this.expiration = now.plus(Duration.ofDays(10));
    lines.add(CHILD + " 300 IN SOA ns.other. admin.other. 1 3600 900 604800 60");
    lines.add(CHILD + " 300 IN NS ns.other.");
  }

  /** Makes a KSK of the child. */
  public static SigningKey newKey(Algorithm algorithm) {
    int bits = algorithm.isRsa() ? 1024 : algorithm.keyLengths().usual();
    return new KeyGenerator(PROVIDERS)
        .generate(CHILD, new KeySpec(algorithm, bits, KeyRole.KSK), List.of());
  }

  /** Returns the DS record of a key. */
  public static Ds ds(SigningKey key, DigestType digest) {
    return DsDigest.of(CHILD, key.facts().dnskey(), digest);
  }

  /** Returns the DS record of a key with SHA-256. */
  public static Ds ds(SigningKey key) {
    return ds(key, DigestType.SHA256);
  }

  /** Chooses when the signatures made from now on are valid. */
  public ChildApex valid(Instant from, Instant until) {
    this.inception = from;
    this.expiration = until;
    return this;
  }

  /** Adds the DNSKEY RRset, signed by some keys. */
  public ChildApex dnskeys(List<SigningKey> keys, SigningKey... signers) {
    return add(RecordType.DNSKEY, keys.stream().map(ChildApex::dnskey).toList(), signers);
  }

  /** Adds the CDS RRset, signed by some keys. */
  public ChildApex cds(List<Ds> records, SigningKey... signers) {
    return add(RecordType.CDS, records.stream().map(Ds::toRdata).toList(), signers);
  }

  /** Adds the CDNSKEY RRset, signed by some keys. */
  public ChildApex cdnskey(List<Dnskey> records, SigningKey... signers) {
    return add(RecordType.CDNSKEY, records.stream().map(Dnskey::toRdata).toList(), signers);
  }

  private static Rdata dnskey(SigningKey key) {
    return key.facts().dnskey().toRdata();
  }

  private ChildApex add(RecordType type, List<Rdata> records, SigningKey... signers) {
    NodeRrset rrset = new RrsetMaker(RecordClass.IN).of(type, TTL, records);
    for (Rdata rdata : records) {
      lines.add(CHILD + " 300 IN " + type + " " + RdataSchema.of(type).toText(rdata));
    }
    for (SigningKey signer : signers) {
      lines.add(CHILD + " 300 IN RRSIG " + signature(rrset, signer));
    }
    return this;
  }

  private Rrsig signature(NodeRrset rrset, SigningKey signer) {
    SignedData data = new SignedData();
    rrsig(rrset, signer, new byte[0]).writeSignedPartTo(data.begin());
    byte[] owner = CHILD.toWire();
    data.add(owner, 0, owner.length, rrset, TTL.seconds());
    try {
      byte[] octets = Arrays.copyOf(data.octets(), data.length());
      return rrsig(rrset, signer, signer.newSigner(PROVIDERS).sign(octets, 0, octets.length));
    } catch (SigningException e) {
      throw new AssertionError(e);
    }
  }

  private Rrsig rrsig(NodeRrset rrset, SigningKey signer, byte[] signature) {
    return new Rrsig(
        RecordType.of(rrset.type()),
        signer.facts().algorithm().number(),
        CHILD.rrsigLabels(),
        TTL,
        Serial.ofEpochSecond(expiration.getEpochSecond()),
        Serial.ofEpochSecond(inception.getEpochSecond()),
        signer.facts().dnskey().keyTag(),
        CHILD,
        signature);
  }

  /** Reads the zone file. */
  public ChildZone read() {
    byte[] octets = text().getBytes(StandardCharsets.UTF_8);
    try {
      return ChildZone.read(ZoneFileSource.of("child", new ByteArrayInputStream(octets)));
    } catch (IOException | ZoneFileException | ChildZoneException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the zone file. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }
}
