package org.offlinesign.cli.dnscmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines as one types them, and what becomes of them. */
final class TypedLine {
  /** The beginning of a line that signs. */
  static final String SIGN =
      "/OfflineSign /SignZone /input in.dns /output out.dns /zone example.com ";

  /** The shortest description of a key that signs. */
  static final String SIGNKEY = "/signkey /cert /friendlyname K";

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\u201c[^\u201d]*\u201d)|(\\S+)");

  private TypedLine() {}

  static List<String> translate(String line) throws DnscmdSyntaxException {
    return DnscmdTranslator.translate(words(line)).arguments();
  }

  static DnscmdSyntaxException refusal(String line) {
    DnscmdSyntaxException refusal =
        catchThrowableOfType(
            DnscmdSyntaxException.class, () -> DnscmdTranslator.translate(words(line)));
    assertThat(refusal).as(line).isNotNull();
    return refusal;
  }

  /** Splits as a shell does, with apostrophes round what has spaces. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group());
    }
    return words;
  }
}
