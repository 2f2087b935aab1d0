package org.offlinesign.cli.argument;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Similarity;
import org.offlinesign.zonefile.LintCode;

/** Codes of findings in zone files as they are typed. */
final class LintCodeArgument {
  private LintCodeArgument() {}

  static LintCode parse(String text) throws CommandException {
    String code = text.strip().toLowerCase(Locale.ROOT);
    return LintCode.of(code).orElseThrow(() -> unknown(code));
  }

  private static CommandException unknown(String code) {
    List<String> codes = Arrays.stream(LintCode.values()).map(LintCode::code).toList();
    String list = "`offlinesign checkzone --list-rules` lists the codes";
    String refusal = "'" + code + "' is not the code of a finding";
    return Similarity.closest(code, codes)
        .map(near -> CommandException.usage(refusal, "did you mean " + near + "?", list))
        .orElseGet(() -> CommandException.usage(refusal, list));
  }
}
