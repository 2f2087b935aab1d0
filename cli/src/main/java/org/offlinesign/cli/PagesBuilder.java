package org.offlinesign.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.offlinesign.cli.argument.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * A step of the build: writes the manual pages of all commands, in AsciiDoc, and the scripts by
 * which shells complete them.
 */
public final class PagesBuilder {
  private static final String FURTHER_SECTIONS =
      """
      == Environment

      *OFFLINESIGN_KEYSTORE*::
        The key store, unless *--keystore* names one.

      *OFFLINESIGN_PKCS11*::
        The configuration file of SunPKCS11 that leads to a token whose keys are used instead of
        those of a key store, unless *--pkcs11* names one, or another option a key store.

      *OFFLINESIGN_HOME*::
        The folder of key stores, _~/.offlinesign_ unless set. The key store in it is _MS-DNSSEC.p12_.

      *OFFLINESIGN_PASSWORD_FILE*, *OFFLINESIGN_PASSWORD*::
        The file with the password of the key store or the PIN of the token, or the password itself, unless *--password-file* names
        a file. Without any of them the console asks.

      *OFFLINESIGN_AUDIT*::
        The log that is told of each command, unless *--audit* names one.

      *OFFLINESIGN_JAVA_OPTS*::
        Options for the Java virtual machine.

      *JAVA_HOME*::
        The Java to run with, 17 or later. Without it, the _java_ of *PATH*.

      == See also

      """;

  private final Path pages;
  private final String version;

  private PagesBuilder(Path pages, String version) {
    this.pages = pages;
    this.version = version;
  }

  /**
   * Writes pages and scripts.
   *
   * @param arguments the folder for the pages, the folder for the scripts, and the version
   */
  public static void main(String[] arguments) throws IOException {
    Path pages = Files.createDirectories(Path.of(arguments[0]));
    Path scripts = Files.createDirectories(Path.of(arguments[1]));
    // Makes the specification a part of a command line, whose layout the generator asks for.
    CommandSpec root = new CommandLine(CommandTree.root()).getCommandSpec();
    new PagesBuilder(pages, arguments[2]).write(root);
    Files.writeString(scripts.resolve("offlinesign.bash"), CompletionScript.of(Shell.BASH));
    Files.writeString(scripts.resolve("_offlinesign"), CompletionScript.of(Shell.ZSH));
  }

  private void write(CommandSpec command) throws IOException {
    command.version(CommandTree.PROGRAM + " " + version);
    StringWriter generated = new StringWriter();
    try (PrintWriter out = new PrintWriter(generated)) {
      ManPageGenerator.writeSingleManPage(out, command);
    }
    String page = command.qualifiedName("-");
    String text = withBreaks(withNamesForLinks(generated.toString()));
    text += FURTHER_SECTIONS + seeAlso(command);
    Files.writeString(pages.resolve(page + ".adoc"), text);
    for (CommandLine subcommand : command.subcommands().values()) {
      write(subcommand.getCommandSpec());
    }
  }

  /** A terminal follows no links between files: it shows the name of the other page instead. */
  private static String withNamesForLinks(String text) {
    return text.replaceAll("xref:([\\w-]+)\\.adoc\\[[^]]*]", "*$1*(1)");
  }

  /** Lets the line of an option end between the words that it has a choice of. */
  private static String withBreaks(String text) {
    return text.lines()
        .map(line -> line.startsWith("*-") ? line.replaceAll("\\|(?=\\w)", "|{zwsp}") : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String seeAlso(CommandSpec command) {
    return command.parent() == null
        ? "*dnscmd*(1)\n"
        : "*" + command.parent().qualifiedName("-") + "*(1)\n";
  }
}
