/** Many commands in one process: their lines, the order they run in, what is told of them. */
@NullMarked
package org.offlinesign.cli.batch;

import org.jspecify.annotations.NullMarked;
