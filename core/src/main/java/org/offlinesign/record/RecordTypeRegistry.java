package org.offlinesign.record;

import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;

/**
 * The mnemonics of record types and the way back from text to number, without a String per lookup.
 *
 * <p>Types and classes are looked up for every record read, so the table is keyed by the first
 * eight characters packed into a long.
 */
public final class RecordTypeRegistry {
  private static final int SLOTS = 512;
  private static final int MAX_CODE = 65535;

  // IANA, "Resource Record (RR) TYPEs"; WINS and WINSR are Microsoft's (private use range).
  private static final String REGISTERED =
      "A 1 NS 2 MD 3 MF 4 CNAME 5 SOA 6 MB 7 MG 8 MR 9 NULL 10 WKS 11 PTR 12 HINFO 13 MINFO 14 "
          + "MX 15 TXT 16 RP 17 AFSDB 18 X25 19 ISDN 20 RT 21 NSAP 22 NSAP-PTR 23 SIG 24 KEY 25 "
          + "PX 26 GPOS 27 AAAA 28 LOC 29 NXT 30 EID 31 NIMLOC 32 SRV 33 ATMA 34 NAPTR 35 KX 36 "
          + "CERT 37 A6 38 DNAME 39 SINK 40 OPT 41 APL 42 DS 43 SSHFP 44 IPSECKEY 45 RRSIG 46 "
          + "NSEC 47 DNSKEY 48 DHCID 49 NSEC3 50 NSEC3PARAM 51 TLSA 52 SMIMEA 53 HIP 55 NINFO 56 "
          + "RKEY 57 TALINK 58 CDS 59 CDNSKEY 60 OPENPGPKEY 61 CSYNC 62 ZONEMD 63 SVCB 64 "
          + "HTTPS 65 DSYNC 66 HHIT 67 BRID 68 SPF 99 UINFO 100 UID 101 GID 102 UNSPEC 103 "
          + "NID 104 L32 105 L64 106 LP 107 EUI48 108 EUI64 109 NXNAME 128 TKEY 249 TSIG 250 "
          + "IXFR 251 AXFR 252 MAILB 253 MAILA 254 ANY 255 URI 256 CAA 257 AVC 258 DOA 259 "
          + "AMTRELAY 260 RESINFO 261 WALLET 262 CLA 263 IPN 264 TA 32768 DLV 32769 "
          + "WINS 65281 WINSR 65282";

  private static final long[] KEYS = new long[SLOTS];
  private static final byte[][] NAMES = new byte[SLOTS][];
  private static final int[] CODES = new int[SLOTS];

  static {
    forEach(RecordTypeRegistry::put);
  }

  private RecordTypeRegistry() {}

  /** Receives each registered type. */
  @FunctionalInterface
  public interface Visitor {
    /** Is told a number and its mnemonic. */
    void type(int code, String mnemonic);
  }

  /** Names every registered type. */
  public static void forEach(Visitor visitor) {
    StringTokenizer words = new StringTokenizer(REGISTERED);
    while (words.hasMoreTokens()) {
      String mnemonic = words.nextToken();
      visitor.type(Integer.parseInt(words.nextToken()), mnemonic);
    }
  }

  private static void put(int code, String mnemonic) {
    byte[] name = mnemonic.getBytes(StandardCharsets.ISO_8859_1);
    long key = pack(name, 0, name.length);
    int slot = slot(key);
    while (NAMES[slot] != null) {
      slot = (slot + 1) % SLOTS;
    }
    KEYS[slot] = key;
    NAMES[slot] = name;
    CODES[slot] = code;
  }

  /**
   * Returns the number of the type that {@code text[from, to)} names, as a mnemonic or as {@code
   * TYPEn}, in any case; a negative number says that it names none.
   */
  public static int lookup(byte[] text, int from, int to) {
    long key = pack(text, from, to);
    for (int slot = slot(key); NAMES[slot] != null; slot = (slot + 1) % SLOTS) {
      if (KEYS[slot] == key && matches(NAMES[slot], text, from, to)) {
        return CODES[slot];
      }
    }
    return numbered("TYPE", text, from, to);
  }

  /**
   * Returns the number after a prefix, 0 to 65535; a negative number if the text is not of that
   * form.
   */
  static int numbered(String prefix, byte[] text, int from, int to) {
    int digits = to - from - prefix.length();
    if (digits < 1 || digits > 5) {
      return -1;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (upper(text[from + i]) != prefix.charAt(i)) {
        return -1;
      }
    }
    int value = 0;
    for (int i = from + prefix.length(); i < to; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return -1;
      }
      value = value * 10 + text[i] - '0';
    }
    return value > MAX_CODE ? -1 : value;
  }

  private static long pack(byte[] text, int from, int to) {
    long packed = 0;
    for (int i = from; i < Math.min(to, from + 8); i++) {
      packed = packed << 8 | upper(text[i]);
    }
    return packed;
  }

  private static int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 55);
  }

  private static boolean matches(byte[] name, byte[] text, int from, int to) {
    if (name.length != to - from) {
      return false;
    }
    for (int i = 8; i < name.length; i++) {
      if (name[i] != upper(text[from + i])) {
        return false;
      }
    }
    return true;
  }

  private static int upper(byte octet) {
    return octet >= 'a' && octet <= 'z' ? octet - 32 : octet & 0xff;
  }
}
