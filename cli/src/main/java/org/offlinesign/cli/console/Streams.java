package org.offlinesign.cli.console;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The streams of a process, and what stands at their other ends.
 *
 * @param out data alone goes here
 * @param err everything else goes here
 * @param errIsTerminal whether a person watches {@code err}; the launcher tells
 * @param prompt finds the console, where there is one; asked only when a password is needed
 */
public record Streams(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean errIsTerminal,
    Supplier<Optional<PasswordPrompt>> prompt) {}
