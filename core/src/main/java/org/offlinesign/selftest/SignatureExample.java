package org.offlinesign.selftest;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.offlinesign.key.SigningKey;

/** A key and a signature that an RFC prints. Immutable. */
public final class SignatureExample {
  private final String source;
  private final KeyText text;
  private final SigningKey key;
  private final Signed signed;
  private final Manner manner;

  /** What can be expected of who signs the same octets again. */
  public enum Manner {
    /** The same signature: there is no other. */
    UNIQUE,
    /** The same signature, if RFC 6979 is asked for. */
    DETERMINISTIC,
    /** Another signature. */
    RANDOM
  }

  private static final class Signed {
    private final byte[] data;
    private final byte[] signature;

    private Signed(byte[] data, byte[] signature) {
      this.data = data;
      this.signature = signature;
    }

    static Signed of(byte[] data, String base64) {
      return new Signed(data, Base64.getDecoder().decode(base64));
    }
  }

  private SignatureExample(String source, KeyText text, Signed signed, Manner manner) {
    this.source = source;
    this.text = text;
    this.key = text.key();
    this.signed = signed;
    this.manner = manner;
  }

  /** Returns one of an algorithm that makes one signature of the same octets. */
  static SignatureExample unique(
      String source, KeyText key, SignedRecord record, String signature) {
    byte[] data = record.signedBy(key.key().facts());
    return new SignatureExample(source, key, Signed.of(data, signature), Manner.UNIQUE);
  }

  /** Returns one of an algorithm that makes another signature each time. */
  static SignatureExample random(
      String source, KeyText key, SignedRecord record, String signature) {
    byte[] data = record.signedBy(key.key().facts());
    return new SignatureExample(source, key, Signed.of(data, signature), Manner.RANDOM);
  }

  /** Returns one of octets that are no record, signed by RFC 6979. */
  static SignatureExample deterministic(String source, KeyText key, byte[] data, String signature) {
    return new SignatureExample(source, key, Signed.of(data, signature), Manner.DETERMINISTIC);
  }

  /** Returns all examples there are. */
  public static List<SignatureExample> all() {
    return Stream.of(RsaExamples.all(), CurveExamples.all(), DeterministicExamples.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Returns the RFC and its section. */
  public String source() {
    return source;
  }

  /** Returns the key. */
  public SigningKey key() {
    return key;
  }

  /** Returns the key tag, if the RFC prints it. */
  public OptionalInt keyTag() {
    return text.tag();
  }

  public Manner manner() {
    return manner;
  }

  /** Returns the octets that are signed. */
  public byte[] data() {
    return signed.data.clone();
  }

  /** Returns the signature that the RFC prints. */
  public byte[] signature() {
    return signed.signature.clone();
  }

  /** Says whether somebody else's signature is that of the RFC. */
  boolean isSignature(byte[] made) {
    return Arrays.equals(signed.signature, made);
  }

  @Override
  public String toString() {
    return source + " " + key.facts().algorithm().mnemonic();
  }
}
