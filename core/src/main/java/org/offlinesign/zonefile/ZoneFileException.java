package org.offlinesign.zonefile;

import java.util.List;
import java.util.stream.Collectors;

/** A zone file that cannot be used, with everything that is wrong with it. */
public final class ZoneFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /**
   * Creates an exception.
   *
   * @param diagnostics in the order of the file; at least one
   */
  public ZoneFileException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::format).collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Returns errors, and the warnings and notices that came before and between them. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Returns the errors alone. */
  public List<Diagnostic> errors() {
    return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
  }
}
