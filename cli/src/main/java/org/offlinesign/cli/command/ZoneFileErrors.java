package org.offlinesign.cli.command;

import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Words;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.ZoneFileException;

/** The errors of a zone file, which have been told, and what follows from them. */
final class ZoneFileErrors {
  private final ZoneFileException errors;

  private ZoneFileErrors(ZoneFileException errors) {
    this.errors = errors;
  }

  /** Tells every error with its place. */
  static ZoneFileErrors told(ZoneFileException errors, Environment env) {
    for (Diagnostic finding : errors.diagnostics()) {
      env.err().println(finding.format());
    }
    return new ZoneFileErrors(errors);
  }

  /** Returns why a command cannot be done. */
  CommandException refusing(String file, String consequence) {
    return CommandException.zone(
            file + " has " + Words.count(errors.errors().size(), "error") + ", so " + consequence,
            advice())
        .causedBy(errors);
  }

  private String advice() {
    boolean isOfOtherZone =
        errors.errors().stream().allMatch(error -> error.code() == LintCode.SOA_MISSING);
    return isOfOtherZone
        ? "give --zone the name of the zone that the file is of, or the file an SOA record"
        : "correct the lines above; `offlinesign checkzone` reads a zone file without signing";
  }
}
