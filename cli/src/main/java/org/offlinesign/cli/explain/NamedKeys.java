package org.offlinesign.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;

/** Keys that a line names by the files they are in. */
final class NamedKeys {
  private static final Pattern NAME =
      Pattern.compile("(?:.*/)?(K([a-z0-9_.-]*)\\.\\+\\d{3}\\+\\d{5})", Pattern.CASE_INSENSITIVE);

  private final List<String> files = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private @Nullable String zone;

  /**
   * Adds a key.
   *
   * @param folder what a name without a folder is relative to; empty for the current one
   */
  void add(String file, String folder) throws CommandException {
    String base = file.replaceFirst("\\.(key|private)?$", "");
    Matcher name = NAME.matcher(base);
    if (!name.matches()) {
      throw CommandException.usage(
          "'" + file + "' is no name of a key's files, such as Kexample.com.+013+12345",
          "import the key with `offlinesign importkey --friendlyname NAME FILE`, and sign with"
              + " --signkey NAME");
    }
    files.add(folder.isEmpty() || base.contains("/") ? base : folder + "/" + base);
    names.add(name.group(1));
    zone = name.group(2);
  }

  boolean areNone() {
    return names.isEmpty();
  }

  /** Returns the zone that the last name tells. */
  Optional<String> zone() {
    return Optional.ofNullable(zone);
  }

  /** Returns the names by which the keys are selected once they are imported. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** Returns the command that takes the keys into the key store. */
  List<String> importCommand() {
    List<String> words = new ArrayList<>(List.of("importkey"));
    words.addAll(files);
    return words;
  }
}
