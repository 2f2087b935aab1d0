package org.offlinesign.seal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.name.DnsName;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.RecordComments;

/**
 * The closing line of a zone file, by which the program knows again what it wrote: a comment with
 * the signature of a key of the zone over the digest of all octets before it.
 *
 * @param layout that of the file
 * @param proof whether its signatures had been verified
 * @param algorithm that of the key
 * @param keyTag that of the key
 * @param signature in the form that an RRSIG record holds, in base 64
 */
record Seal(FileLayout layout, Proof proof, int algorithm, int keyTag, String signature) {
  /** The longest line: a signature of 4096 bits in base 64, and the words before it. */
  static final int MAX_LENGTH = 1024;

  private static final Pattern LINE =
      Pattern.compile(
          RecordComments.SEAL
              + "1 (text|full|windows) (verified|unverified) (\\d{1,3}) (\\d{1,5})"
              + " ([A-Za-z0-9+/]+={0,2})\r?\n");

  /**
   * What is signed begins as an RRSIG record of type 65535 would, which is reserved (RFC 6895
   * §3.1), and whose algorithm would be the first letter of the purpose: 111, which no key has that
   * signs. So the signature can never be passed off as one of the zone's data, whatever its types.
   */
  private static final int NO_TYPE = 0xffff;

  private static final String PURPOSE = "offlinesign zone file seal 1";

  /** Returns what a line says, if it is a closing line. */
  static Optional<Seal> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Seal(
            FileLayout.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
            Proof.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)),
            Integer.parseInt(matcher.group(3)),
            Integer.parseInt(matcher.group(4)),
            matcher.group(5)));
  }

  /** Returns the line without its end. */
  String line() {
    return RecordComments.SEAL
        + "1 "
        + layout.word()
        + " "
        + word(proof)
        + " "
        + algorithm
        + " "
        + keyTag
        + " "
        + signature;
  }

  /** Returns the octets that the signature covers. */
  static byte[] signedOctets(DnsName zone, FileLayout layout, Proof proof, byte[] digest) {
    WireWriter out = new WireWriter(400);
    out.u16(NO_TYPE);
    out.ascii(PURPOSE).u8(0).ascii(layout.word()).u8(0).ascii(word(proof)).u8(0);
    zone.writeLowerCaseTo(out);
    return out.bytes(digest).toByteArray();
  }

  private static String word(Proof proof) {
    return proof.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the octets of a line. */
  static byte[] octets(String line) {
    return line.getBytes(StandardCharsets.ISO_8859_1);
  }
}
