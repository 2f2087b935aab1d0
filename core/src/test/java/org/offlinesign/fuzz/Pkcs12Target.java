package org.offlinesign.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.keystore.ForeignKeyStore;
import org.offlinesign.keystore.KeyStoreFile;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.KeyStoreSettings;
import org.offlinesign.keystore.StoredKey;

/**
 * Opens octets as a PKCS #12 file, the program's own or another's; or as what lies in such a file
 * behind its MAC, which no fuzzer gets past.
 *
 * <p>Whatever they are: there are keys, or a refusal that names the file and a reason; each key can
 * be told, and signs or is refused; what has no MAC is never opened as the program's own; and both
 * readers find the same keys.
 */
final class Pkcs12Target implements FuzzTarget {
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final KeyStoreSettings SETTINGS =
      KeyStoreSettings.of(
          PROVIDERS, Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));
  private static final char[] PASSWORD = "secret".toCharArray();
  private static final int BEHIND_MAC = 1;
  private static final int WITHOUT_MAC = 2;

  private final Scratch scratch = new Scratch();

  @Override
  public void run(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    byte[] content = Arrays.copyOfRange(input, 1, input.length);
    if (Costs.areHigh(content)) {
      return;
    }
    byte[] octets =
        switch (input[0] & (BEHIND_MAC | WITHOUT_MAC)) {
          case BEHIND_MAC -> Pfx.withMac(content, PASSWORD);
          case WITHOUT_MAC -> Pfx.withoutMac(content);
          default -> content;
        };
    Path file = scratch.write("keys.p12", octets);
    int foreign = readForeign(file);
    int own = readOwn(file);
    Oracle.require(
        own < 0 || own == foreign, () -> own + " keys of the store, " + foreign + " of the file");
    Oracle.require(
        own < 0 || (input[0] & BEHIND_MAC) != 0 || (input[0] & WITHOUT_MAC) == 0,
        () -> "a file without a MAC was opened as a key store");
  }

  /** Returns the number of keys, or -1 of a file that is refused. */
  private static int readForeign(Path file) throws IOException {
    try {
      List<StoredKey> keys = ForeignKeyStore.read(file, PASSWORD, PROVIDERS).keys();
      keys.forEach(Pkcs12Target::checkKey);
      return keys.size();
    } catch (KeyStoreFileException e) {
      checkRefusal(e);
      return -1;
    }
  }

  private static int readOwn(Path file) throws IOException {
    try (KeyStoreFile store = KeyStoreFile.open(file, PASSWORD, SETTINGS)) {
      store.keys().forEach(Pkcs12Target::checkKey);
      Oracle.require(store.keys(SampleKeys.ZONE).size() <= store.keys().size(), () -> "more keys");
      return store.keys().size();
    } catch (KeyStoreFileException e) {
      checkRefusal(e);
      return -1;
    }
  }

  private static void checkRefusal(KeyStoreFileException e) {
    Oracle.require(
        e.reason() != null && e.getMessage().contains("keys.p12"),
        () -> "a refusal that does not say what it is of: " + e.getMessage());
  }

  private static void checkKey(StoredKey key) {
    Instant now = SETTINGS.clock().instant();
    Oracle.require(!key.describe().isEmpty(), () -> "a key that cannot be told");
    Oracle.require(key.stateAt(now) != null, () -> "a key without a state: " + key);
    Oracle.require(
        key.nextChange(now).stream().noneMatch(change -> change.toString().isEmpty())
            && key.recoverableUntil().stream().noneMatch(time -> time.toString().isEmpty()),
        () -> "a key without times: " + key);
    key.certificate().ifPresent(facts -> Oracle.require(facts.serial() != null, facts::subject));
    key.facts().ifPresent(facts -> Oracle.require(facts.keyTag() >= 0, facts::toString));
    try {
      SigningKey told =
          key.signingKey(
              KeyParameters.NONE.orElse(
                  new KeyParameters(Algorithm.RSASHA256, 257, SampleKeys.ZONE)));
      Oracle.require(told.facts().keyTag() >= 0, () -> "a key without a tag: " + key);
    } catch (UnusableKeyException e) {
      Oracle.require(e.getMessage().length() > 10, () -> "a refusal without words: " + key);
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    Seeds seeds = new Seeds();
    ByteArrayOutputStream everything = new ByteArrayOutputStream();
    for (SampleKeys.Sample sample : SampleKeys.all()) {
      byte[] plain = contents(new PKCS12SafeBagBuilder(sample.secret()), sample);
      byte[] shrouded =
          contents(new PKCS12SafeBagBuilder(sample.secret(), SampleKeys.encryptor()), sample);
      seeds.add(plain, BEHIND_MAC);
      seeds.add(plain, WITHOUT_MAC);
      seeds.add(shrouded, BEHIND_MAC);
      seeds.add(Pfx.withMac(plain, PASSWORD), 0);
      seeds.add(Pfx.withoutMac(shrouded), 0);
      everything.writeBytes(plain);
    }
    seeds.add(everything.toByteArray(), BEHIND_MAC);
    return seeds.all();
  }

  private static byte[] contents(PKCS12SafeBagBuilder key, SampleKeys.Sample sample)
      throws IOException {
    ASN1EncodableVector bags = new ASN1EncodableVector();
    for (PKCS12SafeBagBuilder bag : List.of(key, new PKCS12SafeBagBuilder(sample.certificate()))) {
      bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString("Sample"));
      bag.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(new byte[4]));
      bag.addBagAttribute(Pfx.OWN_ATTRIBUTE, new DERUTF8String(words(sample)));
      bags.add(bag.build().toASN1Structure());
    }
    return new DERSequence(bags).getEncoded();
  }

  private static String words(SampleKeys.Sample sample) {
    String publicKey =
        Base64.getEncoder().encodeToString(sample.key().facts().dnskey().publicKey());
    return "Created=20260101000000 Activate=20260201000000 ThrownAway=20260301000000"
        + " Rollover=zsk:1 PublicKey="
        + publicKey;
  }

  @Override
  public List<String> dictionary() {
    return List.of(
        "CN=example 1 RSASHA256 257",
        "Created=20260101000000",
        "Publish=",
        "PublicKey=AAAA",
        "ThrownAway=",
        "Rollover=",
        "DSRemoved=",
        "0\u0080",
        "\u0000\u0000",
        "\u0004\u0082",
        "\u0002\u0001\u0000",
        "\u0005\u0000",
        "0\u0000",
        "1\u0000");
  }
}
