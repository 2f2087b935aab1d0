package org.offlinesign.cli.dnscmd;

import java.util.List;
import java.util.regex.Pattern;
import org.offlinesign.cli.audit.KnownOptions;

/**
 * The words of {@code dnscmd /OfflineSign} that begin with a slash, or a dash, and mean something.
 *
 * @param words 1 where this machine is named as the server, which no switch does
 */
public record DnscmdOptions(int words) implements KnownOptions {
  // A path has more slashes, or a period.
  private static final Pattern OPTION =
      Pattern.compile("[-/\u2013\u2014]+\\p{L}[\\p{L}\\p{N}_-]*([=:].*)?", Pattern.DOTALL);

  /** Returns those of a line. */
  public static DnscmdOptions of(List<String> line) {
    return new DnscmdOptions(DnscmdTranslator.namesThisMachine(line) ? 1 : 0);
  }

  @Override
  public boolean isOptionLike(String word) {
    return OPTION.matcher(word).matches();
  }

  @Override
  public boolean isKnown(String name) {
    return ArgumentReader.switchName(name).filter(DnscmdOptions::means).isPresent();
  }

  private static boolean means(String name) {
    return Switch.named(name).isPresent()
        || Verb.named(name).isPresent()
        || DnscmdTranslator.isOfflineSign(name);
  }

  @Override
  public boolean takes(String name, String word) {
    return ArgumentReader.switchName(name)
        .flatMap(Switch::named)
        .map(Switch::shape)
        .filter(shape -> takes(shape, word))
        .isPresent();
  }

  @Override
  public int mostValues(String name) {
    return ArgumentReader.switchName(name)
        .flatMap(Switch::named)
        .map(found -> found.shape().words())
        .orElse(0);
  }

  private static boolean takes(Switch.Shape shape, String word) {
    return shape == Switch.Shape.PATH || (shape != Switch.Shape.ALONE && !word.startsWith("/"));
  }
}
