package org.offlinesign.cli.command;

import java.io.IOException;
import java.util.List;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Words;
import org.offlinesign.sign.KeyPlanException;
import org.offlinesign.sign.OutputRefusedException;
import org.offlinesign.sign.SigningReport;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.ZoneSigner;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.ZoneFileException;

/** Signs with a display of the progress, and says in words why a zone could not be signed. */
final class SigningOutcome {
  private final Environment env;
  private final SigningProgress progress;

  SigningOutcome(Environment env, SigningProgress progress) {
    this.env = env;
    this.progress = progress;
  }

  SigningReport of(ZoneSigner signer, SigningRequest.Builder asked)
      throws CommandException, IOException {
    SigningRequest request = asked.listener(progress).build();
    // The display is taken away before anything else is printed.
    try (progress) {
      return signer.sign(request);
    } catch (ZoneFileException e) {
      throw ofZone(request, e);
    } catch (KeyPlanException e) {
      throw CommandException.keys(text(e)).causedBy(e);
    } catch (OutputRefusedException e) {
      e.findings().forEach(env.err()::println);
      throw new CommandException(
              ExitCode.BUG,
              "the signed zone failed its own check, so nothing was written",
              List.of(
                  "either this machine miscalculates, or this is a bug in offlinesign: please"
                      + " report the lines above and `offlinesign version -v`"))
          .causedBy(e);
    }
  }

  private CommandException ofZone(SigningRequest request, ZoneFileException e) {
    for (Diagnostic finding : e.diagnostics()) {
      env.err().println(finding.format());
    }
    return CommandException.zone(
            request.input().name()
                + " has "
                + Words.count(e.errors().size(), "error")
                + ", so nothing was signed and nothing was written",
            "correct the lines above; `offlinesign checkzone` reads a zone file without signing")
        .causedBy(e);
  }

  private static String text(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
