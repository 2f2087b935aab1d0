package org.offlinesign.cli.argument;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.lint.LintPolicy;
import org.offlinesign.lint.LintPolicy.Treatment;
import org.offlinesign.zonefile.LintCode;
import picocli.CommandLine.Option;

/** The options that say how much the findings of a check matter. */
public final class LintOptions {
  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "A file with lines such as \"error mx-is-alias\", \"warning\", \"notice\" and"
              + " \"ignore ns-single, host-name\".")
  private @Nullable Path policyFile;

  @Option(
      names = "--error",
      split = ",",
      paramLabel = "CODE[,CODE]",
      description = "Findings of these codes are errors, so that the command ends with 1.")
  private List<LintCode> errors = List.of();

  @Option(
      names = "--warning",
      split = ",",
      paramLabel = "CODE[,CODE]",
      description = "Findings of these codes are warnings.")
  private List<LintCode> warnings = List.of();

  @Option(
      names = "--notice",
      split = ",",
      paramLabel = "CODE[,CODE]",
      description = "Findings of these codes are notices.")
  private List<LintCode> notices = List.of();

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "CODE[,CODE]",
      description = "Findings of these codes are neither listed nor counted.")
  private List<LintCode> ignored = List.of();

  /** Returns what the policy file and, over it, the other options decide. */
  public LintPolicy policy(Environment env) throws CommandException, IOException {
    LintPolicy policy = LintPolicy.usual();
    if (policyFile != null) {
      policy = new LintPolicyFile(env.resolve(policyFile)).addTo(policy);
      env.notes().read(env.resolve(policyFile));
    }
    checkOnce();
    policy = decide(policy, errors, Treatment.ERROR);
    policy = decide(policy, warnings, Treatment.WARNING);
    policy = decide(policy, notices, Treatment.NOTICE);
    return decide(policy, ignored, Treatment.IGNORE);
  }

  private void checkOnce() throws CommandException {
    List<List<LintCode>> lists = List.of(errors, warnings, notices, ignored);
    for (LintCode code : LintCode.values()) {
      if (lists.stream().filter(list -> list.contains(code)).count() > 1) {
        throw CommandException.usage(
            "the code "
                + code
                + " is given to more than one of --error, --warning, --notice and"
                + " --ignore",
            "give it to one of them");
      }
    }
  }

  private static LintPolicy decide(LintPolicy policy, List<LintCode> codes, Treatment treatment)
      throws CommandException {
    LintPolicy decided = policy;
    for (LintCode code : codes) {
      decided = decide(decided, code, treatment);
    }
    return decided;
  }

  /** Returns a policy with one more decision. */
  static LintPolicy decide(LintPolicy policy, LintCode code, Treatment treatment)
      throws CommandException {
    if (code.isUnreadable() && treatment != Treatment.ERROR) {
      throw CommandException.usage(
          code
              + " cannot be "
              + treatment.name().toLowerCase(Locale.ROOT)
              + ": a record that could not be read is always an error");
    }
    return policy.with(code, treatment);
  }
}
