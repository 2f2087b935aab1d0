package org.offlinesign.cli.command;

import java.io.IOException;
import java.util.List;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.sign.KeyPlanException;
import org.offlinesign.sign.OutputRefusedException;
import org.offlinesign.zonefile.ZoneFileException;

/** Says in words why a zone could not be signed. */
final class SigningOutcome {
  private final Environment env;
  private final String inputName;

  /**
   * @param inputName what is shown as the name of the zone file
   */
  SigningOutcome(Environment env, String inputName) {
    this.env = env;
    this.inputName = inputName;
  }

  /** Something that reads a zone and writes it with signatures. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException, ZoneFileException, KeyPlanException, OutputRefusedException;
  }

  <T> T of(Work<T> work) throws CommandException, IOException {
    try {
      return work.run();
    } catch (ZoneFileException e) {
      throw ZoneFileErrors.told(e, env).refusing(inputName, "nothing was written");
    } catch (KeyPlanException e) {
      throw CommandException.keys(String.valueOf(e.getMessage()), e.advice()).causedBy(e);
    } catch (UnsafeChangeException e) {
      e.findings().forEach(env::tell);
      throw CommandException.zone(
              "the new zone would break the chain of trust, so nothing was written",
              "wait for the time told above, or change what helps; --force REASON writes it all the"
                  + " same")
          .causedBy(e);
    } catch (OutputRefusedException e) {
      // Names of the zone are in them, which must not act on the terminal.
      e.findings().forEach(env::tell);
      throw new CommandException(
              ExitCode.BUG,
              "the signed zone failed its own check, so nothing was written",
              List.of(
                  "either this machine miscalculates, or this is a bug in offlinesign: please"
                      + " report the lines above and `offlinesign version -v`"))
          .causedBy(e);
    }
  }
}
