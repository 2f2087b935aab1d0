package org.offlinesign.cli.dnscmd;

import java.util.List;

/**
 * What a line in the Windows spelling asks for.
 *
 * @param arguments the native arguments, the command's name first
 * @param notices what the user should know about how the line was read
 */
public record DnscmdCommand(List<String> arguments, List<String> notices) {
  public DnscmdCommand {
    arguments = List.copyOf(arguments);
    notices = List.copyOf(notices);
  }
}
