package org.offlinesign.cli.harm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls of the system by which a program touches a folder, as strace has written them down. */
final class CallTrace {
  /** Calls that change files, or make sure of what was changed. */
  static final String CALLS =
      "openat,write,pwrite64,fsync,rename,unlink,unlinkat,close,fcntl,chmod,chown,ftruncate";

  // Such as: 6799  fsync(22</tmp/x/.s.offlinesign-de4159c4>) = 0
  private static final Pattern CALL = Pattern.compile("^(\\d+) +(\\w+)\\((.*)$");

  private CallTrace() {}

  /** A call that a thread makes, by how many of its kind the thread has made. */
  record Call(String name, int count, String arguments) {}

  /** Returns the calls of all threads, in the order in which they were made. */
  static List<Call> read(Path trace, Path folder) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    List<Call> calls = new ArrayList<>();
    for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
      Matcher matcher = CALL.matcher(line);
      if (matcher.matches()) {
        int count = counts.merge(matcher.group(1) + " " + matcher.group(2), 1, Integer::sum);
        if (touches(matcher.group(3), folder.toString())) {
          calls.add(new Call(matcher.group(2), count, matcher.group(3)));
        }
      }
    }
    return calls;
  }

  /**
   * Returns the arguments of the calls that strace has let fail, but for those by which Java's
   * compilers ask the system time and again how much memory there is.
   */
  static List<String> failed(Path trace) throws IOException {
    Map<String, String> begun = new HashMap<>();
    List<String> failed = new ArrayList<>();
    for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
      String thread = line.substring(0, Math.max(0, line.indexOf(' ')));
      Matcher matcher = CALL.matcher(line);
      if (matcher.matches()) {
        begun.put(thread, matcher.group(3));
      }
      if (line.endsWith("(INJECTED)")) {
        failed.add(begun.getOrDefault(thread, line));
      }
    }
    failed.removeIf(arguments -> arguments.matches(".*\"/(sys|proc)/.*"));
    return failed;
  }

  /** Says whether a file of a folder, in which the program was started, is among the arguments. */
  private static boolean touches(String arguments, String folder) {
    String rest = arguments.replace("AT_FDCWD<" + folder + ">", "");
    return rest.contains(folder) || rest.matches(", \"[^/].*");
  }
}
