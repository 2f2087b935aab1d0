/** What is written into an audit log, and the command that checks one. */
@NullMarked
package org.offlinesign.cli.audit;

import org.jspecify.annotations.NullMarked;
