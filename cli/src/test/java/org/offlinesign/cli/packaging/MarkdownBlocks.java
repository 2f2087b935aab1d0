package org.offlinesign.cli.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The fenced blocks of a page, in their order. */
final class MarkdownBlocks {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private MarkdownBlocks() {}

  /** A block, and the word behind its fence. */
  record Block(String language, String text) {}

  static List<Block> of(Path page) throws IOException {
    return BLOCK
        .matcher(Files.readString(page))
        .results()
        .map((MatchResult match) -> new Block(match.group(1), match.group(2)))
        .toList();
  }
}
