/** Says how command lines of other programs are written for this one. */
@NullMarked
package org.offlinesign.cli.explain;

import org.jspecify.annotations.NullMarked;
