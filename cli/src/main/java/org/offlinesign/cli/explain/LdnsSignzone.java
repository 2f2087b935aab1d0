package org.offlinesign.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.cli.console.CommandException;

/** A line of NLnet Labs' ldns-signzone. */
final class LdnsSignzone {
  static final String NAME = "ldns-signzone";

  private static final String OPTIONS = "a:bde:f:i:k:no:ps:t:uvz:ZAUE:K:";

  private final ShortOptions line;
  private final Explanation.Builder command = new Explanation.Builder("signzone");

  private LdnsSignzone(ShortOptions line) {
    this.line = line;
  }

  static Explanation explain(List<String> words) throws CommandException {
    LdnsSignzone explained = new LdnsSignzone(ShortOptions.parse(NAME, words, OPTIONS));
    explained.refuse();
    return explained.explanation();
  }

  private void refuse() throws CommandException {
    line.refuse("v", "it prints a version and signs nothing");
    line.refuse("Z", "a digest of the zone is added where the zone is signed");
    line.refuse("EkK", "keys of this program are in its key store, not behind an engine");
    if (line.operands().size() < 2) {
      throw CommandException.usage(NAME + " needs a zone file and keys", "give the whole line");
    }
  }

  private Explanation explanation() throws CommandException {
    NamedKeys keys = new NamedKeys();
    for (String file : line.operands().subList(1, line.operands().size())) {
      keys.add(file, "");
    }
    files(keys);
    sign(keys);
    times();
    content();
    denial();
    return new Explanation(List.of(keys.importCommand(), command.words()), command.notes());
  }

  private void files(NamedKeys keys) throws CommandException {
    command.zoneFiles(line.operands().get(0), line.value('f'), NAME);
    Optional<String> zone = line.value('o');
    if (zone.isPresent()) {
      command.option("-o", "--zone", zone.get());
    } else {
      String ofKeys = keys.zone().orElseThrow(() -> new AssertionError("there are keys"));
      command.unasked(
          "--zone", ofKeys.isEmpty() ? "." : ofKeys, "the zone that the keys are called after");
    }
  }

  private void sign(NamedKeys keys) {
    String option = line.has('d') ? "--signkey-unpublished" : "--signkey";
    for (String name : keys.names()) {
      command.option(name, option, name);
    }
    if (line.has('d')) {
      command.note("-d", option);
    }
    command.unasked("--dnskey", "add", "the zone's DNSKEY records stay");
    command.note(
        line.has('A') ? "-A" : "(DNSKEY records)",
        line.has('A')
            ? "KSKs and ZSKs sign the DNSKEY records"
            : "differs: ZSKs sign the DNSKEY records too");
    if (line.has('U')) {
      command.note("-U", "keys of every algorithm sign all records");
    }
  }

  private void times() throws CommandException {
    if (line.has('i')) {
      command.option("-i", "--start", Moment.ofLdns("-i", line.value('i').get()).argument());
    } else {
      command.unasked("--start", "now", "signatures are valid from now on");
    }
    if (line.has('e')) {
      command.option("-e", "--end", Moment.ofLdns("-e", line.value('e').get()).argument());
    } else {
      command.unasked("--end", "+28d", "signatures are valid for four weeks");
    }
  }

  private void content() throws CommandException {
    if (line.has('u')) {
      command.option("-u", "--soaserial", "unixtime");
    } else {
      command.unasked("--soaserial", "keep", "the serial number stays");
    }
    command.unasked("--ds", "nochange", "DS records stay as they are");
    command.unasked("--genkeyset", "none", NAME + " writes no keyset- and dsset- files");
    if (line.has('z')) {
      List<String> hashes = new ArrayList<>();
      for (String digest : line.all('z')) {
        hashes.add(hash(digest));
      }
      command.option("-z", "--zonemd", String.join(",", hashes));
    }
    if (line.has('b')) {
      command.note("-b", "has no counterpart: no comments are written");
    }
  }

  private static String hash(String digest) throws CommandException {
    String[] parts = digest.toLowerCase(Locale.ROOT).split(":", -1);
    String scheme = parts.length > 1 ? parts[0] : "simple";
    String hash = parts[parts.length - 1];
    boolean known =
        parts.length < 3
            && List.of("simple", "1").contains(scheme)
            && List.of("sha384", "1", "sha512", "2").contains(hash);
    if (!known) {
      throw CommandException.usage(
          "-z " + digest + " is not a digest that is known here",
          "expected sha384 or sha512, with simple: before it or not");
    }
    return hash.equals("1") || hash.equals("sha384") ? "sha384" : "sha512";
  }

  private void denial() throws CommandException {
    if (!line.has('n')) {
      line.refuse("atsp", "it is for NSEC3, which -n asks for");
      command.note("(no -n)", "NSEC records prove what is not there");
      return;
    }
    command.option("-n", "--nsec3");
    Optional<String> hash = line.value('a').map(name -> name.toLowerCase(Locale.ROOT));
    if (hash.isPresent()) {
      if (!List.of("1", "sha1", "sha-1").contains(hash.get())) {
        throw CommandException.usage(
            "-a " + hash.get() + " is no hash of NSEC3 records", "there is only SHA1");
      }
      command.note("-a", "the hash is SHA-1, the only one");
    }
    if (line.has('t')) {
      command.option("-t", "--iterations", line.number('t', ShortOptions.ITERATIONS));
    } else {
      command.unasked("--iterations", "1", "what " + NAME + " takes; RFC 9276 asks for 0");
    }
    if (line.has('s')) {
      command.salt("-s", line.value('s').get());
    }
    if (line.has('p')) {
      command.option("-p", "--opt-out");
      // RFC 5155 §7.1: unsigned delegations MAY be excluded, so both are right.
      command.note(
          "-p",
          "differs: delegations without DS records, and empty names that lead to them alone, have"
              + " no NSEC3 records here; "
              + NAME
              + " makes them all the same");
    }
    command.note(
        "(NSEC3PARAM record)", "differs: its TTL is 0; " + NAME + " gives it an hour always");
  }
}
