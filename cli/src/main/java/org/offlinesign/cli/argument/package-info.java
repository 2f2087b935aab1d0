/** Values typed on the command line: times, sizes, keys, places of key stores. */
@NullMarked
package org.offlinesign.cli.argument;

import org.jspecify.annotations.NullMarked;
