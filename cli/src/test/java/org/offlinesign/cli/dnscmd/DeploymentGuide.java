package org.offlinesign.cli.dnscmd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.testing.Corpus;

/**
 * Microsoft's DNSSEC deployment guide, which lies beside the corpus: the command lines printed in
 * it.
 */
public final class DeploymentGuide {
  private static final Pattern COMMAND = Pattern.compile("(?i)dnscmd(\\.exe)?\\s+/.*");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private final List<String> lines;

  private DeploymentGuide(List<String> lines) {
    this.lines = lines;
  }

  /** Returns the guide, or skips (or fails) the calling test. */
  public static DeploymentGuide require() throws IOException {
    Path reference = Corpus.require().root().resolveSibling("reference");
    return new DeploymentGuide(
        Files.readAllLines(
            reference.resolve("dnssec-deployment-guide.txt"), StandardCharsets.UTF_8));
  }

  /** Returns the lines that are whole commands: they have variables to fill in and nothing else. */
  public List<String> examples() {
    return commands().stream().filter(line -> line.contains("%ZoneName%")).toList();
  }

  /** Returns the lines of Appendix I that say which switches a command has. */
  List<String> synopses() {
    int appendix = lines.lastIndexOf("Appendix I: DnsCmd.exe commands");
    return lines.subList(appendix, lines.size()).stream()
        .map(String::strip)
        .filter(line -> COMMAND.matcher(line).matches() || line.startsWith("/cert "))
        .toList();
  }

  /**
   * Returns the lines of Appendix I's tables that name a switch, such as {@code /alg=algorithm}.
   */
  List<String> switches() {
    int appendix = lines.lastIndexOf("Appendix I: DnsCmd.exe commands");
    return lines.subList(appendix, lines.size()).stream()
        .filter(line -> line.matches("/\\w+(=\\w+)?"))
        .toList();
  }

  /** Returns the commands in the text that are for a DNS server. */
  List<String> serverCommands() {
    return commands().stream()
        .filter(line -> !line.toLowerCase(Locale.ROOT).contains("/offlinesign"))
        .toList();
  }

  private List<String> commands() {
    List<String> commands = new ArrayList<>();
    for (String line : lines) {
      if (COMMAND.matcher(line.strip()).matches()) {
        commands.add(line.strip());
      }
    }
    return commands;
  }

  /** Returns the arguments of a command line, the program's name left out. */
  public static List<String> arguments(String line, Map<String, String> variables) {
    // The guide writes the variable with ".com" behind it where it is the whole name of the zone.
    String filled = line.replace("%ZoneName%.com", "%ZoneName%");
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      filled = filled.replace("%" + variable.getKey() + "%", variable.getValue());
    }
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(filled);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group());
    }
    return List.copyOf(words.subList(1, words.size()));
  }
}
