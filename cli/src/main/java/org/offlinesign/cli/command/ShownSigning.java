package org.offlinesign.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.offlinesign.sign.SigningReport;

/**
 * A signing that is reported.
 *
 * @param files those that were written and stay
 */
record ShownSigning(SigningReport report, List<Path> files, KeyChoice keys) {}
