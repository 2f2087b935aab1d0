package org.offlinesign.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.offlinesign.sign.SigningReport;

/**
 * A signing that is reported.
 *
 * @param files those that were written and stay
 * @param run what it took
 */
record ShownSigning(SigningReport report, List<Path> files, KeyChoice keys, RunFigures run) {}
