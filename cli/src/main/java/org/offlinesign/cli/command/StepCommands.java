package org.offlinesign.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.offlinesign.cli.command.PlannedKeys.Planned;
import org.offlinesign.cli.console.ShellText;
import org.offlinesign.key.KeySpec;
import org.offlinesign.rollover.DsWish;
import org.offlinesign.rollover.PlannedStep;
import org.offlinesign.rollover.RolloverKey;
import org.offlinesign.rollover.RolloverPlan;
import org.offlinesign.rollover.RolloverSession;
import org.offlinesign.rollover.StepKind;

/** The lines to type for the steps of a rollover. */
final class StepCommands {
  private static final List<String> OF_STORE =
      List.of("--keystore", "--store", "--store-type", "--password-file");

  /** What holds for the run alone in which it is typed. */
  private static final List<String> OF_ONE_RUN =
      List.of(
          "--method",
          "--replace",
          "--alg",
          "--length",
          "--now",
          "--force",
          "--parent-ds",
          "--ics",
          "--svg",
          "--json",
          "--quiet",
          "--start",
          "--end",
          "--zone",
          "--input",
          "--output",
          "--previous");

  private static final int REVOKED_KSK = 385;

  private final RolloverSession session;
  private final RolloverPlan plan;
  private final PlannedKeys keys;
  private final Others others;
  private final TypedLine typed;

  /** Whether it takes more than the zone to say which rollover is meant. */
  enum Others {
    NONE,
    UNDER_WAY
  }

  /**
   * @param typed the line of the command that tells of these
   */
  StepCommands(ShownRollover.Known known, PlannedKeys keys, Others others, TypedLine typed) {
    this.session = known.session();
    this.plan = known.plan();
    this.keys = keys;
    this.others = others;
    this.typed = typed;
  }

  /** Returns the line by which this program does a step. */
  String next(PlannedStep step) {
    List<String> words = new ArrayList<>(List.of("offlinesign", "rollover", "next"));
    boolean begins = !session.isUnderWay() && step.number() == 1;
    if (begins || others == Others.UNDER_WAY) {
      words.add(session.method().label());
    }
    if (begins) {
      words.addAll(typed.only(List.of("--replace", "--alg", "--length")));
    }
    words.addAll(files());
    words.addAll(typed.without(OF_ONE_RUN));
    if (step.kind() == StepKind.PARENT) {
      words.addAll(typed.has("--parent-ds") ? typed.only(List.of("--parent-ds")) : PARENT_FILE);
    }
    return ShellText.line(words);
  }

  private static final List<String> PARENT_FILE = List.of("--parent-ds", "FILE");

  private List<String> files() {
    return Stream.of(
            List.of("--zone", zone()), typedOr("--input", "FILE"), typedOr("--output", "FILE"))
        .flatMap(List::stream)
        .toList();
  }

  private String zone() {
    return plan.zone().isRoot() ? "." : plan.zone().toString().replaceAll("\\.$", "");
  }

  private List<String> typedOr(String option, String usual) {
    return typed.has(option) ? typed.only(List.of(option)) : List.of(option, usual);
  }

  /** Returns the lines by which the same is done without {@code rollover next}; may be none. */
  List<String> byHand(PlannedStep step) {
    List<String> lines = new ArrayList<>();
    if (step.number() == 1) {
      keys.toMake().forEach((name, spec) -> lines.add(makeKey(name, spec)));
    }
    switch (step.kind()) {
      case SIGN -> lines.addAll(sign(step));
      case UNSIGN -> lines.add(line("unsignzone", List.of(files(), List.of("--ds", "drop"))));
      case PARENT -> step.dsWish().map(this::handOver).ifPresent(lines::addAll);
    }
    return lines;
  }

  private String makeKey(String name, KeySpec spec) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--zone", zone(), "--flags", spec.role().name()));
    words.addAll(List.of("--alg", spec.algorithm().mnemonic().toLowerCase(Locale.ROOT)));
    if (!spec.algorithm().keyLengths().isFixed()) {
      words.addAll(List.of("--length", Integer.toString(spec.bits())));
    }
    words.addAll(List.of("--friendlyname", name));
    return line("genkey", List.of(words, typed.only(OF_STORE)));
  }

  private List<String> sign(PlannedStep step) {
    List<String> options = new ArrayList<>();
    for (Planned key : keys.after(step)) {
      switch (key.state()) {
        case ACTIVE ->
            options.addAll(List.of(key.isAlone() ? "--signkey-allrr" : "--signkey", key.name()));
        case PUBLISHED, INACTIVE -> options.addAll(List.of("--addkey", key.name()));
        case REVOKED ->
            options.addAll(
                List.of("--signkey-dnskeyonly", key.name() + ",set-flags:" + REVOKED_KSK));
        case SIGNING_ONLY -> {
          if (key.isAlone()) {
            return List.of(
                "# no option of signzone has "
                    + key.name()
                    + " sign everything without being published; `rollover next` does");
          }
          options.addAll(List.of("--signkey-unpublished", key.name()));
        }
        case FUTURE, DELETED -> {}
      }
    }
    return List.of(line("signzone", List.of(files(), typed.only(OF_STORE), options)));
  }

  private List<String> handOver(DsWish wish) {
    if (wish.present().isEmpty()) {
      return List.of();
    }
    List<String> options = new ArrayList<>(List.of("--zone", zone()));
    for (RolloverKey key : wish.present()) {
      options.addAll(List.of("--key", keys.nameOf(key)));
    }
    return List.of(
        line("dsset", List.of(options, typed.only(OF_STORE), List.of("--format", "dsset"))));
  }

  private static String line(String command, List<List<String>> options) {
    Stream<String> words = options.stream().flatMap(List::stream);
    return ShellText.line(Stream.concat(Stream.of("offlinesign", command), words).toList());
  }
}
