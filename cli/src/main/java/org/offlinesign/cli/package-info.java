/** The command line: it parses arguments, builds requests, calls core, and maps outcomes. */
@NullMarked
package org.offlinesign.cli;

import org.jspecify.annotations.NullMarked;
