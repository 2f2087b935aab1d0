package org.offlinesign.cli.harm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms in which a secret could come to light, and where they do. */
final class Traces {
  private static final int PIECE = 1 << 22;

  private final Map<String, byte[]> forms = new LinkedHashMap<>();

  private Traces() {}

  /** Looks for a password as text, as Java and as PKCS #12 hold it. */
  static Traces ofPassword(String password) {
    Traces traces = new Traces();
    for (Charset charset :
        List.of(
            StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      traces.forms.put(charset.name(), password.getBytes(charset));
    }
    return traces;
  }

  /** Looks for octets, and for text that spells them. */
  static Traces ofOctets(byte[] secret) {
    Traces traces = new Traces();
    traces.forms.put("octets", secret.clone());
    traces.forms.put("hex", ascii(HexFormat.of().formatHex(secret)));
    traces.forms.put("HEX", ascii(HexFormat.of().withUpperCase().formatHex(secret)));
    // What base 64 spells depends on where in the text it begins, but for the ends.
    for (int shift = 0; shift < 3; shift++) {
      byte[] tail = Arrays.copyOfRange(secret, shift, shift + (secret.length - shift) / 3 * 3);
      traces.forms.put("base 64 from " + shift, ascii(Base64.getEncoder().encodeToString(tail)));
    }
    return traces;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns which forms are in some text. */
  List<String> in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns which forms are in some octets. */
  List<String> in(byte[] octets) {
    List<String> found = new ArrayList<>();
    forms.forEach(
        (name, form) -> {
          if (contains(octets, octets.length, form)) {
            found.add(name);
          }
        });
    return found;
  }

  /** Returns which forms are in a file of any size. */
  List<String> in(Path file) throws IOException {
    int overlap = forms.values().stream().mapToInt(form -> form.length).max().orElse(0);
    List<String> found = new ArrayList<>();
    byte[] piece = new byte[PIECE + overlap];
    int kept = 0;
    try (InputStream octets = Files.newInputStream(file)) {
      for (int read; (read = octets.readNBytes(piece, kept, PIECE)) > 0; ) {
        int length = kept + read;
        forms.forEach(
            (name, form) -> {
              if (!found.contains(name) && contains(piece, length, form)) {
                found.add(name);
              }
            });
        kept = Math.min(overlap, length);
        System.arraycopy(piece, length - kept, piece, 0, kept);
      }
    }
    return found;
  }

  private static boolean contains(byte[] octets, int length, byte[] form) {
    for (int i = 0; i + form.length <= length; i++) {
      if (octets[i] == form[0] && Arrays.equals(octets, i, i + form.length, form, 0, form.length)) {
        return true;
      }
    }
    return false;
  }
}
