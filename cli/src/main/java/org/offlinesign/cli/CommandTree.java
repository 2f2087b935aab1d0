package org.offlinesign.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.Candidates;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * All commands under one root, as picocli's tools for completion and manual pages look for them.
 * Nothing can be parsed with it.
 */
final class CommandTree {
  static final String PROGRAM = "offlinesign";

  private static final String[] OVERVIEW = {
    "Signs DNS zones away from the network, and keeps their keys. Each command has a page of its"
        + " own; *offlinesign COMMAND --help* is the short form of it. Lines written for"
        + " `dnscmd /OfflineSign` work as they are."
  };
  private static final String[] EXAMPLES = {
    "  offlinesign genkey --zone example.com --flags KSK --friendlyname KSK-example.com",
    "  offlinesign genkey --zone example.com --friendlyname ZSK-example.com",
    "  offlinesign signzone --input example.com.zone --output example.com.signed \\",
    "              --zone example.com --signkey KSK-example.com --signkey ZSK-example.com"
  };

  private CommandTree() {}

  /** Returns the program with all its commands. */
  static CommandSpec root() {
    CommandSpec root = node(PROGRAM, "sign DNS zones away from the network, and keep their keys");
    root.usageMessage().customSynopsis(PROGRAM + " COMMAND [OPTIONS]").description(OVERVIEW);
    showExamples(root, EXAMPLES);
    root.addOption(
        OptionSpec.builder("-V", "--version").description("Tell the version, and end.").build());
    for (CommandName name : CommandName.values()) {
      String[] words = name.toString().split(" ", -1);
      String last = words[words.length - 1];
      CommandSpec parent = words.length == 1 ? root : group(root, words[0]);
      parent.addSubcommand(last, command(name, last));
    }
    return root;
  }

  private static CommandSpec group(CommandSpec root, String word) {
    @Nullable CommandLine known = root.subcommands().get(word);
    if (known != null) {
      return known.getCommandSpec();
    }
    CommandGroup said = CommandGroup.of(word);
    CommandSpec group = node(word, said.summary());
    group.usageMessage().customSynopsis(PROGRAM + " " + word + " COMMAND [OPTIONS]");
    group.usageMessage().description("Commands to " + said.summary() + ".");
    showExamples(group, said.examples().toArray(String[]::new));
    root.addSubcommand(word, group);
    return group;
  }

  private static CommandSpec command(CommandName name, String word) {
    CommandSpec annotated = CommandSpec.forAnnotatedObject(name.newCommand());
    CommandSpec command = node(word, name.summary());
    command
        .usageMessage()
        .customSynopsis(annotated.usageMessage().customSynopsis())
        .description(annotated.usageMessage().description());
    showExamples(command, annotated.usageMessage().header());
    annotated.args().forEach(argument -> command.add(completed(argument)));
    if (name.isAudited()) {
      command.addOption(AuditOption.model());
    }
    return command;
  }

  private static CommandSpec node(String name, String summary) {
    CommandSpec node = CommandSpec.create().name(name);
    node.usageMessage()
        .header(summary)
        .sortOptions(false)
        .exitCodeListHeading("Exit status")
        .exitCodeList(exitCodes());
    node.addOption(
        OptionSpec.builder("-h", "--help").description("Explain the command, and end.").build());
    return node;
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "Done.");
    codes.put("1", "The zone, or what was verified, is at fault.");
    codes.put("2", "The command line is at fault.");
    codes.put("3", "The key store, or the choice of keys, is at fault.");
    codes.put("4", "The file system, or another part of the surroundings, is at fault.");
    codes.put("70", "The program is at fault.");
    return codes;
  }

  /** Has the lines shown as they are: between two such lines AsciiDoc changes nothing. */
  private static void showExamples(CommandSpec command, String... lines) {
    String[] block =
        Stream.of(
                Stream.of("...."),
                Arrays.stream(lines).map(CommandTree::unindented),
                Stream.of("...."))
            .flatMap(part -> part)
            .toArray(String[]::new);
    command.usageMessage().footerHeading("Examples").footer(block);
  }

  private static String unindented(String line) {
    return line.startsWith("  ") ? line.substring(2) : line;
  }

  /** Adds the words that are typed for a value; picocli knows only how constants are called. */
  private static ArgSpec completed(ArgSpec argument) {
    List<String> words = Candidates.of(argument.auxiliaryTypes()[0], argument.paramLabel());
    // An empty list would keep it from completing the names of files.
    if (words.isEmpty()) {
      return argument;
    }
    return argument instanceof OptionSpec option
        ? option.toBuilder().completionCandidates(words).build()
        : ((PositionalParamSpec) argument).toBuilder().completionCandidates(words).build();
  }
}
