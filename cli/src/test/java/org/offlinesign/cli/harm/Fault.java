package org.offlinesign.cli.harm;

/**
 * A call of the system that fails.
 *
 * @param count how many such calls the thread has made by then, this one included
 * @param file what the name of the file begins with that the call is about
 */
record Fault(String call, String error, int count, String file) {
  /** The part of the names of unfinished files that never changes. */
  static final String MARK = "offlinesign-";

  /** Returns the fault of a call that was seen. */
  static Fault of(CallTrace.Call call, String error) {
    return new Fault(call.name(), error, call.count(), file(call.arguments()));
  }

  /** Returns the same fault where another run makes the call. */
  Fault at(int newCount) {
    return new Fault(call, error, newCount, file);
  }

  /** Says whether a call is the one that is to fail, whenever it is made. */
  boolean isAbout(String name, String arguments) {
    return name.equals(call) && isAbout(arguments);
  }

  /** Says whether the arguments of such a call name the file. */
  boolean isAbout(String arguments) {
    return arguments.contains(MARK) && file(arguments).equals(file);
  }

  /** Returns it as strace takes it. */
  String harm() {
    return call + ":error=" + error + ":when=" + count;
  }

  private static String file(String arguments) {
    int end = arguments.indexOf(MARK);
    return end < 0 ? "" : arguments.substring(arguments.lastIndexOf('/', end), end);
  }
}
