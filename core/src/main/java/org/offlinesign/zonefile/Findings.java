package org.offlinesign.zonefile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects what is to be said about a zone file, up to a number of errors. */
final class Findings {
  private final int maxErrors;
  private final List<Diagnostic> all = new ArrayList<>();
  private final Set<LintCode> saidOnce = EnumSet.noneOf(LintCode.class);
  private int errors;

  Findings(int maxErrors) {
    this.maxErrors = maxErrors;
  }

  /** Adds an error; the one after the last allowed ends the reading. */
  void error(Spot spot, LintCode code, String message) throws ZoneFileException {
    if (errors == maxErrors) {
      String given = "too many errors, gave up after " + errors;
      all.add(Diagnostic.of(spot.place(), LintCode.TOO_MANY_ERRORS, given));
      throw new ZoneFileException(all);
    }
    errors++;
    all.add(Diagnostic.of(spot.place(), code, message).in(spot.excerpt()));
  }

  /** Adds an error after which there is no use in reading on, and returns everything. */
  ZoneFileException last(Place place, String message) {
    all.add(Diagnostic.of(place, LintCode.SYNTAX, message));
    return new ZoneFileException(all);
  }

  /** Adds a warning or a notice the first time that its code comes up. */
  void once(Spot spot, LintCode code, String message) {
    once(code.severity(), spot, code, message);
  }

  /** Adds something of unusual severity the first time that its code comes up. */
  void once(Severity severity, Spot spot, LintCode code, String message) {
    if (saidOnce.add(code)) {
      all.add(Diagnostic.of(spot.place(), code, message).in(spot.excerpt()).as(severity));
    }
  }

  /** Returns everything, errors included. */
  List<Diagnostic> all() {
    return all;
  }

  /** Returns everything that is no error, or throws everything if there are errors. */
  List<Diagnostic> close() throws ZoneFileException {
    if (errors > 0) {
      throw new ZoneFileException(all);
    }
    return all;
  }
}
