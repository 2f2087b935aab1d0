package org.offlinesign.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.offlinesign.cli.console.CommandException;

/** A line of BIND's dnssec-signzone. */
final class DnssecSignzone {
  static final String NAME = "dnssec-signzone";

  private static final String OPTIONS =
      "SK:d:gs:e:X:i:j:v:qVo:f:I:O:N:DaPc:E:QRT:tuxzCn:k:3:H:AhM:L:r:pm:";
  private static final List<String> SERIAL_FORMATS =
      List.of("keep", "increment", "unixtime", "date");
  private static final long HOUR = 3600;
  private static final String SECONDS = "how many seconds it is";

  private static final Map<Character, String> WITHOUT_EFFECT =
      Map.of(
          'a', "signatures are verified unless --no-verify is given",
          't', "figures are printed unless --quiet is given",
          'v', "there are no levels of debugging",
          'r', "random numbers are those of Java",
          'p', "random numbers are those of Java",
          'm', "for those who debug BIND",
          'u', "the chain is always made anew, of the kind that the options say",
          'Q', "no signatures stay of keys that do not sign",
          'R', "no signatures stay of keys that are not there");

  private final ShortOptions line;
  private final Explanation.Builder command = new Explanation.Builder("signzone");

  private DnssecSignzone(ShortOptions line) {
    this.line = line;
  }

  static Explanation explain(List<String> words) throws CommandException {
    DnssecSignzone explained = new DnssecSignzone(ShortOptions.parse(NAME, words, OPTIONS));
    explained.refuse();
    return explained.explanation();
  }

  private void refuse() throws CommandException {
    line.refuse("V", "it prints a version and signs nothing");
    line.refuse("h", "it prints a help and signs nothing");
    line.refuse("E", "keys of this program are in its key store, not behind an OpenSSL engine");
    line.refuse("L", "it is for the raw format, which is not written here");
    refuseFormat('I', List.of("text"));
    refuseFormat('O', List.of("text", "full"));
    if (line.value('c').filter(name -> !name.equalsIgnoreCase("IN")).isPresent()) {
      throw CommandException.usage(
          "-c: only zones of the class IN are signed here", "leave it out");
    }
    if (line.operands().isEmpty()) {
      throw CommandException.usage(NAME + " needs a zone file", "give the whole line");
    }
    if (line.count('A') > 1) {
      throw CommandException.usage(
          "-A given twice turns off what an earlier signing set, which nothing here does",
          "give it once, or not at all");
    }
  }

  private void refuseFormat(char letter, List<String> known) throws CommandException {
    String format = line.value(letter).orElse("text").toLowerCase(Locale.ROOT);
    if (!known.contains(format)) {
      throw CommandException.usage(
          "-" + letter + " " + format + " has no counterpart: zone files are text here",
          "convert it with named-compilezone");
    }
  }

  private Explanation explanation() throws CommandException {
    NamedKeys keys = keys();
    files();
    sign(keys);
    times();
    content();
    output();
    denial();
    withoutEffect();
    List<List<String>> commands = new ArrayList<>();
    if (!keys.areNone()) {
      commands.add(keys.importCommand());
    } else {
      commands.add(List.of("importkey", line.value('K').orElse(".")));
    }
    commands.add(command.words());
    return new Explanation(commands, command.notes());
  }

  private NamedKeys keys() throws CommandException {
    NamedKeys keys = new NamedKeys();
    String folder = line.value('K').orElse("");
    for (String file : line.all('k')) {
      keys.add(file, folder);
    }
    for (String file : line.operands().subList(1, line.operands().size())) {
      keys.add(file, folder);
    }
    if (line.has('S') && !keys.areNone()) {
      throw CommandException.usage(
          "-S chooses the keys by their times, and keys are named besides, which --smart does not"
              + " allow",
          "leave out -S, or the keys");
    }
    return keys;
  }

  private void files() throws CommandException {
    String input = line.operands().get(0);
    command.zoneFiles(input, line.value('f'), NAME);
    if (line.has('o')) {
      command.option("-o", "--zone", line.value('o').get());
    } else if (input.contains("/")) {
      throw CommandException.usage(
          "the line does not say which zone it is: without -o it is the name of the file, " + input,
          "add -o ZONE");
    } else {
      command.unasked("--zone", input, "without -o, the name of the file is the zone's");
    }
  }

  private void sign(NamedKeys keys) {
    if (line.has('K')) {
      command.note("-K", "the keys are taken into the key store first, with importkey");
    }
    if (keys.areNone()) {
      chosenKeys();
    } else {
      namedKeys(keys);
    }
    command.note(
        line.has('x') ? "-x" : "(DNSKEY records)",
        line.has('x')
            ? "differs: ZSKs sign the DNSKEY records too"
            : "are signed by KSKs and ZSKs, as there");
    if (line.has('D') || !keys.areNone()) {
      command.unasked("--dnskey", "add", "the zone's DNSKEY records stay");
    }
  }

  private void chosenKeys() {
    command.option(line.has('S') ? "-S" : "(no keys)", "--smart");
    command.note(
        "(keys)",
        line.has('S')
            ? "those of the key store whose times say so"
            : "differs: "
                + NAME
                + " takes those whose DNSKEY records are in the zone file; here all keys of the"
                + " zone that lie in the folder are imported, and those whose times say so sign,"
                + " are published, and have their DS records handed over to the parent, old and"
                + " forgotten ones too: import the files of those that are meant alone, or name"
                + " them with --signkey instead of --smart");
    if (line.has('z')) {
      command.note("-z", "differs: KSKs sign the DNSKEY records");
    }
  }

