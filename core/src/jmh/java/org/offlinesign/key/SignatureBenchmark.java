package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.offlinesign.name.DnsName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Signatures over 100 octets, the length of what an address is signed with, and their checks;
 * beside each what the fastest provider does with nothing around it. {@code -t 2} for two threads.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SignatureBenchmark {
  private static final CryptoProviders PROVIDERS =
      CryptoProviders.detect().checking(ReleaseCheck.WHERE_A_FAULT_REVEALS_THE_KEY);
  private static final String CORRETTO =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  private final byte[] data = new byte[100];

  @Param({"ECDSAP256SHA256", "RSASHA256"})
  public Algorithm algorithm;

  private Signer signer;
  private SignatureVerifier verifier;
  private byte[] signature;
  private Signature bareSigner;
  private Signature bareVerifier;
  private byte[] bareSignature;

  /** Makes keys of the usual length. */
  @Setup
  public void makeKeys()
      throws ReflectiveOperationException,
          GeneralSecurityException,
          SigningException,
          UnusableKeyException {
    KeySpec spec = KeySpec.of(algorithm, KeyRole.ZSK);
    SigningKey key =
        new KeyGenerator(PROVIDERS).generate(DnsName.of("bench.test"), spec, List.of());
    signer = key.newSigner(PROVIDERS);
    signature = signer.sign(data, 0, data.length);
    verifier = SignatureVerifier.of(key.facts().dnskey(), PROVIDERS);
    makeBare(spec);
  }

  private void makeBare(KeySpec spec)
      throws ReflectiveOperationException, GeneralSecurityException {
    Provider corretto = (Provider) Class.forName(CORRETTO).getField("INSTANCE").get(null);
    String kind = algorithm == Algorithm.RSASHA256 ? "RSA" : "EC";
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind, corretto);
    generator.initialize(spec.bits());
    KeyPair pair = generator.generateKeyPair();
    bareSigner = Signature.getInstance(algorithm.jcaName(), corretto);
    bareSigner.initSign(pair.getPrivate());
    bareVerifier = Signature.getInstance(algorithm.jcaName(), corretto);
    bareVerifier.initVerify(pair.getPublic());
    bareSignature = bareSign();
  }

  /** A signature that is ready to be written. */
  @Benchmark
  public byte[] sign() throws SigningException {
    return signer.sign(data, 0, data.length);
  }

  /** The provider alone. */
  @Benchmark
  public byte[] bareSign() throws GeneralSecurityException {
    bareSigner.update(data);
    return bareSigner.sign();
  }

  /** A check of the form that an RRSIG record holds. */
  @Benchmark
  public boolean verify() {
    return verifier.verify(data, 0, data.length, signature);
  }

  /** The provider alone. */
  @Benchmark
  public boolean bareVerify() throws GeneralSecurityException {
    bareVerifier.update(data);
    return bareVerifier.verify(bareSignature);
  }
}
