package org.offlinesign.record;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.wire.WireWriter;

/**
 * The type of a resource record: any number from 0 to 65535, with a mnemonic where IANA's registry
 * "Resource Record (RR) TYPEs" has one.
 *
 * <p>An unknown type is a value like any other and is written {@code TYPEn} (RFC 3597 §5).
 * Immutable and thread safe.
 */
public final class RecordType implements Comparable<RecordType> {
  private static final int CODES = 65536;

  /** RFC 6895 §3.1: from here on a mnemonic means something to its owner alone. */
  private static final int FIRST_PRIVATE = 65280;

  private static final RecordType[] KNOWN = new RecordType[CODES];

  static {
    RecordTypeRegistry.forEach((code, mnemonic) -> KNOWN[code] = new RecordType(code, mnemonic));
  }

  public static final RecordType A = of(1);
  public static final RecordType NS = of(2);
  public static final RecordType CNAME = of(5);
  public static final RecordType SOA = of(6);
  public static final RecordType PTR = of(12);
  public static final RecordType MX = of(15);
  public static final RecordType TXT = of(16);
  public static final RecordType SIG = of(24);
  public static final RecordType KEY = of(25);
  public static final RecordType AAAA = of(28);
  public static final RecordType NXT = of(30);
  public static final RecordType SRV = of(33);
  public static final RecordType DNAME = of(39);
  public static final RecordType DS = of(43);
  public static final RecordType RRSIG = of(46);
  public static final RecordType NSEC = of(47);
  public static final RecordType DNSKEY = of(48);
  public static final RecordType NSEC3 = of(50);
  public static final RecordType NSEC3PARAM = of(51);
  public static final RecordType CDS = of(59);
  public static final RecordType CDNSKEY = of(60);
  public static final RecordType CSYNC = of(62);
  public static final RecordType ZONEMD = of(63);
  public static final RecordType SVCB = of(64);
  public static final RecordType HTTPS = of(65);
  public static final RecordType SPF = of(99);
  public static final RecordType NXNAME = of(128);
  public static final RecordType WINS = of(65281);
  public static final RecordType WINSR = of(65282);

  private final int code;
  private final String mnemonic;
  private final byte[] text;

  private RecordType(int code, String mnemonic) {
    this.code = code;
    this.mnemonic = mnemonic;
    String known = code >= FIRST_PRIVATE ? "TYPE" + code : mnemonic;
    this.text = known.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the type with a number. */
  public static RecordType of(int code) {
    if (code < 0 || code >= CODES) {
      throw new IllegalArgumentException("type " + code + " is not within 0..65535");
    }
    RecordType known = KNOWN[code];
    return known != null ? known : new RecordType(code, "TYPE" + code);
  }

  /** Returns the type that a mnemonic or {@code TYPEn}, in any case, stands for. */
  public static Optional<RecordType> parse(String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    int code = RecordTypeRegistry.lookup(octets, 0, octets.length);
    return code < 0 ? Optional.empty() : Optional.of(of(code));
  }

  /** Returns the number. */
  public int code() {
    return code;
  }

  /**
   * Says whether the type belongs to messages and never to a zone: OPT and the codes 128 to 255.
   */
  public boolean isMeta() {
    return isMeta(code);
  }

  /** Says the same as {@link #isMeta()} of the type with a number (RFC 6895 §3.1). */
  public static boolean isMeta(int code) {
    return code == 0 || code == 41 || (code >= 128 && code <= 255);
  }

  /**
   * Appends the name that every server knows: a type for private use has none but {@code TYPEn}
   * (RFC 3597 §5).
   */
  public void writeTo(WireWriter out) {
    out.bytes(text);
  }

  @Override
  public int compareTo(RecordType that) {
    return Integer.compare(code, that.code);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordType that && code == that.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  /** Returns the mnemonic in upper case, or {@code TYPEn}. */
  @Override
  public String toString() {
    return mnemonic;
  }
}
