package org.offlinesign.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.BindKeyFile;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.PemKeyFile;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.CorpusFile;

/**
 * Reads octets as the files that keys are imported from: BIND's pair of them, or PEM.
 *
 * <p>Whatever they hold: there is a key, or a refusal that names the file and says more; the key
 * signs, or says that it cannot; and written in either form it is read again as the same key, with
 * the same times.
 */
final class KeyFileTarget implements FuzzTarget {
  private static final DnsName ZONE = DnsName.of("example.");
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final char[] PASSWORD = "secret".toCharArray();
  private static final int PEM = 1;
  private static final int PLAIN = 2;
  private static final int PARAMETERS_SHIFT = 2;
  private static final byte BETWEEN_FILES = 0;

  private final Scratch scratch = new Scratch();

  @Override
  public void run(byte[] input) throws IOException, UnusableKeyException {
    if (input.length == 0) {
      return;
    }
    byte[] content = Arrays.copyOfRange(input, 1, input.length);
    if (Costs.areHigh(content)) {
      return;
    }
    if ((input[0] & PEM) != 0) {
      readPem(content, input[0]);
    } else {
      readBind(content);
    }
  }

  private void readBind(byte[] content) throws IOException, UnusableKeyException {
    int split = 0;
    while (split < content.length && content[split] != BETWEEN_FILES) {
      split++;
    }
    Path publicFile = scratch.write("K.key", Arrays.copyOf(content, split));
    byte[] rest = Arrays.copyOfRange(content, Math.min(split + 1, content.length), content.length);
    scratch.write("K.private", rest);
    SigningKey key;
    try {
      ZoneKey facts = BindKeyFile.readPublic(publicFile);
      Oracle.require(!facts.zone().toString().isEmpty(), () -> "a key of no zone");
      key = BindKeyFile.read(publicFile);
      Oracle.require(key.facts().isSameKey(facts), () -> facts + " became " + key);
    } catch (UnusableKeyException e) {
      checkRefusal(e, "K.");
      return;
    }
    checkKey(key);
  }

  private void readPem(byte[] content, int choice) throws IOException, UnusableKeyException {
    Path file = scratch.write("key.pem", content);
    SigningKey key;
    try {
      char[] password = (choice & PLAIN) != 0 ? null : PASSWORD;
      PemKeyFile.isEncrypted(file);
      key = PemKeyFile.read(file, parameters(choice >> PARAMETERS_SHIFT), password);
    } catch (UnusableKeyException e) {
      checkRefusal(e, "key.pem: ");
      return;
    }
    checkKey(key);
  }

  /** Returns what a person says of the key; often nothing of its algorithm. */
  private static KeyParameters parameters(int choice) {
    return new KeyParameters(Algorithm.of(choice & 0x1f).orElse(null), 257, ZONE);
  }

  private static void checkRefusal(UnusableKeyException e, String file) {
    int named = e.getMessage().indexOf(file);
    Oracle.require(
        named >= 0 && e.getMessage().length() > named + file.length() + 10,
        () -> "a refusal that does not say what is wrong, or where: " + e.getMessage());
  }

  private void checkKey(SigningKey key) throws IOException, UnusableKeyException {
    try {
      byte[] signature = key.newSigner(PROVIDERS).sign(new byte[] {1, 2, 3}, 0, 3);
      Oracle.require(signature.length > 0, () -> "an empty signature by " + key);
    } catch (SigningException e) {
      return; // A key that is damaged may be found out late, but before a signature leaves.
    }
    Path folder = scratch.emptyFolder("written");
    List<Path> files = BindKeyFile.write(key, folder);
    SigningKey again = BindKeyFile.read(files.get(0));
    Oracle.require(again.facts().isSameKey(key.facts()), () -> key + " became " + again);
    Path second = scratch.emptyFolder("again");
    BindKeyFile.write(again, second);
    for (Path file : files) {
      byte[] before = Files.readAllBytes(file);
      byte[] after = Files.readAllBytes(second.resolve(file.getFileName()));
      Oracle.same(after, before, () -> "the file " + file.getFileName());
    }
    Path pem = folder.resolve("key.pem");
    PemKeyFile.write(key, pem);
    ZoneKey facts = key.facts();
    KeyParameters parameters =
        new KeyParameters(facts.algorithm(), facts.dnskey().flags(), facts.zone());
    SigningKey fromPem = PemKeyFile.read(pem, parameters, null);
    Oracle.same(
        fromPem.facts().publicKey().getPublicKeyData().getOctets(),
        facts.publicKey().getPublicKeyData().getOctets(),
        () -> "the public key of " + key);
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    Seeds seeds = new Seeds();
    for (SampleKeys.Sample sample : SampleKeys.all()) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.writeBytes(sample.publicFile());
      both.write(BETWEEN_FILES);
      both.writeBytes(sample.privateFile());
      seeds.add(both.toByteArray(), 0);
      int named = sample.algorithm().number() << PARAMETERS_SHIFT;
      seeds.add(sample.pem(), PEM | PLAIN | named);
      seeds.add(sample.encryptedPem(), PEM | named);
      seeds.add(sample.certificatePem(), PEM | PLAIN | named);
    }
    for (CorpusFile file : Seeds.corpus(60, CorpusFile.Kind.KEY)) {
      Path path = file.path();
      if (path.toString().endsWith(".private")) {
        addPair(seeds, path);
      } else if (path.toString().endsWith(".pem")) {
        seeds.add(Files.readAllBytes(path), PEM | PLAIN);
      }
    }
    return seeds.all();
  }

  private static void addPair(Seeds seeds, Path privateFile) throws IOException {
    String name = privateFile.getFileName().toString();
    Path publicFile = privateFile.resolveSibling(name.replace(".private", ".key"));
    if (Files.exists(publicFile)) {
      seeds.add(
          Files.readString(publicFile, StandardCharsets.ISO_8859_1)
              + "\0"
              + Files.readString(privateFile, StandardCharsets.ISO_8859_1),
          0);
    }
  }

  @Override
  public List<String> dictionary() {
    return List.of(
        "Private-key-format: v1.3\n",
        "Algorithm: 13 (ECDSAP256SHA256)\n",
        "PrivateKey: ",
        "Modulus: ",
        "PublicExponent: ",
        "PrivateExponent: ",
        "Prime1: ",
        "Coefficient: ",
        "Created: 20260101000000\n",
        "Publish: ",
        "Activate: ",
        "SyncPublish: ",
        "Engine: ",
        "Label: ",
        " IN DNSKEY 257 3 13 ",
        " 3600 IN DNSKEY ",
        "-----BEGIN PRIVATE KEY-----\n",
        "-----END PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN CERTIFICATE-----\n",
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,00\n",
        "AAAA",
        "====",
        "\u0000");
  }
}