  private void namedKeys(NamedKeys keys) {
    String option = line.has('z') ? "--signkey-allrr" : "--signkey";
    for (String name : keys.names()) {
      command.option(name, option, name);
    }
    command.note("(keys)", "differs: their DNSKEY records need not be in the zone file before");
    if (line.has('z')) {
      command.note("-z", option);
    }
    if (line.has('k') && !line.has('z')) {
      command.note(
          "-k",
          "differs where the flags of the key are those of a ZSK: it signs everything here; there"
              + " the DNSKEY, CDS and CDNSKEY records alone, and with --signkey-dnskeyonly here the"
              + " DNSKEY records alone");
    }
    if (line.has('k') && line.operands().size() == 1) {
      command.note(
          "(no other keys)",
          "differs: "
              + NAME
              + " takes the others whose DNSKEY records are in the zone file too; import them, and"
              + " name each with --signkey");
    }
  }

  private void times() throws CommandException {
    Moment start = Moment.fromNow(-HOUR);
    if (line.has('s')) {
      start = Moment.ofBind("-s", line.value('s').get(), Moment.fromNow(0));
      command.option("-s", "--start", start.argument());
    }
    if (line.has('e')) {
      Moment end = Moment.ofBind("-e", line.value('e').get(), start);
      command.option("-e", "--end", end.argument());
    } else if (!line.has('s')) {
      command.note("(times)", "from an hour ago on, for 30 days, as there");
    }
    if (line.has('X')) {
      Moment end = Moment.ofBind("-X", line.value('X').get(), start);
      command.option("-X", "--dnskey-end", end.argument());
    }
    if (line.has('j')) {
      command.option("-j", "--jitter", line.number('j', SECONDS) + "s");
    }
    if (line.has('i')) {
      command.option("-i", "--keep-until", line.number('i', SECONDS) + "s");
    } else {
      command.note(
          "(signatures there are)",
          "differs: all are made anew; "
              + NAME
              + " keeps those that last for another quarter of their time, as --keep-until does");
    }
  }

  private void content() throws CommandException {
    if (line.has('N')) {
      command.option("-N", "--soaserial", serialFormat(line.value('N').get()));
    } else {
      command.unasked("--soaserial", "keep", "the serial number stays");
    }
    if (line.has('d')) {
      command.option("-d", "--keysetdir", line.value('d').get());
    }
    if (line.has('g')) {
      command.option("-g", "--ds", line.has('D') ? "add" : "replace");
    } else {
      command.unasked("--ds", "nochange", "without -g, DS records stay as they are");
    }
    command.option("(default)", "--bind-names");
    command.note(
        line.has('C') ? "-C" : "(keyset- file)",
        line.has('C')
            ? "a keyset- file is written"
            : "differs: one is written beside the dsset- file");
    if (line.has('T') && line.has('S')) {
      command.option("-T", "--dnskey-ttl", line.value('T').get());
      command.note(
          "-T",
          "differs where the zone file has DNSKEY records: their TTL stays there, and not here");
    } else if (line.has('T')) {
      command.note("-T", "has no effect without -S");
    }
    if (line.has('M')) {
      command.option("-M", "--max-ttl", line.value('M').get());
    }
  }

  private static String serialFormat(String text) throws CommandException {
    String format = text.toLowerCase(Locale.ROOT);
    if (!SERIAL_FORMATS.contains(format)) {
      throw CommandException.usage(
          "-N '" + text + "' is no form of serial numbers",
          "expected one of " + String.join(", ", SERIAL_FORMATS));
    }
    return format;
  }

  private void output() throws CommandException {
    if (line.has('D')) {
      command.option("-D", "--dnssec-only");
    }
    if (!line.has('O') && line.value('f').filter("-"::equals).isPresent()) {
      command.unasked("--format", "full", "what " + NAME + " writes to stdout");
    }
    if (line.has('O')) {
      command.option("-O", "--format", line.value('O').get().toLowerCase(Locale.ROOT));
    }
    if (line.has('P')) {
      command.option("-P", "--no-verify");
    }
    if (line.has('n')) {
      command.option("-n", "--threads", line.number('n', "how many threads there are to be"));
    }
    if (line.has('q')) {
      command.option("-q", "--quiet");
    }
  }

  private void denial() throws CommandException {
    if (!line.has('3')) {
      line.refuse("HA", "it is for NSEC3, which -3 SALT asks for");
      command.note("(no -3)", "NSEC records prove what is not there");
      return;
    }
    command.option("-3", "--nsec3");
    command.salt("-3", line.value('3').get());
    if (line.has('H')) {
      command.option("-H", "--iterations", line.number('H', ShortOptions.ITERATIONS));
    }
    if (line.has('A')) {
      command.option("-A", "--opt-out");
    }
  }

  private void withoutEffect() {
    for (char letter : WITHOUT_EFFECT.keySet().stream().sorted().toList()) {
      if (line.has(letter)) {
        command.note("-" + letter, "has no counterpart: " + WITHOUT_EFFECT.get(letter));
      }
    }
    if (line.has('I')) {
      command.note("-I", "zone files are text");
    }
    if (line.has('c')) {
      command.note("-c", "the class is IN");
    }
  }
}
