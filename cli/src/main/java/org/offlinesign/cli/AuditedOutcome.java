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
    List<String> logs = AuditOption.ofNativeSpelling(words, env);
    return logs.isEmpty()
        ? new Outcome(env).of(command)
        : audited(logs, nativeLine(words, invocations, env), command, env);
  }

  static ExitCode ofWindowsSpelling(List<String> words, Invocations invocations, Environment env) {
    Subcommand command = new WindowsSpelling(words, invocations);
    List<String> logs = AuditOption.ofWindowsSpelling(words, env);
    return logs.isEmpty()
        ? new Outcome(env).of(command)
        : audited(logs, windowsLine(words), command, env);
  }

  private static List<String> nativeLine(
      List<String> words, Invocations invocations, Environment env) {
    return line("offlinesign", words, invocations.knownOptions(words, env));
  }

  private static List<String> windowsLine(List<String> words) {
    return line("dnscmd", words, DnscmdOptions.of(words));
  }

  private static List<String> line(String program, List<String> words, KnownOptions options) {
    List<String> line = new ArrayList<>();
    line.add(program);
    line.addAll(TypedWords.withoutSecrets(words, options));
    return line;
  }

  private static ExitCode audited(
      List<String> logs, List<String> line, Subcommand command, Environment env) {
    AuditTrail trail;
    try {
      trail = AuditTrail.begin(logs, line, env);
    } catch (CommandException e) {
      return new Outcome(env).report(e);
    }
    Outcome outcome = new Outcome(env.with(forLinesOfBatch(logs.get(0), env)).with(trail.notes()));
    ExitCode code = outcome.of(command);
    try {
      trail.end(code, outcome.failure());
      return code;
    } catch (CommandException e) {
      return outcome.report(e);
    }
  }

  /** The lines of a batch are told to its log, and to the one that they name. */
  private static Map<String, String> forLinesOfBatch(String log, Environment env) {
    Map<String, String> variables = new HashMap<>(env.variables());
    variables.put(AuditOption.variable(), log);
    return variables;
  }
}
