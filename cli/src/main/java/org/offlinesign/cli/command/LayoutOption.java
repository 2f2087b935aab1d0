package org.offlinesign.cli.command;

import org.offlinesign.sign.ZoneLayout;
import picocli.CommandLine.Option;

/** The option for how a zone is laid out that is written. */
final class LayoutOption {
  @Option(
      names = "--format",
      paramLabel = "text|full|windows",
      description =
          "text: owners relative to the zone (default). full: every name absolute. windows: as"
              + " Windows DNS servers write their files.")
  private ZoneLayout layout = ZoneLayout.TEXT;

  ZoneLayout layout() {
    return layout;
  }
}
