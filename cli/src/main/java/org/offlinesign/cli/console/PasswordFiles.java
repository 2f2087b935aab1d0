package org.offlinesign.cli.console;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.offlinesign.key.MaskedPassword;

/**
 * The passwords in files. What can be read but once, such as a pipe, is read once for all commands
 * of the process. Thread safe.
 */
public final class PasswordFiles implements Closeable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int MAX_OCTETS = 4096;

  private final Map<Path, MaskedPassword> known = new HashMap<>();

  /** Returns the first line of a file, for the caller to wipe. */
  public char[] read(Path file) throws CommandException, IOException {
    if (Files.isDirectory(file)) {
      throw CommandException.environment(
          "the password file " + file + " is a folder",
          "name a file whose first line is the password");
    }
    if (!Files.exists(file)) {
      throw CommandException.environment(
          "there is no password file " + file,
          "make it, with the password in its first line, and chmod 600 it");
    }
    return Files.isRegularFile(file) ? firstLine(file) : readOnce(file);
  }

  private synchronized char[] readOnce(Path file) throws CommandException, IOException {
    MaskedPassword password = known.get(file);
    if (password != null) {
      return password.use(char[]::clone);
    }
    char[] read = firstLine(file);
    known.put(file, new MaskedPassword(read));
    return read;
  }

  private static char[] firstLine(Path file) throws CommandException, IOException {
    // Java would read through a buffer of its own, which it keeps as it is.
    ByteBuffer octets = ByteBuffer.allocateDirect(MAX_OCTETS + 1);
    char[] room = new char[MAX_OCTETS + 1];
    try {
      int length = readLine(file, octets);
      CharBuffer text = CharBuffer.wrap(room);
      CoderResult result =
          StandardCharsets.UTF_8.newDecoder().decode(octets.slice(0, length), text, true);
      if (result.isError() || hasNul(room, text.position())) {
        throw CommandException.keys(
            "the password file " + file + " is not UTF-8 text",
            "its first line is to be the password, in UTF-8");
      }
      // Editors of Windows begin a file with a mark that nobody types when asked for the password.
      int begin = text.position() > 0 && room[0] == BYTE_ORDER_MARK ? 1 : 0;
      if (begin == text.position()) {
        throw CommandException.keys(
            "the first line of the password file " + file + " is empty",
            "write the password into its first line");
      }
      return Arrays.copyOfRange(room, begin, text.position());
    } finally {
      Arrays.fill(room, '\0');
      octets.clear().put(new byte[octets.capacity()]);
    }
  }

  private static boolean hasNul(char[] text, int length) {
    for (int i = 0; i < length; i++) {
      if (text[i] == '\0') {
        return true;
      }
    }
    return false;
  }

  /** Reads the first line and returns its length; of what comes behind, no more than one piece. */
  private static int readLine(Path file, ByteBuffer octets) throws CommandException, IOException {
    int length = 0;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (channel.read(octets) > 0) {
        for (; length < octets.position(); length++) {
          if (octets.get(length) == '\n' || octets.get(length) == '\r') {
            return length;
          }
        }
        if (length > MAX_OCTETS) {
          throw CommandException.keys(
              "the first line of the password file " + file + " is longer than 4096 octets",
              "see that it is the right file");
        }
      }
    }
    return length;
  }

  /** Wipes the passwords. */
  @Override
  public synchronized void close() {
    known.values().forEach(MaskedPassword::close);
    known.clear();
  }
}
