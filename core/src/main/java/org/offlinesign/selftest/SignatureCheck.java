package org.offlinesign.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SignatureVerifier;
import org.offlinesign.key.Signer;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.selftest.SignatureExample.Manner;

/** Checks and makes the signatures of RFCs with each implementation there is. */
final class SignatureCheck {
  /** A key of P-256 that has checked so many signatures is given a table. */
  private static final int OFTEN = 1100;

  private final CryptoProviders providers;

  SignatureCheck(CryptoProviders providers) {
    this.providers = providers;
  }

  CheckResult of(SignatureExample example) {
    List<String> by = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (CryptoProviders each : providers.each(example.key().facts().algorithm())) {
      String name = String.join(", ", each.names());
      Optional<String> problem = problem(example, each, 1);
      problem.ifPresent(words -> problems.add(name + " " + words));
      if (problem.isEmpty()) {
        by.add(name);
      }
    }
    if (by.isEmpty() && problems.isEmpty()) {
      problems.add("nothing here signs with this algorithm");
    }
    tag(example).ifPresent(problems::add);
    boolean hasTable =
        example.manner() == Manner.RANDOM
            && example.key().facts().algorithm() == Algorithm.ECDSAP256SHA256;
    problem(example, providers, hasTable ? OFTEN : 1)
        .ifPresent(words -> problems.add("the choice among them " + words));
    String subject = example.key().facts().algorithm().mnemonic();
    return new CheckResult(subject, example.source(), by, problems);
  }

  private static Optional<String> tag(SignatureExample example) {
    int tag = example.key().facts().keyTag();
    return example.keyTag().isEmpty() || example.keyTag().getAsInt() == tag
        ? Optional.empty()
        : Optional.of("the key has the tag " + tag);
  }

  /** Returns what an implementation does wrong, if it does. */
  private static Optional<String> problem(
      SignatureExample example, CryptoProviders providers, int times) {
    try {
      SignatureVerifier verifier = SignatureVerifier.of(example.key().facts().dnskey(), providers);
      for (int i = 1; i < times; i++) {
        verifier.verify(example.data(), 0, example.data().length, example.signature());
      }
      Optional<String> wrong = checking(example, verifier);
      return wrong.isPresent() ? wrong : signing(example, providers, verifier);
    } catch (UnusableKeyException | SigningException | RuntimeException | AssertionError e) {
      // Whatever it throws is what is wrong with it.
      return Optional.of("fails: " + e);
    }
  }

  private static Optional<String> checking(SignatureExample example, SignatureVerifier verifier) {
    byte[] data = example.data();
    byte[] signature = example.signature();
    if (!verifier.verify(data, 0, data.length, signature)) {
      return Optional.of("takes the signature of the RFC for wrong");
    }
    for (int octet : new int[] {0, signature.length / 2, signature.length - 1}) {
      byte[] wrong = signature.clone();
      wrong[octet] ^= 1;
      if (verifier.verify(data, 0, data.length, wrong)) {
        return Optional.of("takes a wrong signature for right");
      }
    }
    data[data.length - 1] ^= 1;
    return verifier.verify(data, 0, data.length, signature)
        ? Optional.of("takes the signature of other octets for right")
        : Optional.empty();
  }

  private static Optional<String> signing(
      SignatureExample example, CryptoProviders providers, SignatureVerifier verifier)
      throws SigningException, UnusableKeyException {
    boolean isDeterministic = example.manner() == Manner.DETERMINISTIC;
    Signer signer =
        example.key().newSigner(isDeterministic ? providers.deterministic() : providers);
    byte[] data = example.data();
    byte[] made = signer.sign(data, 0, data.length);
    if (example.manner() != Manner.RANDOM && !example.isSignature(made)) {
      return Optional.of("makes another signature than the RFC has");
    }
    if (!verifier.verify(data, 0, data.length, made)) {
      return Optional.of("takes the signature that was made for wrong");
    }
    return judge(example).verify(data, 0, data.length, made)
        ? Optional.empty()
        : Optional.of("makes signatures that BouncyCastle takes for wrong");
  }

  /** Returns one who checks what others have signed, so that nobody is his own judge. */
  private static SignatureVerifier judge(SignatureExample example) throws UnusableKeyException {
    return SignatureVerifier.of(example.key().facts().dnskey(), CryptoProviders.bouncyCastle());
  }
}
