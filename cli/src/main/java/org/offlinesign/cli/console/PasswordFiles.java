package org.offlinesign.cli.console;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The passwords in files. What can be read but once, such as a pipe, is read once for all commands
 * of the process. Thread safe.
 */
public final class PasswordFiles implements Closeable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Map<Path, char[]> known = new HashMap<>();

  /** Returns the first line of a file, for the caller to wipe. */
  public char[] read(Path file) throws CommandException, IOException {
    if (Files.isDirectory(file)) {
      throw CommandException.environment("the password file " + file + " is a folder");
    }
    return Files.isRegularFile(file) ? firstLine(file) : readOnce(file);
  }

  private synchronized char[] readOnce(Path file) throws CommandException, IOException {
    char[] password = known.get(file);
    if (password == null) {
      password = firstLine(file);
      known.put(file, password);
    }
    return password.clone();
  }

  private static char[] firstLine(Path file) throws CommandException, IOException {
    byte[] octets = Files.readAllBytes(file);
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
      // Editors of Windows begin a file with a mark that nobody types when asked for the password.
      int begin = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
      int end = begin;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      if (end == begin) {
        throw CommandException.keys("the first line of the password file " + file + " is empty");
      }
      char[] password = Arrays.copyOfRange(text.array(), begin, end);
      Arrays.fill(text.array(), '\0');
      return password;
    } catch (CharacterCodingException e) {
      throw CommandException.keys("the password file " + file + " is not UTF-8 text").causedBy(e);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  /** Wipes the passwords. */
  @Override
  public synchronized void close() {
    known.values().forEach(password -> Arrays.fill(password, '\0'));
    known.clear();
  }
}
