package org.offlinesign.cli.dnscmd;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a line of {@code dnscmd /OfflineSign} into the native arguments that mean the same.
 *
 * <p>The native commands do not learn which spelling was typed. A line that can be read in two ways
 * is refused.
 */
public final class DnscmdTranslator {
  private static final String OFFLINE_SIGN = "offlinesign";
  private static final Set<String> THIS_MACHINE = Set.of(".", "localhost", "127.0.0.1", "::1");
  private static final Set<String> HELP = Set.of("?", "help", "-help");
  private static final String FORM =
      "dnscmd [.] /OfflineSign {/GenKey | /SignZone | /DeleteKey | /AddKey} ...";

  private static final Map<Switch, String> OPTIONS = options();

  private DnscmdTranslator() {}

  /** Returns whether the arguments are in the Windows spelling, by the first of them. */
  public static boolean isDnscmd(List<String> arguments) {
    return !arguments.isEmpty()
        && ArgumentReader.switchName(arguments.get(0))
            .filter(name -> isOfflineSign(name) || Verb.named(name).isPresent())
            .isPresent();
  }

  /** Returns the text to show when the line asks for help, as in {@code dnscmd /?}. */
  public static Optional<String> help(List<String> arguments) {
    boolean asked =
        !arguments.isEmpty()
            && ArgumentReader.switchName(arguments.get(arguments.size() - 1))
                .filter(HELP::contains)
                .isPresent();
    return asked ? Optional.of(DnscmdHelp.TEXT) : Optional.empty();
  }

  /**
   * Returns the native command.
   *
   * @param arguments what follows the program's name
   * @throws DnscmdSyntaxException if the line is refused
   */
  public static DnscmdCommand translate(List<String> arguments) throws DnscmdSyntaxException {
    List<String> rest = withoutServer(arguments);
    if (isOfflineSign(rest)) {
      rest = rest.subList(1, rest.size());
    }
    if (rest.isEmpty()) {
      throw new DnscmdSyntaxException("the command is missing", FORM);
    }
    Verb verb = verb(rest.get(0));
    ParsedLine line = ParsedLine.parse(verb, rest.subList(1, rest.size()));
    return new DnscmdCommand(nativeArguments(verb, line), notices(verb, rest.get(0)));
  }

  /** Says whether a line begins with a server that is the machine it is typed on. */
  static boolean namesThisMachine(List<String> line) {
    return !line.isEmpty() && THIS_MACHINE.contains(line.get(0).toLowerCase(Locale.ROOT));
  }

  private static List<String> withoutServer(List<String> arguments) {
    return namesThisMachine(arguments) ? arguments.subList(1, arguments.size()) : arguments;
  }

  private static boolean isOfflineSign(List<String> arguments) {
    return !arguments.isEmpty()
        && ArgumentReader.switchName(arguments.get(0))
            .filter(DnscmdTranslator::isOfflineSign)
            .isPresent();
  }

  /** Says whether the name of a switch, in lower case, is that of this toolkit. */
  static boolean isOfflineSign(String name) {
    return name.equals(OFFLINE_SIGN);
  }

  private static Verb verb(String argument) throws DnscmdSyntaxException {
    String name =
        ArgumentReader.switchName(argument)
            .orElseThrow(
                () ->
                    new DnscmdSyntaxException(
                        "a word stands where a command such as /SignZone belongs; it is not repeated,"
                            + " because it may be a password (no other server than this machine"
                            + " can be named)",
                        FORM));
    Optional<Verb> verb = Verb.named(name);
    if (verb.isPresent()) {
      return verb.get();
    }
    throw new DnscmdSyntaxException(
        ServerCommands.unknown(argument, name, "command of /OfflineSign"), FORM);
  }

  private static List<String> notices(Verb verb, String typed) {
    boolean slip =
        ArgumentReader.switchName(typed)
            .filter(name -> !verb.toString().toLowerCase(Locale.ROOT).equals("/" + name))
            .isPresent();
    return slip ? List.of(typed + " was taken as " + verb) : List.of();
  }

  private static List<String> nativeArguments(Verb verb, ParsedLine line) {
    List<String> result = new ArrayList<>();
    result.add(
        switch (verb) {
          case GEN_KEY -> "genkey";
          case SIGN_ZONE -> "signzone";
          case DELETE_KEY -> "deletekey";
          case ADD_KEY -> "addkey";
        });
    addOptions(result, line.values());
    result.addAll(line.denialOptions());
    for (KeyDescription key : line.keys()) {
      addKey(result, key);
    }
    return result;
  }

  private static void addKey(List<String> result, KeyDescription key) {
    if (key.use() == KeyUse.DELETE) {
      addOptions(result, key.storeOptions());
      result.add(key.identity());
    } else {
      result.add(key.option() + "=" + key.selector());
    }
  }

  private static void addOptions(List<String> result, Map<Switch, String> values) {
    values.forEach(
        (given, value) -> {
          String option = OPTIONS.get(given);
          if (option != null) {
            result.add(option + "=" + value);
          }
        });
  }

  // A switch without a native option has no effect: /SSCert, because every key has a certificate.
  private static Map<Switch, String> options() {
    Map<Switch, String> options = new EnumMap<>(Switch.class);
    options.put(Switch.ALGORITHM, "--alg");
    options.put(Switch.LENGTH, "--length");
    options.put(Switch.FLAGS, "--flags");
    options.put(Switch.ZONE, "--zone");
    options.put(Switch.VALID_FROM, "--validfrom");
    options.put(Switch.VALID_TO, "--validto");
    options.put(Switch.FRIENDLY_NAME, "--friendlyname");
    options.put(Switch.STORE, "--store");
    options.put(Switch.TYPE, "--store-type");
    options.put(Switch.INPUT, "--input");
    options.put(Switch.OUTPUT, "--output");
    options.put(Switch.KEY_SET_DIR, "--keysetdir");
    options.put(Switch.GEN_KEY_SET, "--genkeyset");
    options.put(Switch.START, "--start");
    options.put(Switch.END, "--end");
    options.put(Switch.SOA_SERIAL, "--soaserial");
    options.put(Switch.DS, "--ds");
    options.put(Switch.DNSKEY, "--dnskey");
    return options;
  }
}
