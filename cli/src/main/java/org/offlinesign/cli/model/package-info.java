/**
 * What picocli reads from the annotations of a command, written down when the program is built: to
 * read them takes longer than all else that is done to understand a line.
 */
@NullMarked
package org.offlinesign.cli.model;

import org.jspecify.annotations.NullMarked;
