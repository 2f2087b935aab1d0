package org.offlinesign.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.rdata.Dnskey;

/** The text of a {@code .key} file: comments and one DNSKEY record. */
final class BindPublicKey {
  private static final int MAX_CLASS_AND_TTL = 2;

  private static final Pattern TIME =
      Pattern.compile("^; ([A-Za-z]+): (\\d{14})\\b", Pattern.MULTILINE);

  private BindPublicKey() {}

  /** Returns the key in the only DNSKEY record of some text. */
  static ZoneKey parse(String text) throws UnusableKeyException {
    List<String> words = words(text);
    int type = typeIndex(words);
    if (words.size() < type + 5) {
      throw new UnusableKeyException(
          "expected flags, protocol, algorithm and key after DNSKEY but found "
              + words.subList(type + 1, words.size()));
    }
    if (words.subList(type + 1, words.size()).contains("DNSKEY")) {
      throw new UnusableKeyException("expected one DNSKEY record but found several");
    }
    DnsName owner = owner(words.get(0));
    int flags = number("flags", words.get(type + 1), 0xffff);
    int protocol = number("a protocol", words.get(type + 2), 0xff);
    int algorithm = algorithm(words.get(type + 3));
    byte[] octets = base64(String.join("", words.subList(type + 4, words.size())));
    return ZoneKey.of(owner, new Dnskey(flags, protocol, algorithm, octets));
  }

  /** Returns the times that the comments of some text tell. */
  static KeyTiming timing(String text) {
    KeyTiming timing = KeyTiming.NONE;
    Matcher comment = TIME.matcher(text);
    while (comment.find()) {
      Optional<KeyEvent> event = KeyEvent.ofLabel(comment.group(1));
      Optional<Instant> time = BindTime.parse(comment.group(2));
      if (event.isPresent() && time.isPresent()) {
        timing = timing.with(event.get(), time.get());
      }
    }
    return timing;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String line : text.lines().toList()) {
      int comment = line.indexOf(';');
      String content = comment < 0 ? line : line.substring(0, comment);
      for (String word : content.replace('(', ' ').replace(')', ' ').trim().split("\\s+", -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private static int typeIndex(List<String> words) throws UnusableKeyException {
    for (int i = 1; i < words.size() && i <= MAX_CLASS_AND_TTL + 1; i++) {
      if (words.get(i).equalsIgnoreCase("DNSKEY")) {
        return i;
      }
    }
    throw new UnusableKeyException(
        "expected an owner, 'IN' and 'DNSKEY' but found "
            + String.join(" ", words.subList(0, Math.min(words.size(), 4))));
  }

  private static DnsName owner(String text) throws UnusableKeyException {
    try {
      return DnsName.parse(text);
    } catch (NameSyntaxException e) {
      throw new UnusableKeyException("expected a zone's name but found '" + text + "'", e);
    }
  }

  private static int number(String what, String text, int max) throws UnusableKeyException {
    try {
      int value = Integer.parseInt(text);
      if (value >= 0 && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrongNumber(what, text, max);
    }
    throw wrongNumber(what, text, max);
  }

  private static UnusableKeyException wrongNumber(String what, String text, int max) {
    return new UnusableKeyException(
        "expected " + what + ", a number 0 to " + max + ", but found '" + text + "'");
  }

  private static int algorithm(String text) throws UnusableKeyException {
    return Algorithm.parse(text).isPresent()
        ? Algorithm.parse(text).get().number()
        : number("an algorithm", text, 0xff);
  }

  private static byte[] base64(String text) throws UnusableKeyException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new UnusableKeyException("the public key is not base 64: " + e.getMessage(), e);
    }
  }

  /** Returns the text that BIND writes for a key. */
  static String print(ZoneKey key) {
    StringBuilder out = new StringBuilder();
    String role = key.role() == KeyRole.KSK ? "key" : "zone";
    out.append("; This is a ").append(role).append("-signing key, keyid ").append(key.keyTag());
    out.append(", for ").append(key.zone()).append('\n');
    BindPrivateKey.explicit(key.timing())
        .events()
        .forEach(
            (event, time) ->
                out.append("; ")
                    .append(event.label())
                    .append(": ")
                    .append(BindTime.print(time))
                    .append(" (")
                    .append(BindTime.inWords(time))
                    .append(")\n"));
    Dnskey dnskey = key.dnskey();
    String record =
        String.format(
            Locale.ROOT,
            "%s IN DNSKEY %d %d %d %s\n",
            key.zone(),
            dnskey.flags(),
            dnskey.protocol(),
            dnskey.algorithm(),
            Base64.getEncoder().encodeToString(dnskey.publicKey()));
    return out.append(record).toString();
  }
}
