package org.offlinesign.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The formats that keys come in, told by what a file holds. */
enum KeyFileKind {
  /** A pair of files of BIND, one of which is named. */
  BIND,
  /** PKCS #8 or what OpenSSL wrote before that, as text. */
  PEM,
  /** A key store. */
  PKCS12;

  // OpenSSL may write what it knows of a key before the key itself.
  private static final int LOOKED_AT = 4096;
  private static final String PEM_BEGIN = "-----BEGIN ";
  private static final int DER_SEQUENCE = 0x30;
  private static final int DER_LONG_LENGTH = 0x80;

  /** Returns the format of a file; that of BIND where there is no such file. */
  static KeyFileKind of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return BIND;
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LOOKED_AT);
    }
    if (new String(start, StandardCharsets.ISO_8859_1).contains(PEM_BEGIN)) {
      return PEM;
    }
    boolean der =
        start.length > 1 && start[0] == DER_SEQUENCE && (start[1] & 0xff) >= DER_LONG_LENGTH;
    return der ? PKCS12 : BIND;
  }
}
