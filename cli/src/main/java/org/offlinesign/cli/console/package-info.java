/** What every command shares: its surroundings, how it ends, how it reports. */
@NullMarked
package org.offlinesign.cli.console;

import org.jspecify.annotations.NullMarked;
