package org.offlinesign.rdata;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.WireWriter;

/** Well-formed random RDATA, made from a second statement of each type's layout. */
public final class RandomRdata {
  private static final TreeMap<String, Consumer<RandomRdata>> LAYOUTS = new TreeMap<>();

  static {
    namesAndTexts();
    addressesAndPlaces();
    dnssecAndServices();
  }

  private final Random random;
  private final String alphabet;
  private final WireWriter out = new WireWriter(256);

  private RandomRdata(Random random, String alphabet) {
    this.random = random;
    this.alphabet = alphabet;
  }

  private static void namesAndTexts() {
    layout("A", r -> r.octets(4));
    layout("AAAA", r -> r.octets(16));
    layout("NS MD MF CNAME MB MG MR PTR NSAP-PTR DNAME", RandomRdata::name);
    layout("MINFO RP TALINK", r -> r.name().name());
    layout("MX AFSDB RT KX LP", r -> r.octets(2).name());
    layout("SOA", r -> r.name().name().octets(20));
    layout("PX", r -> r.octets(2).name().name());
    layout("SRV", r -> r.octets(6).name());
    layout("NAPTR", r -> r.octets(4).string().string().string().name());
    layout("HINFO", r -> r.string().string());
    layout("TXT SPF NINFO AVC RESINFO WALLET CLA", r -> r.some(1, RandomRdata::string));
    layout("X25", r -> r.digits(4));
    layout("ISDN", r -> r.string().maybe(RandomRdata::string));
    layout("GPOS", r -> r.string().string().string());
    layout("CAA", r -> r.octets(1).letters().upTo(40));
    layout("URI", r -> r.octets(4).upTo(40));
    layout("UINFO", RandomRdata::string);
    layout("UID", r -> r.octets(4));
    layout("GID", r -> r.octets(4));
    layout("DOA", r -> r.octets(9).string().upTo(30));
  }

  private static void addressesAndPlaces() {
    layout("NSAP EID NIMLOC DHCID OPENPGPKEY HHIT BRID", r -> r.octets(1).upTo(60));
    layout("NULL", r -> r.upTo(60));
    layout("UNSPEC", r -> r.upTo(60));
    layout("ATMA", r -> r.out(0).octets(1).upTo(30));
    layout("NID L64", r -> r.octets(10));
    layout("L32", r -> r.octets(6));
    layout("EUI48", r -> r.octets(6));
    layout("EUI64", r -> r.octets(8));
    layout("IPN", r -> r.octets(8));
    layout("LOC", RandomRdata::location);
    layout("WKS", r -> r.octets(5).upTo(10).out(1));
    layout("APL", r -> r.some(0, RandomRdata::prefix));
    layout("A6", RandomRdata::a6);
    layout("NXT", r -> r.name().out(r.random.nextInt(128)).upTo(14).out(1));
  }

  private static void dnssecAndServices() {
    layout("SIG", RandomRdata::signature);
    layout("RRSIG", RandomRdata::signature);
    // Flags of a KEY that say 'no key' and a key after them would contradict each other.
    layout("KEY", r -> r.out(r.random.nextInt(64)).key());
    layout("DNSKEY CDNSKEY", r -> r.octets(1).key());
    layout("RKEY", r -> r.out(0).out(0).octets(2).octets(1).upTo(60));
    layout("CERT", r -> r.octets(6).upTo(200));
    layout("DS CDS TA DLV", r -> r.octets(3).digest(20, 32, 32, 48, 32, 32));
    layout("SSHFP", r -> r.octets(1).digest(20, 32));
    layout("ZONEMD", r -> r.octets(5).digest(48, 64, 12));
    layout("TLSA", r -> r.octets(4).upTo(64));
    layout("SMIMEA", r -> r.octets(4).upTo(64));
    layout("SINK", r -> r.octets(3).upTo(20));
    layout("NSEC", r -> r.name().bitmap());
    layout("NSEC3", r -> r.octets(4).string().hash().bitmap());
    layout("NSEC3PARAM", r -> r.octets(4).string());
    layout("CSYNC", r -> r.octets(6).bitmap());
    layout("DSYNC", r -> r.octets(5).name());
    layout("HIP", RandomRdata::hip);
    layout("IPSECKEY", RandomRdata::ipseckey);
    layout("AMTRELAY", r -> r.octets(1).relay());
    layout("SVCB", RandomRdata::service);
    layout("HTTPS", RandomRdata::service);
    layout("WINS", r -> r.zeros(4).octets(8).zeros(3).out(2).octets(8));
    layout("WINSR", r -> r.zeros(4).octets(8).name());
  }

  private static void layout(String types, Consumer<RandomRdata> writer) {
    for (String type : types.split(" ", -1)) {
      LAYOUTS.put(type, writer);
    }
  }

  /** Returns the mnemonics of the types that have a layout. */
  public static List<String> types() {
    return List.copyOf(LAYOUTS.keySet());
  }

  /** Returns RDATA of a type, any octets in its names and strings. */
  public static byte[] of(String type, long seed) {
    return of(type, seed, "");
  }

  /**
   * Returns RDATA of a type.
   *
   * @param alphabet what names and strings are made of; any octets if it is empty
   */
  static byte[] of(String type, long seed, String alphabet) {
    RandomRdata writer = new RandomRdata(new Random(seed), alphabet);
    LAYOUTS.get(type).accept(writer);
    return writer.out.toByteArray();
  }

  private RandomRdata out(int octet) {
    out.u8(octet);
    return this;
  }

  private RandomRdata zeros(int count) {
    for (int i = 0; i < count; i++) {
      out.u8(0);
    }
    return this;
  }

