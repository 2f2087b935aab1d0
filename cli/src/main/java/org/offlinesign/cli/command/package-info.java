/** The commands: each parses, builds a request, calls core and reports. */
@NullMarked
package org.offlinesign.cli.command;

import org.jspecify.annotations.NullMarked;
