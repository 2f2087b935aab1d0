/** What a command has to say about a zone, in the formats that people and CI servers read. */
@NullMarked
package org.offlinesign.cli.report;

import org.jspecify.annotations.NullMarked;
