package org.offlinesign.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.offlinesign.cli.audit.AuditTrail;
import org.offlinesign.cli.audit.KnownOptions;
import org.offlinesign.cli.audit.TypedWords;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.dnscmd.DnscmdOptions;

/** Runs a line, and tells an audit log before and after it, if there is to be one. */
final class AuditedOutcome {
  private AuditedOutcome() {}

  static ExitCode ofNativeSpelling(List<String> words, Invocations invocations, Environment env) {
    Subcommand command = new NativeSpelling(words, invocations);
    return AuditOption.ofNativeSpelling(words, env)
        .map(log -> audited(log, nativeLine(words, invocations, env), command, env))
        .orElseGet(() -> new Outcome(env).of(command));
  }

  static ExitCode ofWindowsSpelling(List<String> words, Invocations invocations, Environment env) {
    Subcommand command = new WindowsSpelling(words, invocations);
    return AuditOption.ofWindowsSpelling(words, env)
        .map(log -> audited(log, windowsLine(words), command, env))
        .orElseGet(() -> new Outcome(env).of(command));
  }

  private static List<String> nativeLine(
      List<String> words, Invocations invocations, Environment env) {
    return line("offlinesign", words, invocations.knownOptions(words, env));
  }

  private static List<String> windowsLine(List<String> words) {
    return line("dnscmd", words, new DnscmdOptions());
  }

  private static List<String> line(String program, List<String> words, KnownOptions options) {
    List<String> line = new ArrayList<>();
    line.add(program);
    line.addAll(TypedWords.withoutSecrets(words, options));
    return line;
  }

  private static ExitCode audited(
      String log, List<String> line, Subcommand command, Environment env) {
    AuditTrail trail;
    try {
      trail = AuditTrail.begin(log, line, env);
    } catch (CommandException e) {
      return new Outcome(env).report(e);
    }
    Outcome outcome = new Outcome(env.with(forLinesOfBatch(log, env)).with(trail.notes()));
    ExitCode code = outcome.of(command);
    try {
      trail.end(code, outcome.failure());
      return code;
    } catch (CommandException e) {
      return outcome.report(e);
    }
  }

  /** The lines of a batch are told to the same log, unless they name another. */
  private static Map<String, String> forLinesOfBatch(String log, Environment env) {
    Map<String, String> variables = new HashMap<>(env.variables());
    variables.put(AuditOption.variable(), log);
    return variables;
  }
}