  private RandomRdata octets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    out.bytes(octets);
    return this;
  }

  private RandomRdata upTo(int max) {
    return octets(random.nextInt(max + 1));
  }

  private RandomRdata characters(int count) {
    if (alphabet.isEmpty()) {
      return octets(count);
    }
    for (int i = 0; i < count; i++) {
      out.u8(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return this;
  }

  private RandomRdata name() {
    for (int labels = random.nextInt(4); labels > 0; labels--) {
      int length = 1 + random.nextInt(random.nextInt(8) == 0 ? 63 : 8);
      out(length).characters(length);
    }
    return out(0);
  }

  private RandomRdata string() {
    int length = random.nextInt(random.nextInt(8) == 0 ? 256 : 12);
    return out(length).characters(length);
  }

  private RandomRdata digits(int min) {
    int length = min + random.nextInt(12);
    out(length);
    for (int i = 0; i < length; i++) {
      out('0' + random.nextInt(10));
    }
    return this;
  }

  private RandomRdata letters() {
    int length = 1 + random.nextInt(15);
    out(length);
    for (int i = 0; i < length; i++) {
      out('a' + random.nextInt(26));
    }
    return this;
  }

  private RandomRdata some(int min, Consumer<RandomRdata> member) {
    for (int count = min + random.nextInt(5); count > 0; count--) {
      member.accept(this);
    }
    return this;
  }

  private void maybe(Consumer<RandomRdata> member) {
    if (random.nextBoolean()) {
      member.accept(this);
    }
  }

  /** Writes a digest type and as many octets as it has. */
  private void digest(int... lengths) {
    int type = random.nextInt(lengths.length);
    out(type + 1).octets(lengths[type]);
  }

  private RandomRdata hash() {
    int length = 1 + random.nextInt(39);
    return out(length).octets(length);
  }

  private void bitmap() {
    TypeBitmap types = new TypeBitmap();
    for (int count = random.nextInt(8); count > 0; count--) {
      types.add(random.nextInt(random.nextBoolean() ? 300 : 65536));
    }
    types.writeTo(out);
  }

  private void signature() {
    // The original TTL is one of 31 bits (RFC 2181 §8).
    octets(4).out(random.nextInt(128)).octets(13).name().octets(1).upTo(300);
  }

  private void key() {
    octets(2).out(random.nextInt(253)).octets(1).upTo(300);
  }

  private void location() {
    int size = random.nextInt(10) << 4 | random.nextInt(10);
    out(0).out(size < 16 ? 0 : size).out(0x16).out(0x93);
    out.u32((1L << 31) + random.nextInt(648_000_001) - 324_000_000);
    out.u32((1L << 31) + random.nextInt(1_296_000_001) - 648_000_000);
    octets(4);
  }

  private void prefix() {
    boolean v6 = random.nextBoolean();
    int length = random.nextInt(v6 ? 17 : 5);
    out(0).out(v6 ? 2 : 1).out(random.nextInt(v6 ? 129 : 33));
    out((random.nextBoolean() ? 0x80 : 0) | length);
    if (length > 0) {
      octets(length - 1).out(1 + random.nextInt(255));
    }
  }

  private void a6() {
    int prefix = random.nextInt(129);
    out(prefix);
    int suffix = (128 - prefix + 7) / 8;
    if (suffix > 0) {
      out(random.nextInt(256) & 0xff >> (prefix & 7)).octets(suffix - 1);
    }
    if (prefix > 0) {
      name();
    }
  }

  private void hip() {
    int tag = 1 + random.nextInt(20);
    int key = 1 + random.nextInt(100);
    out(tag).octets(1).out(0).out(key).octets(tag).octets(key).some(0, RandomRdata::name);
  }

  private void gateway(int type) {
    switch (type) {
      case 1 -> octets(4);
      case 2 -> octets(16);
      case 3 -> name();
      default -> {}
    }
  }

  private void ipseckey() {
    int type = random.nextInt(4);
    int algorithm = random.nextInt(4);
    octets(1).out(type).out(algorithm).gateway(type);
    if (algorithm > 0) {
      octets(1).upTo(60);
    }
  }

  private void relay() {
    int type = random.nextInt(4);
    out((random.nextBoolean() ? 0x80 : 0) | type).gateway(type);
  }

  private void service() {
    octets(2).name();
    TreeSet<Integer> keys = new TreeSet<>();
    for (int count = random.nextInt(6); count > 0; count--) {
      keys.add(random.nextBoolean() ? 1 + random.nextInt(12) : random.nextInt(12, 65536));
    }
    if (keys.contains(2)) {
      keys.add(1);
    }
    if (!keys.isEmpty() && random.nextBoolean()) {
      out.u16(0).u16(2 * keys.size());
      keys.forEach(out::u16);
    }
    for (int key : keys) {
      byte[] value = value(key);
      out.u16(key).u16(value.length).bytes(value);
    }
  }

  private byte[] value(int key) {
    RandomRdata value = new RandomRdata(random, alphabet);
    switch (key) {
      case 1, 10 -> value.some(1, r -> r.out(3).characters(3));
      case 2, 8, 11 -> {}
      case 3 -> value.octets(2);
      case 4 -> value.some(1, r -> r.octets(4));
      case 6 -> value.some(1, r -> r.octets(16));
      case 7 -> value.out.ascii("/dns-query{?dns}");
      case 9 -> value.out.u16(random.nextInt(100)).u16(100 + random.nextInt(100));
      default -> value.octets(1).upTo(20);
    }
    return value.out.toByteArray();
  }
}
