package org.offlinesign.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;
import org.offlinesign.key.Signer;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SignedData;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * Signs zone text as it stands, right or wrong: adds DNSKEY records and signatures and nothing
 * else, so that a test writes the NSEC records itself and has a zone with the defect that it wants.
 */
public final class ExampleSigner {
  static final long INCEPTION = 1_700_000_000L;
  static final long EXPIRATION = 1_702_000_000L;

  private final List<SigningKey> keys;
  private final List<Dnskey> published;
  private final boolean signsEverything;
  private final Times times;
  private final CryptoProviders crypto;

  /** When signatures begin and end, as the seconds of their 32-bit fields. */
  private record Times(long inception, long expiration) {}

  private ExampleSigner(
      List<SigningKey> keys,
      List<Dnskey> published,
      boolean signsEverything,
      Times times,
      CryptoProviders crypto) {
    this.crypto = crypto;
    this.keys = keys;
    this.published = published;
    this.signsEverything = signsEverything;
    this.times = times;
  }

  /** Returns a signer that signs with some keys and publishes them. */
  public static ExampleSigner of(SigningKey... keys) {
    List<SigningKey> list = List.of(keys);
    List<Dnskey> dnskeys = list.stream().map(ExampleSigner::dnskey).toList();
    return new ExampleSigner(
        list, dnskeys, false, new Times(INCEPTION, EXPIRATION), ZoneText.CRYPTO);
  }

  /** Returns the same signer with another DNSKEY RRset. */
  ExampleSigner publishing(Dnskey... dnskeys) {
    return new ExampleSigner(keys, List.of(dnskeys), signsEverything, times, crypto);
  }

  /** Returns a signer that also signs what must not be signed. */
  ExampleSigner signingEverything() {
    return new ExampleSigner(keys, published, true, times, crypto);
  }

  /** Returns the same signer with other times, in seconds since 1970 as far as they go. */
  public ExampleSigner from(long inception, long expiration) {
    return new ExampleSigner(
        keys, published, signsEverything, new Times(inception, expiration), crypto);
  }

  /** Returns the same signer with other providers of cryptography. */
  public ExampleSigner with(CryptoProviders providers) {
    return new ExampleSigner(keys, published, signsEverything, times, providers);
  }

  static Dnskey dnskey(SigningKey key) {
    return key.facts().dnskey();
  }

  static SigningKey newKey(Algorithm algorithm) {
    return new KeyGenerator(ZoneText.CRYPTO)
        .generate(
            ZoneText.ZONE,
            new KeySpec(algorithm, algorithm.keyLengths().usual(), KeyRole.ZSK),
            List.of());
  }

  /** Returns the zone with a DNSKEY RRset and signatures. */
  public ZoneText sign(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    published.forEach(dnskey -> lines.add("example. 3600 IN DNSKEY " + dnskey));
    try {
      addSignatures(lines);
    } catch (IOException | ZoneFileException | SigningException e) {
      throw new AssertionError(e);
    }
    return new ZoneText(lines);
  }

  private void addSignatures(List<String> lines)
      throws IOException, ZoneFileException, SigningException {
    byte[] octets = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    SortBudget budget =
        new SortBudget(SortBudget.MIN_OCTETS, Path.of(System.getProperty("java.io.tmpdir")), 1);
    try (ZoneSorter sorter = new ZoneSorter(budget)) {
      new ZoneFileReader(ZoneFileOptions.builder(ZoneText.ZONE).build())
          .read(ZoneFileSource.of("unsigned", new ByteArrayInputStream(octets)), sorter);
      try (SortedZone zone = sorter.finish()) {
        NodeClassifier classifier = new NodeClassifier(ZoneText.ZONE);
        ZoneCursor cursor = zone.open();
        for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
          NodeKind kind = classifier.classify(node);
          for (NodeRrset rrset : node.rrsets()) {
            if (signsEverything || kind.isSigned(rrset.type())) {
              addSignatures(node, rrset, lines);
            }
          }
        }
      }
    }
  }

  private void addSignatures(OwnerNode node, NodeRrset rrset, List<String> lines)
      throws SigningException {
    for (SigningKey key : keys) {
      Signer signer = key.newSigner(crypto);
      Rrsig unsigned = rrsig(node, rrset, key, new byte[0]);
      SignedData data = new SignedData();
      // With no signature yet, and the signer in lower case, this is what is signed (RFC 4034
      // §3.1.8.1).
      unsigned.toRdata().writeTo(data.begin());
      data.add(node.octets(), node.ownerOffset(), node.ownerLength(), rrset, rrset.ttl());
      Rrsig signed = rrsig(node, rrset, key, signer.sign(data.octets(), 0, data.length()));
      String rdata = RdataSchema.of(RecordType.RRSIG).toText(signed.toRdata());
      lines.add(node.owner() + " " + rrset.ttl() + " IN RRSIG " + rdata);
    }
  }

  private Rrsig rrsig(OwnerNode node, NodeRrset rrset, SigningKey key, byte[] signature) {
    return new Rrsig(
        RecordType.of(rrset.type()),
        key.facts().algorithm().number(),
        node.owner().rrsigLabels(),
        new Ttl(rrset.ttl()),
        Serial.ofEpochSecond(times.expiration()),
        Serial.ofEpochSecond(times.inception()),
        dnskey(key).keyTag(),
        ZoneText.ZONE,
        signature);
  }
}
