package org.offlinesign.cli.dnscmd;

import java.util.regex.Pattern;
import org.offlinesign.cli.audit.KnownOptions;

/**
 * The words of {@code dnscmd /OfflineSign} that begin with a slash, or a dash, and mean something.
 */
public final class DnscmdOptions implements KnownOptions {
  // A path has more slashes, or a period.
  private static final Pattern OPTION =
      Pattern.compile("[-/\u2013\u2014]+\\p{L}[\\p{L}\\p{N}_-]*([=:].*)?", Pattern.DOTALL);

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

  private static boolean takes(Switch.Shape shape, String word) {
    return shape == Switch.Shape.PATH || (shape != Switch.Shape.ALONE && !word.startsWith("/"));
  }
}
